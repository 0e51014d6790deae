package org.mydirection.web.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mydirection.media.Redaction;
import org.mydirection.media.Redaction.Cover;
import org.mydirection.media.Redaction.Region;
import org.mydirection.media.Redaction.Sound;
import org.mydirection.media.Redaction.Span;
import org.mydirection.shared.Refused;
import org.mydirection.web.RecordingTime;

/** Reads what the reviewer marked from the fields {@code left-1}, {@code from-1} and so on. Rows without numbers are none. */
final class RedactForm {

    /** Rows for parts and for stretches; whoever needs more does it in two steps. */
    static final int ROWS = 8;

    private final Map<String, String> fields;

    RedactForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Empty when nothing of the file is marked. Refused: redaction.region, redaction.span. */
    Optional<Redaction> redaction() {
        List<Region> regions = rows("left", this::region);
        List<Span> spans = rows("from", this::span);
        boolean disguised = "yes".equals(fields.get("disguise"));
        return regions.isEmpty() && spans.isEmpty() && !disguised
                ? Optional.empty()
                : Optional.of(new Redaction(regions, spans, disguised));
    }

    List<String> phrases() {
        return fields.getOrDefault("phrases", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private <T> List<T> rows(String first, Function<Integer, T> read) {
        List<T> rows = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            if (!fields.getOrDefault(first + "-" + row, "").isBlank()) {
                rows.add(read.apply(row));
            }
        }
        return rows;
    }

    private Region region(int row) {
        return new Region(
                "PIXELATED".equals(fields.get("cover-" + row)) ? Cover.PIXELATED : Cover.SOLID,
                percent("left", row),
                percent("top", row),
                percent("width", row),
                percent("height", row));
    }

    private double percent(String name, int row) {
        try {
            double percent = Double.parseDouble(
                    fields.getOrDefault(name + "-" + row, "").strip().replace(',', '.'));
            if (Double.isFinite(percent)) {
                return percent;
            }
        } catch (NumberFormatException noNumber) {
            // refused below, as a number that is out of range
        }
        throw Refused.because("redaction.region");
    }

    private Span span(int row) {
        return new Span(
                "BLEEPED".equals(fields.get("sound-" + row)) ? Sound.BLEEPED : Sound.MUTED,
                millis("from", row),
                millis("to", row));
    }

    private long millis(String name, int row) {
        return RecordingTime.millis(fields.getOrDefault(name + "-" + row, ""))
                .orElseThrow(() -> Refused.because("redaction.span"));
    }
}
