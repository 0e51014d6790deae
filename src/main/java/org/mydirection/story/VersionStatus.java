package org.mydirection.story;

/** Where a version of a story stands (DESIGN §4). */
public enum VersionStatus {
    /** The storyteller is writing; nobody else sees it. */
    DRAFT,
    /** Sent; waiting for a checker; can still be recalled. */
    SUBMITTED,
    /** A checker has it, or had it and passed it on. */
    IN_REVIEW,
    /** A checker asked for a change; a new draft was made from it. */
    CHANGES_REQUESTED,
    /** It passed both checks. Whether anybody sees it is a matter of permission. */
    APPROVED,
    /** It cannot be shown; a reason was given. */
    DECLINED,
    /** A newer version was approved. */
    SUPERSEDED;

    /** {@code IN_REVIEW → DRAFT} happens only when the storyteller takes the story back while it is being checked. */
    public boolean mayBecome(VersionStatus next) {
        return switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> next == DRAFT || next == IN_REVIEW;
            case IN_REVIEW -> next == CHANGES_REQUESTED || next == APPROVED || next == DECLINED || next == DRAFT;
            case APPROVED -> next == SUPERSEDED;
            case CHANGES_REQUESTED, DECLINED, SUPERSEDED -> false;
        };
    }

    /** Written or being checked: a story has at most one such version. */
    public boolean open() {
        return this == DRAFT || this == SUBMITTED || this == IN_REVIEW;
    }
}
