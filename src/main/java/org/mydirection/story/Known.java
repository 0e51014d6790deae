package org.mydirection.story;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The texts that a page knows of: those that it showed and those that it sent. A page that was left open on another device
 * must not write over words that it never showed. Each is a mark of eight hexadecimal digits: FNV-1a, 32 bits, over the
 * UTF-16 units that are no white space; autosave.js counts the same. It tells texts apart and protects nothing. Immutable.
 */
public record Known(Set<String> marks) {

    /** What parts white space off in the mark, in Java and in JavaScript alike. */
    private static final String WHITE = "\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff";

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    public Known {
        marks = Set.copyOf(marks);
    }

    /** By what a form sent: marks with spaces between them. */
    public static Known parse(String marks) {
        return new Known(
                Arrays.stream(marks.split(" ")).filter(mark -> !mark.isEmpty()).collect(Collectors.toSet()));
    }

    /** The marks of these words, with spaces between them. */
    public static String of(SceneWords words) {
        return parts(words).filter(Objects::nonNull).map(Known::mark).collect(Collectors.joining(" "));
    }

    /** Which texts would be lost without that the page ever showed them, in their order; none when that is fine. */
    public List<String> unseen(SceneWords there, SceneWords to) {
        List<String> now = parts(there).toList();
        List<String> then = parts(to).toList();
        return IntStream.range(0, now.size())
                .filter(part -> now.get(part) != null)
                .filter(part -> then.get(part) == null || !mark(then.get(part)).equals(mark(now.get(part))))
                .mapToObj(now::get)
                .filter(text -> !marks.contains(mark(text)))
                .toList();
    }

    private static Stream<String> parts(SceneWords words) {
        return Stream.of(words.words(), words.altText(), words.caption(), words.transcript());
    }

    static String mark(String text) {
        int mark = FNV_OFFSET;
        for (char unit : text.toCharArray()) {
            if (unit > ' ' && WHITE.indexOf(unit) < 0 && (unit < '\u2000' || unit > '\u200a')) {
                mark = (mark ^ unit) * FNV_PRIME;
            }
        }
        return String.format("%08x", mark);
    }
}
