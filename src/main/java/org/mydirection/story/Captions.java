package org.mydirection.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A transcript as WebVTT (W3C Candidate Recommendation, 4 April 2019). A transcript that was typed holds no times: each
 * caption gets the share of the recording that its letters have of all letters. A caption ends with its sentence and has
 * at most 74 letters, two lines of 37 as the BBC's subtitle guidelines (version 1.2.3) say for online use.
 */
public final class Captions {

    static final int MOST_LETTERS = 74;

    private Captions() {}

    /**
     * The captions; a file without any when there is no transcript.
     *
     * @param transcript null for none
     * @param durationMillis of the recording, over 0
     */
    public static String webVtt(String transcript, long durationMillis) {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        for (Caption caption : timed(transcript, durationMillis)) {
            file.append('\n')
                    .append(time(caption.fromMillis()))
                    .append(" --> ")
                    .append(time(caption.toMillis()))
                    .append('\n')
                    .append(caption.text()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append('\n');
        }
        return file.toString();
    }

    /**
     * The same as a list; empty when there is no transcript.
     *
     * @param transcript null for none
     * @param durationMillis of the recording, over 0
     */
    public static List<Caption> timed(String transcript, long durationMillis) {
        List<String> texts = split(transcript == null ? "" : transcript);
        long letters = texts.stream().mapToLong(String::length).sum();
        List<Caption> captions = new ArrayList<>();
        long before = 0;
        for (String text : texts) {
            long after = before + text.length();
            captions.add(new Caption(durationMillis * before / letters, durationMillis * after / letters, text));
            before = after;
        }
        return captions;
    }

    /**
     * What is read for a while. Immutable.
     *
     * @param fromMillis milliseconds from the start of the recording, at least 0
     * @param toMillis where it ends, at least {@code fromMillis}
     * @param text one or two lines, as they were written
     */
    public record Caption(long fromMillis, long toMillis, String text) {}

    static List<String> split(String transcript) {
        List<String> captions = new ArrayList<>();
        for (String line : transcript.split("\\R")) {
            for (String sentence : line.strip().split("(?<=[.?!…])\\s+")) {
                cut(sentence, captions);
            }
        }
        return captions;
    }

    private static void cut(String sentence, List<String> captions) {
        StringBuilder caption = new StringBuilder();
        for (String word : sentence.split("\\s+")) {
            if (caption.length() > 0 && caption.length() + 1 + word.length() > MOST_LETTERS) {
                captions.add(caption.toString());
                caption.setLength(0);
            }
            caption.append(caption.length() == 0 ? "" : " ").append(word);
        }
        if (caption.length() > 0) {
            captions.add(caption.toString());
        }
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
