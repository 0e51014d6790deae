package org.mydirection.supervision;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a reflection. */
public record ReflectionId(UUID value) implements Id {}
