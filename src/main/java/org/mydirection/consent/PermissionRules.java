package org.mydirection.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Times;

/** What must hold of a permission before its story can be sent. */
public final class PermissionRules {

    private PermissionRules() {}

    /** Why the story cannot be sent under what was said so far; empty when it can. */
    public static List<Refusal> check(Optional<Consent> current, Instant now) {
        if (current.isEmpty() || current.get().answers().agreed().isEmpty()) {
            return List.of(Refusal.of("submit.permission_missing"));
        }
        Consent consent = current.get();
        if (consent.status() == ConsentStatus.SUSPENDED) {
            return List.of(Refusal.of("submit.permission_suspended"));
        }
        return consent.answers().lastDay().isBefore(Times.day(now))
                ? List.of(Refusal.of("submit.permission_ended"))
                : List.of();
    }
}
