package org.mydirection.media;

import java.util.UUID;

/** One form of an asset as it lies in the store, without the key that opens it. Immutable by convention. */
record SealedForm(Form form, UUID name, byte[] header, long size) {

    static SealedForm of(Form form, SealedObject object) {
        return new SealedForm(form, object.name(), object.header(), object.size());
    }

    SealedObject under(SealedKey key) {
        return new SealedObject(name, header, size, key);
    }
}
