package org.mydirection.supervision;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a presentation. */
public record PresentationId(UUID value) implements Id {}
