package org.mydirection.moderation;

/** What a review asks. */
public enum Stage {
    /** Is this permission informed, free and complete? */
    CONSENT,
    /** Is this version fit for what was agreed? */
    CONTENT
}
