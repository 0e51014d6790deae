package org.mydirection.consent;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names somebody else in a story. */
public record ThirdPartyId(UUID value) implements Id {}
