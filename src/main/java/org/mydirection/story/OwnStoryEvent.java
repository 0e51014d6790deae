package org.mydirection.story;

import java.util.UUID;
import org.mydirection.shared.DomainEvent;

/** What storytellers do with a story of their own: the subject is the story, the actor the person it is about. */
interface OwnStoryEvent extends DomainEvent {

    @Override
    default UUID story() {
        return subject();
    }

    @Override
    default UUID person() {
        return actor();
    }
}
