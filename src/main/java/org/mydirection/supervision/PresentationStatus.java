package org.mydirection.supervision;

/** Where a presentation stands. PLANNED and READY (DESIGN §4) come with appointments; here it starts live. */
public enum PresentationStatus {
    /** Being shown. */
    LIVE,
    /** Over. */
    ENDED,
    /** A storyteller took back the story that was on the screen. */
    STOPPED_BY_WITHDRAWAL,
    /** A member of staff stopped it before its end. */
    STOPPED_BY_STAFF;

    public boolean mayBecome(PresentationStatus next) {
        return this == LIVE && next != LIVE;
    }
}
