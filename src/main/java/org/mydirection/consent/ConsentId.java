package org.mydirection.consent;

import java.util.UUID;
import org.mydirection.shared.Id;

/** Names a consent record; its first eight characters are the receipt number. */
public record ConsentId(UUID value) implements Id {

    public String receiptNumber() {
        return text().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
