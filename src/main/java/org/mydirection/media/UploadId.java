package org.mydirection.media;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names an upload on its way; opaque. */
public record UploadId(UUID value) implements Id {

    static UploadId random() {
        return new UploadId(UUID.randomUUID());
    }
}
