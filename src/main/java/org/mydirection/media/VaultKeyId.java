package org.mydirection.media;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names the key under which all media of one story are stored; opaque. */
public record VaultKeyId(UUID value) implements Id {

    static VaultKeyId random() {
        return new VaultKeyId(UUID.randomUUID());
    }
}
