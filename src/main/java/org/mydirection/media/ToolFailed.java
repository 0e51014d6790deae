package org.mydirection.media;

import java.io.IOException;

/** A media tool could not do its work through no fault of the file: it does not run, or the disk is full. */
final class ToolFailed extends IOException {

    private static final long serialVersionUID = 1L;

    ToolFailed(String what) {
        super(what);
    }
}
