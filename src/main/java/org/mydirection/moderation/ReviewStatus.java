package org.mydirection.moderation;

/** Where a review stands. A claim that lapsed counts as OPEN, decided by the clock when somebody asks. */
public enum ReviewStatus {
    /** Waiting for a checker. */
    OPEN,
    /** A checker has it until a stated time. */
    CLAIMED,
    /** Decided, with a reason where there must be one. */
    DECIDED,
    /** The storyteller recalled it or took it back; nothing is decided. */
    MOOT;

    public boolean mayBecome(ReviewStatus next) {
        return switch (this) {
            case OPEN -> next == CLAIMED || next == MOOT;
            case CLAIMED -> next == OPEN || next == CLAIMED || next == DECIDED || next == MOOT;
            case DECIDED, MOOT -> false;
        };
    }
}
