package org.mydirection.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How old a reader must be, in years: the grade of Flesch and Kincaid (1975: 0.39 words a sentence + 11.8 syllables a word -
 * 15.59) plus 5. A line break ends a sentence; placeholders and numbers are no words. Syllables are counted by rule with a
 * list of exceptions, so an age is good to half a year. A low age does not prove that anyone understands the text.
 */
public final class ReadingAge {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z’-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SPLIT_PAIR = Pattern.compile("i[ao](?!n\\b|ns\\b|us)");
    private static final Pattern JOINED_PAIR = Pattern.compile("(tio|sio|cia|tia|gio)");
    private static final Pattern OTHER_PAIR = Pattern.compile("[^gq]ua|eo(?!u)|[aeiouy]ing$");
    private static final Pattern SILENT_E = Pattern.compile("[^aeiouy]e$");
    private static final Pattern SOUNDED_LE = Pattern.compile("[^aeiouyl]le$");
    private static final Pattern SILENT_ED = Pattern.compile("[^aeiouytd]ed$");
    private static final Pattern SILENT_ES = Pattern.compile("[^aeiouy]es$");
    private static final Pattern SOUNDED_ES = Pattern.compile("(s|x|z|ch|sh|c|g)es$");
    private static final Pattern INNER_E = Pattern.compile("[^aeiouy]e(ly|ment|less|ful|ness)$");

    private static final Map<String, Integer> EXCEPTIONS = exceptions();

    private ReadingAge() {}

    /** The age in years; 0 for a text without words. */
    public static double of(String text) {
        List<List<String>> sentences = sentences(text);
        long words = sentences.stream().mapToLong(List::size).sum();
        if (words == 0) {
            return 0;
        }
        long syllables = sentences.stream()
                .flatMap(List::stream)
                .flatMap(word -> Stream.of(word.split("-")))
                .mapToLong(ReadingAge::syllables)
                .sum();
        double grade = 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
        return grade + 5;
    }

    static int syllables(String word) {
        String letters = word.toLowerCase(Locale.ROOT).replaceAll("’s$", "").replaceAll("[^a-z]", "");
        if (letters.isEmpty()) {
            return 0;
        }
        if (EXCEPTIONS.containsKey(letters)) {
            return EXCEPTIONS.get(letters);
        }
        int count = count(VOWELS, letters);
        if (SILENT_E.matcher(letters).find() && !SOUNDED_LE.matcher(letters).find()) {
            count--;
        } else if (SILENT_ED.matcher(letters).find()) {
            count--;
        } else if (SILENT_ES.matcher(letters).find()
                && !SOUNDED_ES.matcher(letters).find()) {
            count--;
        }
        if (INNER_E.matcher(letters).find()) {
            count--;
        }
        if (!JOINED_PAIR.matcher(letters).find()) {
            count += count(SPLIT_PAIR, letters);
        }
        count += count(OTHER_PAIR, letters);
        return Math.max(1, count);
    }

    private static List<List<String>> sentences(String text) {
        List<List<String>> sentences = new ArrayList<>();
        for (String line : text.replaceAll("\\{[^}]*}", " ").split("\\R")) {
            for (String sentence : line.split("(?<=[.?!:])\\s+|\\.\\.\\.|…")) {
                List<String> words =
                        WORD.matcher(sentence).results().map(hit -> hit.group()).toList();
                if (!words.isEmpty()) {
                    sentences.add(words);
                }
            }
        }
        return sentences;
    }

    private static int count(Pattern pattern, String letters) {
        Matcher matcher = pattern.matcher(letters);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static Map<String, Integer> exceptions() {
        Map<Integer, String> lists = Map.of(
                2,
                "colleague create different every people someone something somewhere",
                3,
                "anyone area areas audience created easier everything guardian idea racism " + "serious suicide");
        return lists.entrySet().stream()
                .flatMap(list -> Stream.of(list.getValue().split(" ")).map(word -> Map.entry(word, list.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
