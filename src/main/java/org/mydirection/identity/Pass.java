package org.mydirection.identity;

import java.util.Optional;
import org.mydirection.shared.Id;

/**
 * What a session holds of whoever signed in: the account, and a mark of the passphrase that was given. A new passphrase
 * has another mark, so that every session that was opened with the old one ends at its next request.
 *
 * @param mark 16 hexadecimal digits, from which the passphrase cannot be found again
 */
public record Pass(AccountId account, String mark) {

    /** As {@link #text} wrote it; empty when this is no pass. */
    public static Optional<Pass> parse(String text) {
        int point = text == null ? -1 : text.indexOf('.');
        return point < 0
                ? Optional.empty()
                : Id.parse(text.substring(0, point))
                        .map(account -> new Pass(new AccountId(account), text.substring(point + 1)));
    }

    /** The id of the account, a point, the mark. */
    public String text() {
        return account.text() + "." + mark;
    }
}
