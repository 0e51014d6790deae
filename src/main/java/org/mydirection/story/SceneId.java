package org.mydirection.story;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a scene. */
public record SceneId(UUID value) implements Id {}
