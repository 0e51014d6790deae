package org.mydirection.media;

import java.util.List;
import java.util.stream.Stream;

/** One stored form of a media asset. */
public enum Form {
    /** The sanitised picture at its full size, at most 4000 pixels on its longer side. JPEG. */
    MASTER(MediaKind.PICTURE, 4000),
    /** The picture for a projector or a large screen, at most 1600 pixels on its longer side. JPEG. */
    SCREEN(MediaKind.PICTURE, 1600),
    /** The picture for a phone, at most 800 pixels on its longer side. JPEG. */
    PHONE(MediaKind.PICTURE, 800),
    /** The picture in a list, at most 320 pixels on its longer side. JPEG. */
    THUMBNAIL(MediaKind.PICTURE, 320),
    /** The sanitised recording: one channel of AAC at 64 kbit/s in MP4, ready to be played while it loads. */
    PLAYBACK(MediaKind.RECORDING, 0);

    private final MediaKind kind;
    private final int longestSide;

    Form(MediaKind kind, int longestSide) {
        this.kind = kind;
        this.longestSide = longestSide;
    }

    /** The kind of asset that has this form. */
    public MediaKind kind() {
        return kind;
    }

    /** The most pixels on the longer side of a picture; a smaller picture is not enlarged. 0 for sound. */
    public int longestSide() {
        return longestSide;
    }

    /** {@code image/jpeg} or {@code audio/mp4}. */
    public String contentType() {
        return kind == MediaKind.PICTURE ? "image/jpeg" : "audio/mp4";
    }

    /** The forms of that kind, the largest first. */
    static List<Form> of(MediaKind kind) {
        return Stream.of(values()).filter(form -> form.kind == kind).toList();
    }
}
