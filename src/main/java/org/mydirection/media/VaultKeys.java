package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class VaultKeys {
    public VaultKeyId create() {
        throw new UnsupportedOperationException();
    }

    public void destroy(VaultKeyId key) {
        throw new UnsupportedOperationException();
    }
}
