package org.mydirection.plan;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a step of a sentence plan. */
public record StepId(UUID value) implements Id {}
