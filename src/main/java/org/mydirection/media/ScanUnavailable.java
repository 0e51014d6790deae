package org.mydirection.media;

import java.io.IOException;

/** The configured scanner gave no verdict, which never counts as clean: the asset waits until it does. */
final class ScanUnavailable extends IOException {

    private static final long serialVersionUID = 1L;

    ScanUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
