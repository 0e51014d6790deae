package org.mydirection.plan;

/** A step as a page shows it. */
public record StepView(StepId id, String text, StepActor actor, StepStatus status) {}
