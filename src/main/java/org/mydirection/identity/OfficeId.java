package org.mydirection.identity;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names an office. */
public record OfficeId(UUID value) implements Id {}
