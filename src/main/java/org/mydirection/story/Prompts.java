package org.mydirection.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;
import org.mydirection.story.Prompt.Weight;

/**
 * The prompt library. Staff edit it without a programmer: a file {@code prompts-en.yaml} or {@code prompts-cy.yaml} in the
 * folder of the setting {@code content.dir} goes before the one that is built in, and is read again when it changes. A
 * file that is wrong refuses the start; one that becomes wrong later is reported in the log, and the last good one stays.
 */
@ApplicationScoped
public class Prompts {

    /** The group beside the areas of need. */
    public static final String STRENGTHS = "STRENGTHS";

    private static final Logger LOG = Logger.getLogger(Prompts.class.getName());

    @Inject
    Settings settings;

    private final Map<String, Library> libraries = new ConcurrentHashMap<>();

    /** Reads both languages once; throws {@link StartRefused} with what is wrong and where. */
    public void check() {
        for (String language : List.of("en", "cy")) {
            ownFile(language).ifPresent(file -> {
                try {
                    readOwn(file);
                } catch (IllegalArgumentException wrong) {
                    throw new StartRefused("The file " + file.getFileName()
                            + " in the folder of the setting content.dir is wrong: " + wrong.getMessage());
                }
            });
        }
    }

    /** The groups in the order of the file. */
    public List<String> groups(Locale language) {
        return all(language).stream().map(Prompt::group).distinct().toList();
    }

    /** The prompts of a group: light ones first, then steady, then deep; for a first story no deep ones. */
    public List<Prompt> of(Locale language, String group, boolean firstStory) {
        return all(language).stream()
                .filter(prompt -> prompt.group().equals(group))
                .filter(prompt -> !firstStory || prompt.weight() != Weight.DEEP)
                .sorted(Comparator.comparing(Prompt::weight))
                .toList();
    }

    /** The prompt of that key; empty for null, and when it was taken out of the library. */
    public Optional<Prompt> find(Locale language, String key) {
        return all(language).stream().filter(prompt -> prompt.key().equals(key)).findFirst();
    }

    private List<Prompt> all(Locale language) {
        String name = language.getLanguage().equals("cy") ? "cy" : "en";
        return libraries.compute(name, this::upToDate).prompts();
    }

    private Library upToDate(String language, Library known) {
        Optional<Path> own = ownFile(language);
        FileTime changed = own.map(Prompts::changed).orElse(null);
        if (known != null && java.util.Objects.equals(known.changed(), changed)) {
            return known;
        }
        try {
            return new Library(own.map(Prompts::readOwn).orElseGet(() -> builtIn(language)), changed);
        } catch (IllegalArgumentException wrong) {
            LOG.log(Level.WARNING, "The prompts in {0} are wrong and are not used: {1}", new Object[] {
                own.map(Path::getFileName).map(Path::toString).orElse(language), wrong.getMessage()
            });
            return new Library(known == null ? builtIn(language) : known.prompts(), changed);
        }
    }

    private Optional<Path> ownFile(String language) {
        return settings.find("content.dir")
                .map(folder -> Path.of(folder, "prompts-" + language + ".yaml"))
                .filter(Files::isRegularFile);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return null;
        }
    }

    private static List<Prompt> readOwn(Path file) {
        try (Reader text = Files.newBufferedReader(file, UTF_8)) {
            return PromptFile.read(text);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("it cannot be read as UTF-8 text", unreadable);
        }
    }

    private static List<Prompt> builtIn(String language) {
        var file = Prompts.class.getResourceAsStream("/content/prompts-" + language + ".yaml");
        if (file == null) {
            return builtIn("en");
        }
        try (Reader text = new InputStreamReader(file, UTF_8)) {
            return PromptFile.read(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the prompts that are built in cannot be read", unreadable);
        }
    }

    /** What was read, and when its own file had changed last; null for what is built in. */
    private record Library(List<Prompt> prompts, FileTime changed) {}
}
