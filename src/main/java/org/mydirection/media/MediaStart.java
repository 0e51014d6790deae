package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class MediaStart {
    public void start() {
        throw new UnsupportedOperationException();
    }

    public void stop() {
        throw new UnsupportedOperationException();
    }
}
