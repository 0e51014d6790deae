package org.mydirection.shared;

import java.util.UUID;

/**
 * Something that happened and is kept in the audit trail, written in the same transaction. Implemented by records with
 * a past-tense name ({@code StorySubmitted}). Holds opaque ids only: never a name, a title, a file name or story text.
 */
public interface DomainEvent {

    /** Who did it: an account; null when the system did it by itself. */
    UUID actor();

    /** What it was done to: the id of a story, a review, a collection, an account. */
    UUID subject();

    /** The person on probation whom it is about, where there is one; else null. */
    default UUID person() {
        return null;
    }

    /** The story that it is about, where there is one; else null. */
    default UUID story() {
        return null;
    }

    /** The purpose for which it was done (the name of a purpose of DESIGN §2), where one was given; else null. */
    default String purpose() {
        return null;
    }

    /** A code that tells more (an outcome, a reason code); never free text; else null. */
    default String detail() {
        return null;
    }

    /** The event's name in the trail: {@code story_submitted} for {@code StorySubmitted}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }
}
