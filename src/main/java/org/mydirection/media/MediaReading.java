package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
public class MediaReading {
    public Optional<AssetView> find(AssetId id) {
        throw new UnsupportedOperationException();
    }

    public Map<AssetId, AssetView> all(Collection<AssetId> ids) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredForm> open(AssetId id, Form form) {
        throw new UnsupportedOperationException();
    }

    public void stream(StoredForm form, long from, long toInclusive, OutputStream out, Runnable beforeEachPiece)
            throws IOException {
        throw new UnsupportedOperationException();
    }
}
