package org.mydirection.story;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a hold. */
public record HoldId(UUID value) implements Id {}
