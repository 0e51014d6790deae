package org.mydirection.media;

import java.nio.file.Path;
import java.util.Map;

/**
 * What sanitising made: files that hold nothing but pixels or samples, and what is known of them. Immutable.
 *
 * @param width of the master in pixels; null for a recording
 * @param height of the master in pixels; null for a recording
 * @param durationMillis of the recording; null for a picture
 * @param peaks 400 numbers from 0 to 100; null for a picture
 * @param files one for each form of the kind
 */
record SanitisedMedia(Integer width, Integer height, Long durationMillis, byte[] peaks, Map<Form, Path> files) {

    static SanitisedMedia picture(int width, int height, Map<Form, Path> files) {
        return new SanitisedMedia(width, height, null, null, Map.copyOf(files));
    }

    static SanitisedMedia recording(long durationMillis, byte[] peaks, Path playback) {
        return new SanitisedMedia(null, null, durationMillis, peaks, Map.of(Form.PLAYBACK, playback));
    }
}
