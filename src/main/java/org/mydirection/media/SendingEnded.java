package org.mydirection.media;

/** No further byte of an answer goes out. */
public final class SendingEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SendingEnded(String why) {
        super(why);
    }
}
