package org.mydirection.story;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mydirection.story.Prompt.Weight;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a file of prompts, in the format that {@code content/README.md} documents, and says all that is wrong with it. */
final class PromptFile {

    private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-z0-9_]+)+");
    private static final Pattern GROUP = Pattern.compile("[A-Z][A-Z_]*");
    private static final int LONGEST_KEY = 60;
    private static final int LONGEST_LINE = 160;

    private final List<Prompt> prompts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private PromptFile() {}

    /**
     * The prompts in the order of the file; at least one.
     *
     * @throws IllegalArgumentException with every problem on a line of its own, and the key of the prompt that has it
     */
    static List<Prompt> read(Reader text) {
        PromptFile file = new PromptFile();
        try {
            file.file(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        } catch (YAMLException noYaml) {
            throw new IllegalArgumentException("it is not YAML: " + noYaml.getMessage(), noYaml);
        }
        if (!file.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", file.problems));
        }
        return List.copyOf(file.prompts);
    }

    private void file(Object root) {
        if (!(root instanceof Map<?, ?> file) || !(file.get("groups") instanceof List<?> groups) || groups.isEmpty()) {
            problems.add("it has no list \"groups\"");
            return;
        }
        groups.forEach(this::group);
    }

    private void group(Object entry) {
        if (!(entry instanceof Map<?, ?> group) || !(group.get("prompts") instanceof List<?> list) || list.isEmpty()) {
            problems.add("a group has no list \"prompts\"");
            return;
        }
        String name = String.valueOf(group.get("group"));
        if (!GROUP.matcher(name).matches()) {
            problems.add("the group \"" + name + "\" is not the name of an area of need, nor STRENGTHS");
        }
        list.forEach(prompt -> prompt(name, prompt));
    }

    private void prompt(String group, Object entry) {
        if (!(entry instanceof Map<?, ?> fields)) {
            problems.add("a prompt in " + group + " has no fields");
            return;
        }
        String key = String.valueOf(fields.get("key"));
        if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
            problems.add(key + ": a key is small letters with a dot, at most " + LONGEST_KEY + " characters");
        }
        if (!keys.add(key)) {
            problems.add(key + ": the key stands twice");
        }
        String question = line(key, fields, "question");
        if (question.chars().filter(letter -> letter == '?').count() != 1) {
            problems.add(key + ": a question has one question mark");
        }
        prompts.add(new Prompt(
                key,
                group,
                question,
                line(key, fields, "follow_up"),
                line(key, fields, "opener"),
                weight(key, fields.get("weight")),
                fields.get("care") == null ? "" : String.valueOf(fields.get("care"))));
    }

    private String line(String key, Map<?, ?> fields, String name) {
        String text =
                fields.get(name) == null ? "" : String.valueOf(fields.get(name)).strip();
        if (text.isEmpty() || text.length() > LONGEST_LINE || text.contains("\n")) {
            problems.add(key + ": " + name + " is one line of 1 to " + LONGEST_LINE + " characters");
        }
        return text;
    }

    private Weight weight(String key, Object given) {
        for (Weight weight : Weight.values()) {
            if (weight.name().toLowerCase(Locale.ROOT).equals(given)) {
                return weight;
            }
        }
        problems.add(key + ": weight is light, steady or deep");
        return Weight.DEEP;
    }
}
