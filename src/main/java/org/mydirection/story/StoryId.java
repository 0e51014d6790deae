package org.mydirection.story;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a story. */
public record StoryId(UUID value) implements Id {}
