package org.mydirection.media;

import java.util.UUID;
import org.mydirection.shared.DomainEvent;

/** A file that had failed was given to the work once more. The subject is the asset. */
record FileTriedAgain(UUID actor, UUID subject) implements DomainEvent {}
