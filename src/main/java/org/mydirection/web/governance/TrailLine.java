package org.mydirection.web.governance;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.mydirection.audit.AuditEntry;
import org.mydirection.identity.AccountId;

/**
 * An entry as the list shows it. Immutable.
 *
 * @param who the name of a member of staff; null for a person on probation, and for the system
 * @param actor null when the system did it by itself
 * @param record what it was done to, when that is none of actor, person and story; else null
 * @param detail a code in words; null for none
 */
public record TrailLine(
        long number,
        Instant at,
        String event,
        String who,
        UUID actor,
        UUID person,
        UUID story,
        UUID record,
        String purpose,
        String detail) {

    static TrailLine of(AuditEntry entry, Map<AccountId, String> names) {
        boolean known = Stream.of(entry.actor(), entry.person(), entry.story())
                .filter(Objects::nonNull)
                .anyMatch(id -> id.equals(entry.subject()));
        return new TrailLine(
                entry.number(),
                entry.at(),
                entry.event(),
                entry.actor() == null ? null : names.get(new AccountId(entry.actor())),
                entry.actor(),
                entry.person(),
                entry.story(),
                known ? null : entry.subject(),
                entry.purpose(),
                entry.detail() == null
                        ? null
                        : entry.detail().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** The first 8 characters of an id: enough to tell the rows of a page apart. */
    public static String brief(UUID id) {
        return id.toString().substring(0, 8);
    }

    public String briefActor() {
        return brief(actor);
    }

    public String briefPerson() {
        return brief(person);
    }

    public String briefStory() {
        return brief(story);
    }

    public String briefRecord() {
        return brief(record);
    }
}
