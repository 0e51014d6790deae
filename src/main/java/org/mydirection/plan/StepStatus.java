package org.mydirection.plan;

/** Where a step stands. Any of these may follow any other: steps are corrected as people talk. */
public enum StepStatus {
    NOT_STARTED,
    IN_PROGRESS,
    COMPLETED,
    CANNOT_BE_DONE_YET,
    NO_LONGER_NEEDED
}
