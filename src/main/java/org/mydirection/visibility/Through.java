package org.mydirection.visibility;

import org.mydirection.collection.CollectionId;
import org.mydirection.moderation.ReviewId;

/** The way by which somebody asks to see a story. There is no other way. */
public sealed interface Through {

    /** The storyteller looks at their own story. */
    record Own() implements Through {}

    /** A reviewer looks at the version whose review they have claimed. */
    record Claim(ReviewId review) implements Through {}

    /** The person or their practitioner looks at a published collection. */
    record Published(CollectionId collection) implements Through {}

    /** Somebody gathers stories for a collection that is not published yet, or looks what it would show. */
    record Gathering(CollectionId collection) implements Through {}
}
