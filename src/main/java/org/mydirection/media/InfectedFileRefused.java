package org.mydirection.media;

import java.util.UUID;
import org.mydirection.shared.DomainEvent;

/** The scanner found something in a file; what was sent is destroyed. The subject is the asset. */
record InfectedFileRefused(UUID subject) implements DomainEvent {

    @Override
    public UUID actor() {
        return null;
    }
}
