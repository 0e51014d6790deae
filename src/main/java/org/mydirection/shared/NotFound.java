package org.mydirection.shared;

/** There is no such thing, or it is not the viewer's to know of: the two are one answer, a 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
