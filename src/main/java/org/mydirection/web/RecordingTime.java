package org.mydirection.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment of a recording as people type it: minutes and seconds, {@code 1:05.5}, or seconds alone. */
public final class RecordingTime {

    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,5}(?:[.,]\\d{1,3})?)");

    private RecordingTime() {}

    /** Milliseconds from the beginning; empty for what is no moment. */
    public static Optional<Long> millis(String typed) {
        Matcher time = TIME.matcher(typed == null ? "" : typed.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        long minutes = time.group(1) == null ? 0 : Long.parseLong(time.group(1));
        double seconds = Double.parseDouble(time.group(2).replace(',', '.'));
        return Optional.of(minutes * 60_000 + Math.round(seconds * 1_000));
    }

    /** As it is typed, with a part of a second only where there is one. */
    public static String text(long millis) {
        String seconds = String.format(Locale.ROOT, "%06.3f", millis % 60_000 / 1_000.0);
        return millis / 60_000 + ":" + seconds.replaceFirst("\\.?0+$", "");
    }
}
