package org.mydirection.story;

/**
 * An invitation to tell a story. Immutable.
 *
 * @param key never used again for another prompt
 * @param group the name of an area of need, or {@link Prompts#STRENGTHS}
 * @param question one line with one question mark
 * @param followUp a second question, for those who want it
 * @param opener how one could begin; a hint in the empty box, never saved
 * @param care for staff and peer supporters; never shown to a storyteller
 */
public record Prompt(
        String key, String group, String question, String followUp, String opener, Weight weight, String care) {

    /** How much a prompt may stir. */
    public enum Weight {
        /** A safe first story: offered first. */
        LIGHT,
        /** May stir feelings: offered in the list. */
        STEADY,
        /** May bring back a hard time: asks first how the person is; never the first story. */
        DEEP
    }
}
