package org.mydirection.consent;

import org.mydirection.shared.DomainEvent;

/**
 * Something after which nobody else sees a story, or sees it for a purpose. Whoever has it on a screen stops; where the
 * permission ended, its open review is moot. Tidying: the promise rests on the rule of visibility alone.
 */
public interface StoryHidden extends DomainEvent {

    /** Whether what is being checked is not to be checked any more. */
    boolean ends();

    /** The only purpose that it is about; null for all of them. */
    default Purpose only() {
        return null;
    }
}
