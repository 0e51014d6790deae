package org.mydirection.consent;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The notice in one version, language and form: what is said before anybody is asked. Immutable. Its hash covers the exact
 * text, with everything filled in, in the order in which it is shown.
 *
 * @param version from 1
 * @param language a BCP 47 tag, which names the form too: {@code en-GB} in full, {@code en-simple} as easy read
 * @param summary the five sentences
 * @param topics one short page each, in order
 * @param purposes the question of each purpose
 * @param hash SHA-256 over all of this, in hexadecimal
 */
public record Notice(
        int version,
        String language,
        Passage summary,
        List<Passage> topics,
        Map<Purpose, PurposeText> purposes,
        String hash) {

    /** How a notice says what it says. */
    public enum Form {
        /** All of it, in plain words. */
        FULL,
        /** The same in short sentences, one idea a line. Nothing is left out that limits what stays private. */
        EASY_READ;

        /** The variant of BCP 47 for a simplified form of a language (IANA's registry of subtags, 2015). */
        private static final String SIMPLE = "simple";

        /** The form that a language names; {@link #FULL} of a language without a form, and of null. */
        public static Form of(Locale language) {
            return language != null && SIMPLE.equalsIgnoreCase(language.getVariant()) ? EASY_READ : FULL;
        }

        /** This form in that language: {@code en-simple} of {@code en-GB}, and the other way round. */
        public Locale in(Locale language) {
            return this == EASY_READ
                    ? new Locale.Builder()
                            .setLanguage(language.getLanguage())
                            .setVariant(SIMPLE)
                            .build()
                    : new Locale.Builder()
                            .setLanguage(language.getLanguage())
                            .setRegion("GB")
                            .build();
        }
    }

    /** A titled text; each line of {@code lines} is a sentence or a list item that begins with a dash. */
    public record Passage(String key, String title, List<String> lines) {

        String text() {
            return title + "\n" + String.join("\n", lines);
        }
    }

    /** How one purpose is asked: what it is, its risk, the question and its two answers. */
    public record PurposeText(String title, String text, String risk, String ask, String noLabel, String yesLabel) {}

    /** The whole text, in the order in which it is shown. */
    String words() {
        StringBuilder text = new StringBuilder(summary.text());
        topics.forEach(topic -> text.append("\n\n").append(topic.text()));
        purposes.values().forEach(purpose -> text.append("\n\n")
                .append(String.join(
                        "\n",
                        purpose.title(),
                        purpose.text(),
                        purpose.risk(),
                        purpose.ask(),
                        purpose.noLabel(),
                        purpose.yesLabel())));
        return text.toString();
    }

    /** What can be read out by itself, in the order in which it is shown: the summary, the topics, the questions. */
    public List<String> parts() {
        return Stream.of(
                        Stream.of(summary.key()),
                        topics.stream().map(Passage::key),
                        purposes.keySet().stream().map(Notice::part))
                .flatMap(keys -> keys)
                .toList();
    }

    /** The part that asks about a purpose: {@code purpose.own_supervision}. */
    public static String part(Purpose purpose) {
        return "purpose." + purpose.name().toLowerCase(Locale.ROOT);
    }

    /** The folder of what was read out: {@code notice-1-en-easy}. */
    String folder() {
        return "notice-" + version + "-" + locale().getLanguage()
                + (Form.of(locale()) == Form.EASY_READ ? "-easy" : "");
    }

    /** Its language and form. */
    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** The topic with that key. */
    public Passage topic(String key) {
        return topics.stream()
                .filter(passage -> passage.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no topic " + key));
    }
}
