package org.mydirection.plan;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a goal of a sentence plan. */
public record GoalId(UUID value) implements Id {}
