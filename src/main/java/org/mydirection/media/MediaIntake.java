package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.UUID;

@ApplicationScoped
public class MediaIntake {
    public AssetId receive(UUID owner, VaultKeyId key, MediaKind expected, InputStream body) {
        throw new UnsupportedOperationException();
    }

    public void discard(AssetId asset) {
        throw new UnsupportedOperationException();
    }
}
