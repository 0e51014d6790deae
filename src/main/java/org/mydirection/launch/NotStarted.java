package org.mydirection.launch;

/** My Direction cannot run. The message is one plain sentence that names what to change. */
class NotStarted extends Exception {

    private static final long serialVersionUID = 1L;

    NotStarted(String sentence) {
        super(sentence);
    }

    NotStarted(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
