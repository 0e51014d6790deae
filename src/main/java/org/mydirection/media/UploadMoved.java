package org.mydirection.media;

/** An upload does not stand where somebody wanted to go on: another request went on meanwhile, or it is finished. */
public final class UploadMoved extends Exception {

    private static final long serialVersionUID = 1L;

    UploadMoved() {
        super("the upload stands elsewhere");
    }
}
