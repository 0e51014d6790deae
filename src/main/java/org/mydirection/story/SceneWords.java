package org.mydirection.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mydirection.shared.Refusal;

/**
 * The written parts of a scene, in characters: words up to 20,000, alt text up to 500, caption up to 500, transcript up
 * to 60,000. Parts that the scene's kind does not have are ignored; null means empty.
 */
public record SceneWords(String words, String altText, String caption, String transcript) {

    public static SceneWords words(String words) {
        return new SceneWords(words, null, null, null);
    }

    public static SceneWords picture(String altText, String caption) {
        return new SceneWords(null, altText, caption, null);
    }

    public static SceneWords recording(String transcript) {
        return new SceneWords(null, null, null, transcript);
    }

    /** The same with each phrase, in capitals or not, replaced by "[…]". */
    SceneWords without(List<String> phrases) {
        return new SceneWords(
                without(words, phrases),
                without(altText, phrases),
                without(caption, phrases),
                without(transcript, phrases));
    }

    private static String without(String text, List<String> phrases) {
        String left = text;
        for (String phrase : phrases) {
            left = left == null
                    ? null
                    : Pattern.compile(phrase, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                            .matcher(left)
                            .replaceAll("[…]");
        }
        return left;
    }

    /** Whether the phrase, in capitals or not, is in any part. */
    public boolean holds(String phrase) {
        String low = phrase.toLowerCase(Locale.ROOT);
        return Stream.of(words, altText, caption, transcript)
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(low));
    }

    List<Refusal> check() {
        List<Refusal> refusals = new ArrayList<>();
        check(refusals, words, 20_000);
        check(refusals, altText, 500);
        check(refusals, caption, 500);
        check(refusals, transcript, 60_000);
        return refusals;
    }

    private static void check(List<Refusal> refusals, String text, int most) {
        if (text != null && text.length() > most) {
            refusals.add(Refusal.of("error.text_too_long", Math.max(1, (text.length() - most) / 6)));
        }
    }
}
