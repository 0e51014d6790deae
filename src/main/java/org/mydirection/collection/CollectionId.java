package org.mydirection.collection;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a collection. */
public record CollectionId(UUID value) implements Id {}
