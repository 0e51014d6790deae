package org.mydirection.consent;

/** Where a permission stands (DESIGN §4). Whether its dates cover today is decided at each request, not stored. */
public enum ConsentStatus {
    /** Questions are being answered. */
    DRAFT,
    /** The whole text was shown with the answers; a yes or a no is awaited. */
    OFFERED,
    /** The storyteller said yes. */
    ACTIVE,
    /** The storyteller said no. */
    DECLINED,
    /** Something changed; nobody sees the story until the storyteller says yes again. */
    SUSPENDED,
    /** The storyteller took it back. */
    WITHDRAWN,
    /** Its last day has gone and somebody noted it. */
    EXPIRED,
    /** A newer permission took its place. */
    SUPERSEDED,
    /** It was not asked for in the right way and does not count. */
    VOID;

    public boolean mayBecome(ConsentStatus next) {
        return switch (this) {
            case DRAFT -> next == OFFERED || next == SUPERSEDED;
            case OFFERED -> next == DRAFT || next == ACTIVE || next == DECLINED || next == SUPERSEDED || next == VOID;
            case ACTIVE ->
                next == SUSPENDED || next == WITHDRAWN || next == EXPIRED || next == SUPERSEDED || next == VOID;
            case SUSPENDED ->
                next == ACTIVE || next == WITHDRAWN || next == EXPIRED || next == SUPERSEDED || next == VOID;
            case DECLINED, WITHDRAWN, EXPIRED, SUPERSEDED, VOID -> false;
        };
    }

    /** In force or in the making: a story has at most one such record of each. */
    boolean current() {
        return this == ACTIVE || this == SUSPENDED;
    }
}
