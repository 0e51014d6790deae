package org.mydirection.supervision;

import java.time.Instant;
import org.mydirection.consent.Purpose;

/** That one's story was shown; {@code by} is empty unless the presenter agreed to be named. */
public record ShownRow(Instant at, Purpose purpose, String by) {

    public ShownRow(Instant at, Purpose purpose, boolean named, String presenter) {
        this(at, purpose, named ? presenter : "");
    }
}
