package org.mydirection.story;

/** Who wrote words down that the storyteller has not yet said are theirs. */
public enum WrittenBy {
    /** A peer supporter, while the storyteller was present. */
    SUPPORTER,
    /** The engine that drafts transcripts. */
    ENGINE
}
