package org.mydirection.identity;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names an account. */
public record AccountId(UUID value) implements Id {}
