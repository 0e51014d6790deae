package org.mydirection.media;

import java.time.Duration;
import org.mydirection.shared.Refusal;

/** What media may be at most, and the codes that say so; fixed, since the memory and time of the work rest on them. */
final class MediaLimits {

    static final String EMPTY = "error.file_empty";
    static final String TYPE = "error.file_type";
    static final String TOO_BIG = "error.file_too_big";
    static final String NOT_FAILED = "error.file_not_failed";
    static final String BROKEN = "error.file_broken";
    static final String UNSAFE = "error.file_unsafe";
    static final String PICTURE_TOO_BIG = "error.picture_too_big";
    static final String RECORDING_TOO_LONG = "error.recording_too_long";

    static final String TOO_MUCH = "error.too_much_stored";
    static final String BUSY = "error.too_busy";
    static final String TOO_MANY_UPLOADS = "error.too_many_uploads";

    /** Unfinished uploads of one person. */
    static final int MOST_UPLOADS = 20;

    /** How long an unfinished upload is kept after its last bytes. */
    static final Duration UNFINISHED = Duration.ofHours(24);

    /** Width times height of a picture; 50 megapixels take about 200 MB while they are decoded. */
    static final long MOST_PIXELS = 50_000_000;

    static final int MOST_MEGAPIXELS = 50;

    /** Pixels on either side of a picture. */
    static final int LONGEST_SIDE = 20_000;

    /** How many times larger than its file a picture may become when it is decoded. */
    static final int MOST_EXPANSION = 100;

    /** Bytes of decoded pixels below which no expansion harms: a plain screenshot of a phone is a small file too. */
    static final long HARMLESS = 32_000_000;

    static final Duration LONGEST_RECORDING = Duration.ofMinutes(20);

    private MediaLimits() {}

    /** The refusal of that code with its arguments: minutes, or megapixels. */
    static Refusal refusal(String code) {
        return switch (code) {
            case RECORDING_TOO_LONG -> Refusal.of(code, LONGEST_RECORDING.toMinutes());
            case PICTURE_TOO_BIG -> Refusal.of(code, MOST_MEGAPIXELS);
            default -> Refusal.of(code);
        };
    }

    /** Whether so many pixels, at three bytes each, come out of so few bytes that it is done on purpose. */
    static boolean isBomb(long width, long height, long fileBytes) {
        long decoded = width * height * 3;
        return decoded > HARMLESS && decoded / MOST_EXPANSION > fileBytes;
    }

    static boolean tooManyPixels(long width, long height) {
        return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS;
    }
}
