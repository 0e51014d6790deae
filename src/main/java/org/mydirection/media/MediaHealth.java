package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class MediaHealth {
    public boolean storeAnswers() {
        throw new UnsupportedOperationException();
    }

    public boolean toolsAnswer() {
        throw new UnsupportedOperationException();
    }
}
