package org.mydirection.story;

/**
 * How a scene is told. Immutable.
 *
 * @param narration whether the pictures of the story are shown along this recording
 * @param cueMillis when this picture comes up in the narration, in milliseconds from its start; null when it does not
 * @param others whether somebody else is in this picture; null until the storyteller said
 * @param unconfirmed who wrote the words down, while the storyteller has not said that they are theirs; else null
 */
public record SceneTelling(boolean narration, Long cueMillis, Others others, WrittenBy unconfirmed) {

    /** Of a scene about which nothing was said. */
    public static final SceneTelling PLAIN = new SceneTelling(false, null, null, null);
}
