package org.mydirection.story;

/** Whether anybody but the storyteller is in a picture, as the storyteller says. */
public enum Others {
    NOBODY,
    /** Then they must say yes themselves, or be covered up, before anybody sees it. */
    SOMEBODY
}
