package org.mydirection.collection;

/** Where a collection stands (DESIGN §4). */
public enum CollectionStatus {
    /** Being gathered; only those who gather it see it. */
    DRAFT,
    /** The person and their practitioner see it. */
    PUBLISHED,
    /** Put aside for now; nobody sees it. */
    PAUSED,
    /** Closed for good; kept for the record. */
    ARCHIVED;

    public boolean mayBecome(CollectionStatus next) {
        return switch (this) {
            case DRAFT -> next == PUBLISHED || next == ARCHIVED;
            case PUBLISHED -> next == PAUSED || next == ARCHIVED;
            case PAUSED -> next == PUBLISHED || next == ARCHIVED;
            case ARCHIVED -> false;
        };
    }

    public boolean editable() {
        return this == DRAFT || this == PAUSED;
    }
}
