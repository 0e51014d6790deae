package org.mydirection.consent;

/** What changed so that a permission is on hold until the storyteller says yes again (DESIGN §4). */
public enum Change {
    /** The storyteller moved to another office. */
    MOVED,
    /** Somebody else supervises the storyteller now. */
    PRACTITIONER,
    /** A new group would like to see it. */
    AUDIENCE,
    /** A part was covered up or taken out. */
    REDACTION,
    /** Somebody new would see the collection that it is in. */
    RECIPIENT,
    /** The notice that tells how all this works was changed. */
    NOTICE
}
