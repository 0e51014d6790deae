package org.mydirection.story;

/** What a scene is made of. */
public enum SceneKind {
    WORDS,
    PICTURE,
    RECORDING
}
