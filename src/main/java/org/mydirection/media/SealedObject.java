package org.mydirection.media;

import java.util.UUID;

/**
 * An encrypted object in the store with what is needed to open it. Immutable by convention: nobody writes to the arrays.
 *
 * @param name of the object in the bucket, random
 * @param header the first bytes of the object: salt and nonce prefix
 * @param size of the plain content in bytes
 * @param key the story's key
 */
record SealedObject(UUID name, byte[] header, long size, SealedKey key) {}
