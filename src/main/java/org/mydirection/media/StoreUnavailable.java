package org.mydirection.media;

import java.io.IOException;

/** The object store does not answer, breaks off, or says that it can't now: what waits for it waits until it can. */
final class StoreUnavailable extends IOException {

    private static final long serialVersionUID = 1L;

    StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
