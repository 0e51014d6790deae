package org.mydirection.media;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a media asset; opaque. */
public record AssetId(UUID value) implements Id {

    static AssetId random() {
        return new AssetId(UUID.randomUUID());
    }
}
