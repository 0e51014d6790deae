package org.mydirection.story;

import java.util.UUID;

/**
 * What a story answers. Immutable.
 *
 * @param prompt the key of a prompt of the library; null for none
 * @param goal the id of a goal that was reached; null for none
 */
public record StoryIdea(String prompt, UUID goal) {

    /** The storyteller's own way. */
    public static final StoryIdea NONE = new StoryIdea(null, null);
}
