package org.mydirection.consent;

/** What changed so that a permission is on hold until the storyteller says yes again (DESIGN §4). */
public enum Change {
    /** The storyteller moved to another office. */
    MOVED,
    /** Somebody else supervises the storyteller now. */
    PRACTITIONER,
    /** Staff of an office that was not there when yes was said to all offices would see it. */
    AUDIENCE,
    /** A part was covered up or taken out. */
    REDACTION,
    /** Somebody came, after it was published, to a collection that it is in, and would see it. */
    RECIPIENT,
    /** The notice that tells how all this works was changed. */
    NOTICE
}
