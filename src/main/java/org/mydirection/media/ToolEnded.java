package org.mydirection.media;

import java.io.IOException;

/**
 * A media tool crashed, or ran into one of its limits, on this file: most likely through the file, so that after some
 * tries the file is refused.
 */
final class ToolEnded extends IOException {

    private static final long serialVersionUID = 1L;

    ToolEnded(String what) {
        super(what);
    }
}
