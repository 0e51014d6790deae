package org.mydirection.identity;

/** What a use case asks for before it does anything. Which role carries which: {@link Role}. */
public enum Permission {
    /** Make stories of one's own, give and take back permission, see where they are. */
    TELL_STORIES,
    /** Take part in one's own sentence plan and read its collections. */
    FOLLOW_OWN_PLAN,
    /** Write sentence plans with the people on one's caseload. */
    WRITE_PLANS,
    /** Gather approved stories into collections. */
    CURATE,
    /** Publish a collection for a person on one's caseload. */
    PUBLISH,
    /** Show a collection in supervision and write a reflection. */
    PRESENT,
    /** Claim and decide reviews of permission and content. */
    REVIEW,
    /** Record, with a witness, that somebody asked in words to take a story back. Every member of staff may. */
    RECORD_WORDS,
    /** Read the audit trail. */
    READ_TRAIL,
    /** Place and lift holds. */
    HOLD_STORIES,
    /** Open and close accounts, change roles, say who supervises whom. */
    RUN_ACCOUNTS,
    /** See which files failed or were refused, by opaque ids and reasons, never their content. */
    WATCH_FILES
}
