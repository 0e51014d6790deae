package org.mydirection.media;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a media asset is on its way.
 *
 * <pre>
 * RECEIVED → SCANNED → SANITISED → READY
 *     │         │          │
 *     ├─────────┴─ REFUSED │
 *     └─────────┴──────────┴─ FAILED → RECEIVED, when an administrator has it tried again
 * </pre>
 */
public enum AssetStatus {
    /** Stored safely and waiting to be checked: "we have your file". */
    RECEIVED,
    /** Checked for malware, or no scanner is configured: "we are preparing it". */
    SCANNED,
    /** Encoded anew and stored; what was stored has not been read back yet. */
    SANITISED,
    /** Read back and found clean: it can be seen or heard. */
    READY,
    /** Cannot be used, for a reason that the storyteller can act on. */
    REFUSED,
    /** Could not be prepared through a fault of ours, after all retries; what was sent is kept, so that it can be tried again. */
    FAILED;

    /** Whether this status may be followed by that one; a status never follows itself. */
    public boolean mayBecome(AssetStatus next) {
        return followers().contains(next);
    }

    /** Whether the work on the asset has come to its end, unless somebody has it begun anew. */
    public boolean isFinal() {
        return EnumSet.of(READY, REFUSED, FAILED).contains(this);
    }

    private Set<AssetStatus> followers() {
        return switch (this) {
            case RECEIVED -> EnumSet.of(SCANNED, REFUSED, FAILED);
            case SCANNED -> EnumSet.of(SANITISED, REFUSED, FAILED);
            case SANITISED -> EnumSet.of(READY, FAILED);
            case FAILED -> EnumSet.of(RECEIVED);
            case READY, REFUSED -> EnumSet.noneOf(AssetStatus.class);
        };
    }
}
