package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says whether what media need is there now. */
@ApplicationScoped
public class MediaHealth {

    @Inject
    ObjectStore store;

    @Inject
    MediaTools tools;

    /** Whether the bucket can be asked for; takes at most about a minute when the store hangs. */
    public boolean storeAnswers() {
        return store.answers();
    }

    /** Whether ffmpeg and ffprobe run; it runs both, which takes some 50 milliseconds. */
    public boolean toolsAnswer() {
        return tools.answer();
    }
}
