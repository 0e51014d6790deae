package org.mydirection.moderation;

/** How a review is decided. */
public enum Outcome {
    /** Permission: on to the second queue. Content: fit for what was agreed. */
    APPROVE,
    /** Back to the storyteller as a draft, with the reason beside it. */
    REQUEST_CHANGES,
    /** It cannot be shown. */
    DECLINE;

    public boolean needsReason() {
        return this != APPROVE;
    }
}
