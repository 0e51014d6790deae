package org.mydirection.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the durable job needs to know of an asset. Immutable.
 *
 * @param key empty when the key of the story was destroyed
 * @param rawNames the objects of the raw upload in quarantine, while they are there
 * @param raw the same in their order with their key; empty too when the key was destroyed
 */
record AssetWork(
        AssetId id,
        AssetStatus status,
        SourceType sourceType,
        boolean discarded,
        Optional<SealedKey> key,
        List<UUID> rawNames,
        List<SealedObject> raw,
        List<SealedForm> forms) {

    /** Every object of the asset in the store. */
    List<UUID> objects() {
        return Stream.concat(rawNames.stream(), forms.stream().map(SealedForm::name))
                .toList();
    }
}
