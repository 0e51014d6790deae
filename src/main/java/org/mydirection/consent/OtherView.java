package org.mydirection.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.consent.ThirdParty.Outcome;
import org.mydirection.shared.Times;

/**
 * One of the others.
 *
 * @param picture the one that they are in; null when that is not known
 * @param outcome null while nothing is decided; reason and answeredAt likewise
 * @param settled whether the story may be shown as far as they are concerned
 * @param awaitsSecond whether a second reviewer has to say the same
 * @param codeUntil until when a code that was given out can be used; null without one
 * @param lastDay of their yes; null without one
 */
public record OtherView(
        ThirdPartyId id,
        UUID picture,
        String who,
        Category category,
        Outcome outcome,
        String reason,
        boolean settled,
        boolean awaitsSecond,
        Instant codeUntil,
        Instant answeredAt,
        LocalDate lastDay) {

    static OtherView of(ThirdParty other, Instant now) {
        Instant until =
                Optional.ofNullable(other.codeUntil()).filter(now::isBefore).orElse(null);
        return new OtherView(
                other.id(),
                other.picture(),
                other.who(),
                other.category(),
                other.outcome(),
                other.reason(),
                other.settled(Times.day(now)),
                other.awaitsSecond(),
                until,
                other.answeredAt(),
                other.lastDay());
    }
}
