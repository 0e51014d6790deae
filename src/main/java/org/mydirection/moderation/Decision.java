package org.mydirection.moderation;

import java.util.ArrayList;
import java.util.List;
import org.mydirection.shared.Refusal;

/**
 * What a reviewer decided.
 *
 * @param reasonCode a key of the moderation policy; mandatory for every "no", ignored for a yes
 * @param note to the storyteller, in plain words, up to 1,000 characters; null for none
 * @param digest of the version that the reviewer read
 */
public record Decision(Outcome outcome, String reasonCode, String note, String digest) {

    public Decision {
        reasonCode = outcome != null && outcome.needsReason() ? reasonCode : null;
        note = note == null || note.isBlank() ? null : note.strip();
    }

    List<Refusal> check(ReasonCodes codes, Stage stage) {
        List<Refusal> refusals = new ArrayList<>();
        if (outcome == null) {
            refusals.add(Refusal.of("review.outcome_missing"));
        } else if (outcome.needsReason() && !codes.has(stage, reasonCode)) {
            refusals.add(Refusal.of("review.reason_missing"));
        }
        if (note != null && note.length() > 1_000) {
            refusals.add(Refusal.of("error.text_too_long", (note.length() - 1_000) / 6 + 1));
        }
        return refusals;
    }
}
