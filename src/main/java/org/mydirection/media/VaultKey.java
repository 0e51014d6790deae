package org.mydirection.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The key of one story, wrapped by the key-encryption key. Made, then at most once destroyed: the wrapped bytes are
 * wiped and the row stays as the evidence.
 */
@Entity
@Table(name = "vault_key")
class VaultKey {

    @Id
    private UUID id;

    private byte[] wrapped;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "destroyed_at")
    private Instant destroyedAt;

    protected VaultKey() {}

    VaultKey(SealedKey sealed, Instant now) {
        id = sealed.id().value();
        wrapped = sealed.wrapped().clone();
        createdAt = now;
    }

    /** Empty when the key was destroyed. */
    Optional<SealedKey> sealed() {
        return Optional.ofNullable(wrapped).map(bytes -> new SealedKey(new VaultKeyId(id), bytes.clone()));
    }

    /** The same key under another key-encryption key. */
    void wrapAgain(SealedKey again) {
        wrapped = again.wrapped().clone();
    }

    /** Wipes the wrapped bytes; does nothing the second time. */
    void destroy(Instant now) {
        if (destroyedAt == null) {
            wrapped = null;
            destroyedAt = now;
        }
    }
}
