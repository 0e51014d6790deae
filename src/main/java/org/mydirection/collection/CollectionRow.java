package org.mydirection.collection;

import java.util.UUID;
import org.mydirection.identity.AccountId;

/** A collection, as a list shows it. */
public record CollectionRow(CollectionId id, AccountId person, String title, CollectionStatus status) {

    public CollectionRow(UUID id, UUID person, String title, CollectionStatus status) {
        this(new CollectionId(id), new AccountId(person), title, status);
    }
}
