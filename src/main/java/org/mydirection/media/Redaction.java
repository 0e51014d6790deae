package org.mydirection.media;

import java.util.List;
import org.mydirection.shared.Refusal;

/**
 * What is to be covered in a picture or taken out of a recording, for good. Immutable.
 *
 * @param regions of a picture; at most {@value #MOST}
 * @param spans of a recording; at most {@value #MOST}
 * @param disguised whether the voice is to be disguised, of a recording. It hides who speaks from those who do not know
 *     the voice: pitch and the shape of the sound are changed and noise is put into both, which cannot be taken out again.
 *     It does not hide how somebody talks (speed, pauses, dialect, words), and does not hold against somebody who can
 *     compare with other recordings
 */
public record Redaction(List<Region> regions, List<Span> spans, boolean disguised) {

    /** Regions or spans of one redaction. */
    public static final int MOST = 40;

    static final String NOTHING = "redaction.nothing";
    static final String REGION = "redaction.region";
    static final String SPAN = "redaction.span";

    public Redaction {
        regions = List.copyOf(regions);
        spans = List.copyOf(spans);
    }

    /** How a region is covered. */
    public enum Cover {
        /** Black: nothing is left. For faces, numbers and words. */
        SOLID,
        /** At most 8 coarse squares along its longer side: one sees that something is there. */
        PIXELATED
    }

    /** What is heard in place of a span. */
    public enum Sound {
        /** Nothing. */
        MUTED,
        /** A tone of 1 kHz. */
        BLEEPED
    }

    /**
     * A rectangle, in percent of the width and height of the upright picture; what it touches is covered.
     *
     * @param left 0 to 100
     * @param top 0 to 100
     * @param width above 0; left + width up to 100
     * @param height above 0; top + height up to 100
     */
    public record Region(Cover cover, double left, double top, double width, double height) {

        boolean fits() {
            return left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= 100 && top + height <= 100;
        }
    }

    /**
     * A stretch of a recording in milliseconds from its beginning.
     *
     * @param from 0 or more
     * @param to more than from, at most the length of the recording
     */
    public record Span(Sound sound, long from, long to) {

        boolean fits(long durationMillis) {
            return from >= 0 && from < to && to <= durationMillis;
        }
    }

    /** All reasons why it cannot be done: {@code redaction.nothing}, {@code redaction.region}, {@code redaction.span}. */
    List<Refusal> check(AssetView asset) {
        if (asset.isPicture() ? regions.isEmpty() : spans.isEmpty() && !disguised) {
            return List.of(Refusal.of(NOTHING));
        }
        if (asset.isPicture() && (regions.size() > MOST || !regions.stream().allMatch(Region::fits))) {
            return List.of(Refusal.of(REGION));
        }
        if (asset.isRecording()
                && (spans.size() > MOST || !spans.stream().allMatch(span -> span.fits(asset.durationMillis())))) {
            return List.of(Refusal.of(SPAN));
        }
        return List.of();
    }
}
