package org.mydirection.media;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an upload is. Immutable.
 *
 * @param place for which it is, as the caller named it when it was opened
 * @param length of the whole in bytes; empty until it is declared
 * @param received bytes that are stored for good, from 0
 * @param finished whether it became an asset
 * @param expires when it goes, if nothing more comes
 */
public record UploadView(
        UploadId id,
        MediaKind kind,
        String place,
        Optional<Long> length,
        long received,
        boolean finished,
        Instant expires) {

    /** Whether every byte is here. */
    public boolean isWhole() {
        return length.isPresent() && length.get() == received;
    }
}
