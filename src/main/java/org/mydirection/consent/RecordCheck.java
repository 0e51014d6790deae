package org.mydirection.consent;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mydirection.consent.Choices.AtDeath;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.ConsentEvent.Kind;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;

/**
 * Verifies every record of permission against its chain of events, past the application: each event against its hash and
 * the one before, the end of the chain against the record, and what the record says against what was last said. Also finds
 * records that the audit trail knows of and that are gone. As a command it prints one line and ends with 0 when all are
 * whole, with 1 when one is not, and with 2 when it could not look.
 */
public final class RecordCheck {

    private static final String RECORDS =
            "select c.id, c.status, c.last_event, c.last_hash, c.audience, c.practitioner_id,"
                    + " c.office_id, c.shown_as, c.chosen_name, c.first_day, c.last_day, c.conditions, c.voice, c.face,"
                    + " c.ask_each_time, c.at_sentence_end, c.at_move, c.at_death, c.notice_hash, c.answers_hash"
                    + " from consent c order by (select min(e.at) from consent_event e where e.consent_id = c.id), c.id";

    private static final String EVENTS = "select id, number, kind, at, actor, content, previous_hash, hash"
            + " from consent_event where consent_id = ? order by number";

    private static final Pattern RECORDING = Pattern.compile("\nanswers_hash=([0-9a-f]{64})\\z");

    private final Connection connection;
    private long records;
    private long events;

    private RecordCheck(Connection connection) {
        this.connection = connection;
    }

    /** Walks all records, the oldest first, and stops at the first that is not whole. Reads only. */
    public static Result check(Connection connection) throws SQLException {
        RecordCheck check = new RecordCheck(connection);
        Optional<Tampered> tampered = check.walk();
        return new Result(check.records, check.events, tampered);
    }

    private Optional<Tampered> walk() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORDS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                records++;
                Optional<Tampered> tampered = record(row);
                if (tampered.isPresent()) {
                    return tampered;
                }
            }
        }
        return missing();
    }

    private Optional<Tampered> record(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Chain chain = new Chain();
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setObject(1, id);
            try (ResultSet event = statement.executeQuery()) {
                while (event.next()) {
                    events++;
                    if (!chain.take(id, event)) {
                        return Optional.of(
                                new Tampered(id, chain.number + 1, "the event was changed, removed or moved"));
                    }
                }
            }
        }
        if (chain.number != row.getInt("last_event")
                || chain.number > 0 && !chain.hash.equals(row.getString("last_hash"))) {
            return Optional.of(new Tampered(id, chain.number + 1, "events at the end are missing"));
        }
        return agrees(row, id, chain)
                ? Optional.empty()
                : Optional.of(new Tampered(id, chain.number, "the record does not say what was said last"));
    }

    /** Whether the record stands where its events left it. A record in the making says nothing yet. */
    private boolean agrees(ResultSet row, UUID id, Chain chain) throws SQLException {
        ConsentStatus status = ConsentStatus.valueOf(row.getString("status"));
        if (status == ConsentStatus.DRAFT
                || status == ConsentStatus.OFFERED
                || status == ConsentStatus.SUPERSEDED && chain.status != ConsentStatus.SUPERSEDED) {
            return chain.status == null;
        }
        return status == chain.status
                && chain.content != null
                // Records from before these questions were asked hold no answer to compare; their events are chained.
                && (!chain.content.contains("\nvoice=")
                        || chain.content.startsWith(answers(row, id).asText()))
                && chain.content.contains("\nhash=" + row.getString("notice_hash"))
                && recording(chain.content).equals(Optional.ofNullable(row.getString("answers_hash")));
    }

    /** The hash of the recorded answers, which is the last that a record says. */
    private static Optional<String> recording(String content) {
        Matcher line = RECORDING.matcher(content);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    private Answers answers(ResultSet row, UUID id) throws SQLException {
        Map<Purpose, Boolean> purposes = new EnumMap<>(Purpose.class);
        try (PreparedStatement statement =
                connection.prepareStatement("select purpose, agreed from consent_purpose where consent_id = ?")) {
            statement.setObject(1, id);
            try (ResultSet purpose = statement.executeQuery()) {
                while (purpose.next()) {
                    purposes.put(Purpose.valueOf(purpose.getString(1)), purpose.getBoolean(2));
                }
            }
        }
        Set<OfficeId> excluded = new HashSet<>();
        ids("select office_id from consent_excluded_office where consent_id = ?", id)
                .forEach(office -> excluded.add(new OfficeId(office)));
        Set<AccountId> named = new HashSet<>();
        ids("select account_id from consent_named_person where consent_id = ?", id)
                .forEach(person -> named.add(new AccountId(person)));
        UUID practitioner = row.getObject("practitioner_id", UUID.class);
        UUID office = row.getObject("office_id", UUID.class);
        return new Answers(
                purposes,
                constant(Audience.class, row.getString("audience")),
                practitioner == null ? null : new AccountId(practitioner),
                office == null ? null : new OfficeId(office),
                excluded,
                constant(Identity.class, row.getString("shown_as")),
                row.getString("chosen_name"),
                day(row.getDate("first_day")),
                day(row.getDate("last_day")),
                row.getString("conditions"),
                named,
                new Manner(
                        constant(Likeness.class, row.getString("voice")),
                        constant(Likeness.class, row.getString("face")),
                        row.getBoolean("ask_each_time"),
                        constant(AtSentenceEnd.class, row.getString("at_sentence_end")),
                        constant(AtMove.class, row.getString("at_move")),
                        constant(AtDeath.class, row.getString("at_death"))));
    }

    private Set<UUID> ids(String sql, UUID id) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    /** A record that was removed whole: the trail still tells that it was given. */
    private Optional<Tampered> missing() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select a.subject from audit_entry a where a.event = 'permission_given'"
                                + " and not exists (select 1 from consent c where c.id = a.subject) order by a.number");
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Tampered(row.getObject(1, UUID.class), 1, "the whole record is gone"))
                    : Optional.empty();
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** The events of one record so far: where they end, and what they say. */
    private static final class Chain {

        private int number;
        private String hash = ConsentEvent.BEGINNING;
        private ConsentStatus status;
        private String content;

        boolean take(UUID consent, ResultSet row) throws SQLException {
            Kind kind = kind(row.getString("kind"));
            Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
            if (kind == null || row.getInt("number") != number + 1) {
                return false;
            }
            ConsentEvent event = new ConsentEvent(
                    new ConsentId(consent),
                    row.getInt("number"),
                    kind,
                    at,
                    row.getObject("actor", UUID.class),
                    row.getString("content"),
                    row.getString("previous_hash"));
            if (!row.getString("previous_hash").equals(hash) || !event.hash().equals(row.getString("hash"))) {
                return false;
            }
            number = event.number();
            hash = event.hash();
            follow(kind, row.getString("content"));
            return true;
        }

        private static Kind kind(String name) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            return null;
        }

        private void follow(Kind kind, String said) {
            switch (kind) {
                case GIVEN, RECONFIRMED, RENEWED -> {
                    status = ConsentStatus.ACTIVE;
                    content = said;
                }
                case PURPOSE_WITHDRAWN -> content = said;
                case DECLINED -> {
                    status = ConsentStatus.DECLINED;
                    content = said;
                }
                case SUSPENDED -> status = ConsentStatus.SUSPENDED;
                case WITHDRAWN -> status = ConsentStatus.WITHDRAWN;
                case SUPERSEDED -> status = ConsentStatus.SUPERSEDED;
                case VOIDED -> {
                    status = ConsentStatus.VOID;
                    content = content == null ? said : content;
                }
                case EXPIRED -> status = ConsentStatus.EXPIRED;
                case OFFERED -> content = said;
                case LIMITS_SHOWN, BOUND_TO_VERSION, PART_WITHDRAWN -> {
                    // They change nothing that the record itself says.
                }
            }
        }
    }

    /**
     * The first record that is not whole.
     *
     * @param event the number of the first event that is wrong, from 1
     */
    public record Tampered(UUID consent, int event, String what) {}

    /** What was looked at, and what was found. */
    public record Result(long records, long events, Optional<Tampered> tampered) {

        /** As a person reads it. */
        public String sentence() {
            return tampered.map(found -> "The record " + found.consent() + " is not whole: " + found.what() + " (event "
                            + found.event() + ").")
                    .orElse("All " + records + " records of permission with " + events + " events are whole.");
        }
    }
}
