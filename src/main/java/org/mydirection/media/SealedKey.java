package org.mydirection.media;

/**
 * A story's key as it lies in the database: wrapped by the key-encryption key. Immutable by convention.
 *
 * @param wrapped the ciphertext of 32 random bytes
 */
record SealedKey(VaultKeyId id, byte[] wrapped) {}
