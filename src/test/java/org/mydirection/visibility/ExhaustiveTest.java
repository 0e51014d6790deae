package org.mydirection.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Viewer;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;

/**
 * The rule, explored to its end: two storytellers with a story each, three viewers, one collection, every transition of the
 * life cycles of DESIGN §4 and §8, from the empty world until no state is new. In each state each viewer asks for each
 * story, and nobody may see what the design forbids, nor miss what it allows. What the database answers depends on one
 * story, the collection and who supervises: each such part of a state is put into a real database and asked there once.
 */
class ExhaustiveTest {

    private enum Ver {
        DRAFT,
        SUBMITTED,
        IN_REVIEW,
        APPROVED
    }

    private enum Perm {
        NONE,
        COOLING,
        ACTIVE,
        SUSPENDED,
        ENDED,
        WITHDRAWN,
        VOID;

        boolean inForce() {
            return this == COOLING || this == ACTIVE;
        }

        boolean current() {
            return inForce() || this == SUSPENDED || this == ENDED;
        }
    }

    /** What may stand in the way: somebody else in it, or a voice that is to be changed and is not. */
    private enum Other {
        NONE,
        OPEN,
        YES,
        OBJECTED,
        VOICE_AS_IT_WAS,
        VOICE_DISGUISED;

        boolean settled() {
            return this == NONE || this == YES || this == VOICE_DISGUISED;
        }

        boolean aboutVoice() {
            return this == VOICE_AS_IT_WAS || this == VOICE_DISGUISED;
        }
    }

    private enum Coll {
        DRAFT,
        PUBLISHED,
        PAUSED
    }

    /** One story. {@code bound}: the permission names the version by its digest. */
    private record One(Ver ver, Perm perm, boolean bound, Other other, boolean hold) {

        static final int COUNT = 4 * 7 * 2 * 6 * 2;

        int code() {
            return ver.ordinal()
                    + 4 * (perm.ordinal() + 7 * ((bound ? 1 : 0) + 2 * (other.ordinal() + 6 * (hold ? 1 : 0))));
        }

        static One of(int code) {
            int rest = code / 4;
            int after = rest / 7;
            return new One(
                    Ver.values()[code % 4],
                    Perm.values()[rest % 7],
                    after % 2 == 1,
                    Other.values()[after / 2 % 6],
                    after / 12 == 1);
        }

        One with(Ver to) {
            return new One(to, perm, bound, other, hold);
        }

        One with(Perm to) {
            return new One(ver, to, bound, other, hold);
        }

        One with(Other to) {
            return new One(ver, perm, bound, to, hold);
        }

        One withBound(boolean to) {
            return new One(ver, perm, to, other, hold);
        }

        /** Taken back, by whomever: what was being checked is a draft again. */
        One ended(Perm as) {
            One after = perm.current() ? with(as) : this;
            return ver == Ver.SUBMITTED || ver == Ver.IN_REVIEW ? after.with(Ver.DRAFT) : after;
        }

        /** All that can happen to it next. */
        List<One> next() {
            List<One> next = new ArrayList<>();
            boolean still = ver == Ver.DRAFT || ver == Ver.APPROVED;
            if (still) {
                next.add(with(Perm.COOLING).withBound(false));
                next.add(perm.current() ? with(Perm.WITHDRAWN) : this);
            }
            if (ver == Ver.DRAFT && perm.inForce()) {
                next.add(with(Ver.SUBMITTED).withBound(true));
            }
            if (ver == Ver.SUBMITTED) {
                next.add(with(Ver.DRAFT));
                next.add(with(Ver.IN_REVIEW));
            }
            if (ver == Ver.IN_REVIEW) {
                next.add(with(Ver.DRAFT));
                if (perm.inForce() && bound && other.settled()) {
                    next.add(with(Ver.APPROVED));
                }
            }
            if (ver == Ver.APPROVED && perm.inForce() && other.settled()) {
                // Sent again under the permission of today, and approved.
                next.add(withBound(true));
            }
            if (perm.inForce()) {
                next.add(with(Perm.SUSPENDED));
            }
            if (perm.inForce() && bound && (ver == Ver.IN_REVIEW || ver == Ver.APPROVED)) {
                // A checker takes something out: what was said yes to is not there any more.
                next.add(with(Perm.SUSPENDED).withBound(false));
            }
            if (perm == Perm.SUSPENDED) {
                next.add(with(Perm.ACTIVE));
                // Yes to what a checker left.
                next.add(ver == Ver.DRAFT ? this : with(Perm.ACTIVE).withBound(true));
            }
            if (still && perm != Perm.NONE) {
                // Yes again, but only with a changed voice.
                next.add(new One(ver, Perm.COOLING, false, Other.VOICE_AS_IT_WAS, hold));
            }
            next.add(ended(Perm.WITHDRAWN));
            next.add(perm.current() ? with(Perm.VOID) : this);
            switch (other) {
                case NONE -> next.add(with(Other.OPEN));
                case OPEN -> {
                    next.add(with(Other.YES));
                    next.add(with(Other.OBJECTED));
                }
                case YES -> next.add(with(Other.OBJECTED));
                case OBJECTED, VOICE_AS_IT_WAS -> {
                    // Only a reviewer ends it, below.
                }
                case VOICE_DISGUISED -> next.add(with(Other.VOICE_AS_IT_WAS));
            }
            if (other == Other.VOICE_AS_IT_WAS && ver == Ver.IN_REVIEW) {
                // Disguising is taking something out: the storyteller is asked.
                next.add(new One(ver, perm.inForce() ? Perm.SUSPENDED : perm, false, Other.VOICE_DISGUISED, hold));
            }
            if (!other.settled() && !other.aboutVoice() && (ver == Ver.IN_REVIEW || ver == Ver.APPROVED)) {
                next.add(with(Other.NONE));
            }
            next.add(new One(ver, perm, bound, other, !hold));
            return next;
        }

        One aDayLater() {
            return perm == Perm.COOLING ? with(Perm.ACTIVE) : perm == Perm.ACTIVE ? with(Perm.ENDED) : this;
        }
    }

    /** Maya's story, Kofi's story, the collection for Maya, which of them are in it, and whether Ruth supervises Maya. */
    private record World(One mayas, One kofis, Coll coll, boolean holdsMayas, boolean holdsKofis, boolean ruth) {

        static final int COUNT = One.COUNT * One.COUNT * 24;

        int code() {
            return mayas.code()
                    + One.COUNT
                            * (kofis.code()
                                    + One.COUNT
                                            * (coll.ordinal()
                                                    + 3
                                                            * ((holdsMayas ? 1 : 0)
                                                                    + 2
                                                                            * ((holdsKofis ? 1 : 0)
                                                                                    + 2 * (ruth ? 1 : 0)))));
        }

        static World of(int code) {
            int rest = code / One.COUNT;
            int after = rest / One.COUNT;
            int flags = after / 3;
            return new World(
                    One.of(code % One.COUNT),
                    One.of(rest % One.COUNT),
                    Coll.values()[after % 3],
                    flags % 2 == 1,
                    flags / 2 % 2 == 1,
                    flags / 4 == 1);
        }

        /** Somebody new comes to a published collection: of what they would see there, its storyteller is asked. */
        private static One asked(One one, Coll coll, boolean in) {
            return coll == Coll.PUBLISHED && in && shows(one) ? one.with(Perm.SUSPENDED) : one;
        }

        List<World> next() {
            List<World> next = new ArrayList<>();
            mayas.next().forEach(one -> next.add(new World(one, kofis, coll, holdsMayas, holdsKofis, ruth)));
            kofis.next().forEach(one -> next.add(new World(mayas, one, coll, holdsMayas, holdsKofis, ruth)));
            next.add(new World(mayas.aDayLater(), kofis.aDayLater(), coll, holdsMayas, holdsKofis, ruth));
            next.add(new World(
                    asked(mayas, coll, holdsMayas),
                    asked(kofis, coll, holdsKofis),
                    coll,
                    holdsMayas,
                    holdsKofis,
                    !ruth));
            if (coll == Coll.DRAFT || coll == Coll.PAUSED) {
                // What may not be gathered is not added; what is in it stays, and is a gap.
                next.add(new World(mayas, kofis, coll, holdsMayas || shows(mayas), holdsKofis, ruth));
                next.add(new World(mayas, kofis, coll, holdsMayas, holdsKofis || shows(kofis), ruth));
                next.add(new World(mayas, kofis, coll, false, holdsKofis, ruth));
                next.add(new World(mayas, kofis, coll, holdsMayas, false, ruth));
                if (holdsMayas && shows(mayas) || holdsKofis && shows(kofis)) {
                    next.add(new World(mayas, kofis, Coll.PUBLISHED, holdsMayas, holdsKofis, ruth));
                }
            } else {
                next.add(new World(mayas, kofis, Coll.PAUSED, holdsMayas, holdsKofis, ruth));
            }
            return next;
        }
    }

    /** DESIGN §3 for one story, in its own words. */
    private static boolean shows(One one) {
        return one.ver() == Ver.APPROVED
                && one.perm() == Perm.ACTIVE
                && one.bound()
                && one.other().settled()
                && !one.hold();
    }

    private static boolean may(One one, Coll coll, boolean in, boolean entitled) {
        return shows(one) && coll == Coll.PUBLISHED && in && entitled;
    }

    private final House house = House.on(House.Kind.H2);
    private Cast cast;
    private List<AccountId> viewers;

    @Test
    void noReachableStateShowsWhatIsForbiddenOrHidesWhatIsAllowed() throws SQLException {
        house.reset();
        cast = new Cast(house);
        viewers = List.of(cast.maya, cast.ruth, cast.tom);
        Answers mayas = ask(cast.maya);
        Answers kofis = ask(cast.kofi);
        BitSet met = new BitSet(World.COUNT);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        One begun = new One(Ver.DRAFT, Perm.NONE, false, Other.NONE, false);
        World first = new World(begun, begun, Coll.DRAFT, false, false, true);
        met.set(first.code());
        open.add(first.code());
        long states = 0;
        long transitions = 0;
        long visible = 0;
        long forbidden = 0;
        long missing = 0;
        while (!open.isEmpty()) {
            World world = World.of(open.poll());
            states++;
            for (int viewer = 0; viewer < viewers.size(); viewer++) {
                boolean entitled = viewer == 0 || (viewer == 1) == world.ruth();
                boolean mayMaya = may(world.mayas(), world.coll(), world.holdsMayas(), entitled);
                boolean mayKofi = may(world.kofis(), world.coll(), world.holdsKofis(), entitled);
                boolean seesMaya = mayas.sees(world.mayas(), world.coll(), world.holdsMayas(), world.ruth(), viewer);
                boolean seesKofi = kofis.sees(world.kofis(), world.coll(), world.holdsKofis(), world.ruth(), viewer);
                visible += (seesMaya ? 1 : 0) + (seesKofi ? 1 : 0);
                forbidden += (seesMaya && !mayMaya ? 1 : 0) + (seesKofi && !mayKofi ? 1 : 0);
                missing += (!seesMaya && mayMaya ? 1 : 0) + (!seesKofi && mayKofi ? 1 : 0);
            }
            for (World next : world.next()) {
                transitions++;
                int code = next.code();
                if (!met.get(code)) {
                    met.set(code);
                    open.add(code);
                }
            }
        }
        System.out.printf(
                "Rule of visibility, explored: %,d reachable states, %,d transitions, %,d answers visible,"
                        + " %d forbidden, %d missing%n",
                states, transitions, visible, forbidden, missing);
        assertThat(forbidden).isZero();
        assertThat(missing).isZero();
        assertThat(states).isGreaterThan(100_000);
        assertThat(visible).isPositive();
    }

    /** What the database said for every story, collection, supervision and viewer: from the rule itself. */
    private static final class Answers {

        private final BitSet seen = new BitSet();

        private static int at(One one, Coll coll, boolean in, boolean ruth, int viewer) {
            return viewer + 3 * ((ruth ? 1 : 0) + 2 * ((in ? 1 : 0) + 2 * (coll.ordinal() + 3 * one.code())));
        }

        boolean sees(One one, Coll coll, boolean in, boolean ruth, int viewer) {
            return seen.get(at(one, coll, in, ruth, viewer));
        }
    }

    private Answers ask(AccountId teller) throws SQLException {
        Answers answers = new Answers();
        List<Row> rows = new ArrayList<>();
        try (Connection connection = house.database().getConnection()) {
            connection.setAutoCommit(false);
            notice(connection);
            List<CollectionId> without = new ArrayList<>();
            StoryId another = put(connection, teller, One.of(0));
            for (Coll coll : Coll.values()) {
                without.add(collection(connection, coll, another));
            }
            for (int code = 0; code < One.COUNT; code++) {
                One one = One.of(code);
                StoryId story = put(connection, teller, one);
                for (Coll coll : Coll.values()) {
                    rows.add(new Row(one, coll, story, collection(connection, coll, story), true));
                    rows.add(new Row(one, coll, story, without.get(coll.ordinal()), false));
                }
            }
            connection.commit();
        }
        house.change("analyze");
        Visibility rule = house.get(Visibility.class);
        for (boolean ruth : new boolean[] {true, false}) {
            supervise(ruth ? cast.ruth : cast.tom);
            List<Viewer> asking = viewers.stream().map(cast::as).toList();
            house.inTransaction(() -> {
                for (Row row : rows) {
                    for (int viewer = 0; viewer < asking.size(); viewer++) {
                        boolean seen = rule.see(
                                        asking.get(viewer), new Through.Published(row.collection()), row.story())
                                .isPresent();
                        answers.seen.set(Answers.at(row.one(), row.coll(), row.in(), ruth, viewer), seen);
                    }
                }
                return null;
            });
        }
        supervise(cast.ruth);
        return answers;
    }

    /** As a fact of the state that is asked about, not as something that happens in it. */
    private void supervise(AccountId practitioner) {
        house.change(
                "update supervision set practitioner_id = ? where current_for = ?",
                practitioner.value(),
                cast.maya.value());
    }

    private record Row(One one, Coll coll, StoryId story, CollectionId collection, boolean in) {}

    private void notice(Connection connection) throws SQLException {
        if (house.count("consent_notice") == 0) {
            put(
                    connection,
                    "insert into consent_notice (hash, version, language, words, kept_at) values"
                            + " ('notice', 1, 'en', 'words', ?)",
                    now());
        }
    }

    private StoryId put(Connection connection, AccountId teller, One one) throws SQLException {
        UUID story = UUID.randomUUID();
        UUID key = UUID.randomUUID();
        UUID version = UUID.randomUUID();
        UUID permission = UUID.randomUUID();
        TestKeys.put(connection, key);
        put(
                connection,
                "insert into story (id, storyteller_id, vault_key_id, begun_at, may_have_others, may_be_held) values (?, ?, ?, ?, ?, ?)",
                story,
                teller.value(),
                key,
                now(),
                one.other() != Other.NONE && !one.other().aboutVoice(),
                one.hold());
        boolean draft = one.ver() == Ver.DRAFT;
        boolean approved = one.ver() == Ver.APPROVED;
        put(
                connection,
                "insert into story_version (id, story_id, number, status, slot, title, digest, begun_at, sent_at,"
                        + " settled_at, lock_version) values (?, ?, 1, ?, ?, 'A walk', ?, ?, ?, ?, 1)",
                version,
                story,
                one.ver().name(),
                approved ? "APPROVED" : "OPEN",
                draft ? null : "digest",
                now(),
                draft ? null : now(),
                approved ? now() : null);
        if (one.perm() != Perm.NONE) {
            permit(connection, teller, one, story, version, permission);
        }
        if (one.other().aboutVoice()) {
            recording(connection, teller, one, key, version);
        } else if (one.other() != Other.NONE) {
            put(
                    connection,
                    "insert into third_party (id, story_id, who, category, found_by, found_at, outcome, last_day,"
                            + " answered_at, lock_version) values (?, ?, 'a friend', 'ADULT', ?, ?, ?, ?, ?, 1)",
                    UUID.randomUUID(),
                    story,
                    teller.value(),
                    now(),
                    one.other() == Other.OPEN ? null : one.other() == Other.YES ? "OWN_CONSENT" : "OBJECTED",
                    one.other() == Other.YES ? today().plusDays(1) : null,
                    one.other() == Other.OPEN ? null : now());
        }
        if (one.hold()) {
            put(
                    connection,
                    "insert into story_hold (id, story_id, kind, reason, placed_by, placed_at) values"
                            + " (?, ?, 'SUSPENSION', 'a call', ?, ?)",
                    UUID.randomUUID(),
                    story,
                    cast.grace.value(),
                    now());
        }
        return new StoryId(story);
    }

    private void recording(Connection connection, AccountId teller, One one, UUID key, UUID version)
            throws SQLException {
        UUID file = UUID.randomUUID();
        put(
                connection,
                "insert into media_asset (id, version, owner_id, vault_key_id, kind, source_type, status, raw_size,"
                        + " duration_millis, peaks, received_at, settled_at, likeness_changed_at) values"
                        + " (?, 1, ?, ?, 'RECORDING', 'MP3', 'READY', 1, 12000, ?, ?, ?, ?)",
                file,
                teller.value(),
                key,
                new byte[400],
                now(),
                now(),
                one.other() == Other.VOICE_DISGUISED ? now() : null);
        put(
                connection,
                "insert into scene (id, version_id, position, kind, transcript, asset_id, taken_out, redactions)"
                        + " values (?, ?, 0, 'RECORDING', 'Words', ?, false, 0)",
                UUID.randomUUID(),
                version,
                file);
    }

    private void permit(Connection connection, AccountId teller, One one, UUID story, UUID version, UUID permission)
            throws SQLException {
        boolean over = one.perm() == Perm.WITHDRAWN || one.perm() == Perm.VOID;
        String status = over || one.perm() == Perm.SUSPENDED ? one.perm().name() : "ACTIVE";
        put(
                connection,
                "insert into consent (id, story_id, storyteller_id, status, slot, audience, shown_as, first_day,"
                        + " last_day, notice_version, notice_language, notice_hash, limits_shown_at, given_at,"
                        + " cooling_until, ended_at, version, voice, face) values (?, ?, ?, ?, ?, 'EVERY_OFFICE',"
                        + " 'ANONYMOUS', ?, ?, 1, 'en', 'notice', ?, ?, ?, ?, 1, ?, 'AS_IS')",
                permission,
                story,
                teller.value(),
                status,
                over ? null : "CURRENT",
                today().minusDays(5),
                one.perm() == Perm.ENDED ? today().minusDays(1) : today(),
                now(),
                now(),
                one.perm() == Perm.COOLING
                        ? Timestamp.from(house.clock().instant().plus(Duration.ofSeconds(1)))
                        : now(),
                over ? now() : null,
                one.other().aboutVoice() ? "ALTERED" : "AS_IS");
        for (String purpose : List.of("OWN_SUPERVISION", "OTHER_PEOPLE_SUPERVISION")) {
            put(
                    connection,
                    "insert into consent_purpose (consent_id, purpose, agreed) values (?, ?, true)",
                    permission,
                    purpose);
        }
        put(
                connection,
                "update consent set for_own = 'OWN_SUPERVISION', for_others = 'OTHER_PEOPLE_SUPERVISION' where id = ?",
                permission);
        if (one.bound()) {
            put(
                    connection,
                    "insert into consent_scope (consent_id, version_id, digest) values (?, ?, 'digest')",
                    permission,
                    version);
            put(
                    connection,
                    "update story_version set bound_to = ?, bound_digest = 'digest' where id = ?",
                    permission,
                    version);
        }
    }

    private CollectionId collection(Connection connection, Coll coll, StoryId story) throws SQLException {
        UUID id = UUID.randomUUID();
        boolean draft = coll == Coll.DRAFT;
        put(
                connection,
                "insert into story_collection (id, person_id, gathered_by, title, status, begun_at, published_by,"
                        + " published_at, lock_version) values (?, ?, ?, 'Paths', ?, ?, ?, ?, 1)",
                id,
                cast.maya.value(),
                cast.ruth.value(),
                coll.name(),
                now(),
                draft ? null : cast.ruth.value(),
                draft ? null : now());
        put(
                connection,
                "insert into collection_item (id, collection_id, story_id, position, added_by) values (?, ?, ?, 0, ?)",
                UUID.randomUUID(),
                id,
                story.value(),
                cast.ruth.value());
        return new CollectionId(id);
    }

    private Timestamp now() {
        Instant now = house.clock().instant();
        return Timestamp.from(now);
    }

    private LocalDate today() {
        return house.clock().today();
    }

    private static void put(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** A key of a story, as far as the database needs one. */
    private static final class TestKeys {
        static void put(Connection connection, UUID key) throws SQLException {
            ExhaustiveTest.put(
                    connection,
                    "insert into vault_key (id, wrapped, created_at) values (?, ?, ?)",
                    key,
                    new byte[] {1},
                    Timestamp.from(Instant.EPOCH));
        }
    }
}
