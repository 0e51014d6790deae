package org.mydirection.story;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a story version. */
public record VersionId(UUID value) implements Id {}
