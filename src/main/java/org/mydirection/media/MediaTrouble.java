package org.mydirection.media;

import java.time.Instant;
import org.mydirection.shared.Refusal;

/**
 * A file that could not be used, or waits longer than it should, as the administrator sees it: ids and reasons, nothing
 * of its content or of whose it is. Immutable.
 *
 * @param refusal the code of the message that says why; null unless REFUSED
 * @param bytes as it was sent
 * @param again whether it can be tried again: it failed, and what was sent is still here
 * @param settled when that was found; null while it waits
 */
public record MediaTrouble(
        AssetId id,
        MediaKind kind,
        AssetStatus status,
        String refusal,
        long bytes,
        Instant received,
        Instant settled,
        boolean again) {

    /** The first 8 characters of the id: enough to find it in the log. */
    public String brief() {
        return id.text().substring(0, 8);
    }

    public AssetId getId() {
        return id;
    }

    public MediaKind getKind() {
        return kind;
    }

    public AssetStatus getStatus() {
        return status;
    }

    public String getRefusal() {
        return refusal;
    }

    public long getBytes() {
        return bytes;
    }

    public boolean isAgain() {
        return again;
    }

    public Instant getReceived() {
        return received;
    }

    public Instant getSettled() {
        return settled;
    }

    /** The whole refusal with the arguments of its message; null unless REFUSED. */
    public Refusal getReason() {
        return refusal == null ? null : MediaLimits.refusal(refusal);
    }

    /** Whether the scanner found something in it. */
    public boolean isInfected() {
        return MediaLimits.UNSAFE.equals(refusal);
    }
}
