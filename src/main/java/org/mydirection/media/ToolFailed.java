package org.mydirection.media;

import java.io.IOException;

/** A media tool did not do its work through no fault of the file that can be proven: out of time, memory or disk. */
final class ToolFailed extends IOException {

    private static final long serialVersionUID = 1L;

    ToolFailed(String what) {
        super(what);
    }
}
