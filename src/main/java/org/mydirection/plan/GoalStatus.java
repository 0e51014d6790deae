package org.mydirection.plan;

/** Where a goal stands. */
public enum GoalStatus {
    /** Worked on now. */
    ACTIVE,
    /** For later. */
    FUTURE,
    /** Reached. */
    ACHIEVED,
    /** Taken out of the plan; kept with its reason. */
    REMOVED;

    /** A goal moves between now and later, ends as reached or removed, and comes back from either as active. */
    public boolean mayBecome(GoalStatus next) {
        return switch (this) {
            case ACTIVE -> next == FUTURE || next == ACHIEVED || next == REMOVED;
            case FUTURE -> next == ACTIVE || next == REMOVED;
            case ACHIEVED, REMOVED -> next == ACTIVE;
        };
    }
}
