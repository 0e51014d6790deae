package org.mydirection.media;

/** What a media asset is to a person. */
public enum MediaKind {
    /** Something to look at: it ends as still pixels. */
    PICTURE,
    /** Something to listen to: it ends as one channel of sound. */
    RECORDING
}
