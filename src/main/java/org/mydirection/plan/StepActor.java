package org.mydirection.plan;

/** Who takes a step. */
public enum StepActor {
    PERSON_ON_PROBATION,
    PROBATION_PRACTITIONER,
    SOMEONE_ELSE
}
