package org.mydirection.moderation;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a review. */
public record ReviewId(UUID value) implements Id {}
