package org.mydirection.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.consent.ConsentEvent;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Sql;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

/**
 * What the decision costs, as ratios on the same database (PostgreSQL) in the same run: one story with 200 events of
 * permission against a look-up by primary key, and a list of 50 against the same list undecided, at 1,000 stories and at
 * {@code -Dbench.stories} (1,000,000). Not part of the build: {@code mvn -Pbench}.
 */
@Tag("bench")
class PermissionBench {

    private static final int MOST = Integer.getInteger("bench.stories", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.decisions", 4_000);
    private static final int EVENTS = 200;
    private static final int LIST = 50;

    private static final String UNDECIDED = "select s.id as story_id, v.id as version_id, s.storyteller_id, v.title,"
            + " c.person_id, k.shown_as, k.chosen_name, k.conditions, k.last_day, k.voice, k.face, k.id as consent_id"
            + " from story_collection c join collection_item i on i.collection_id = c.id"
            + " join story s on s.id = i.story_id join story_version v on v.story_id = s.id"
            + " join consent k on k.story_id = s.id where c.id = ?1 and v.slot = 'APPROVED' and k.slot = 'CURRENT'"
            + " order by i.position, s.id";

    private final House house = House.on(House.Kind.POSTGRESQL);
    private final Visibility visibility = house.get(Visibility.class);
    private final Sql key = new Sql("select s.id from story s where s.id = ?1");
    private final Sql undecided = new Sql(UNDECIDED);
    private Cast cast;
    private CollectionId collection;
    private UUID first;

    public static void main(String[] none) throws Exception {
        onOneProcessor();
        new PermissionBench().theDecisionCostsLittle();
        System.exit(0);
    }

    /**
     * This process and the database that it starts, which work in turns: to wake a processor that went to sleep meanwhile
     * takes longer than either answer, and makes the ratio anything between 2 and 6. As it is where there is no taskset.
     */
    private static void onOneProcessor() throws Exception {
        try {
            new ProcessBuilder(
                            "taskset",
                            "-acp",
                            "0",
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notHere) {
            System.out.println("There is no taskset here: the figures are those of sleeping processors.");
        }
    }

    @Test
    void theDecisionCostsLittle() {
        Figures small = measure(1_000);
        Figures large = measure(MOST);
        double growth = large.list / small.list;
        System.out.printf(
                "Decision: one story with %d events / look-up by key = %.2f (target 3), at %,d stories %.2f%n",
                EVENTS, small.one, MOST, large.one);
        System.out.printf(
                "Decision: list of %d / undecided = %.2f at 1,000 and %.2f at %,d stories (target 1.5), growth %.2f"
                        + " (target 1.2)%n",
                LIST, small.ratio, large.ratio, MOST, growth);
        assertThat(small.one).isPositive();
    }

    /**
     * Both of a pair are asked in the same way: in a transaction of their own, by a prepared statement of the same driver on
     * the same pool, in turns, so that neither has the warmer machine.
     */
    private Figures measure(int stories) {
        fill(stories);
        Viewer ruth = cast.ruth();
        Through through = new Through.Published(collection);
        StoryId story = new StoryId(first);
        double[] one = medians(
                () -> assertThat(visibility.see(ruth, through, story)).isPresent(),
                () -> assertThat(plain(key, first)).isEqualTo(1));
        double[] list = medians(
                () -> assertThat(visibility.list(ruth, collection)).hasSize(LIST),
                () -> assertThat(plain(undecided, collection.value())).isEqualTo(LIST));
        System.out.printf(
                "At %,d stories, microseconds: decided %.0f, by key %.0f, list decided %.0f, undecided %.0f%n",
                stories, one[0], one[1], list[0], list[1]);
        return new Figures(one[0] / one[1], list[0] / list[1], list[0]);
    }

    /** As the decision asks, all columns read. */
    private int plain(Sql sql, UUID id) {
        return house.inTransaction(() -> sql.ask(
                        house.entityManager(),
                        row -> {
                            Object[] columns = new Object[row.getMetaData().getColumnCount()];
                            for (int i = 0; i < columns.length; i++) {
                                columns[i] = row.getObject(i + 1);
                            }
                            return columns;
                        },
                        id)
                .size());
    }

    private record Figures(double one, double ratio, double list) {}

    /** Microseconds of the middle of many rounds for each, after twice as many that do not count. */
    private static double[] medians(Runnable... works) {
        double[][] times = new double[works.length][ROUNDS];
        for (int round = 0; round < 3 * ROUNDS; round++) {
            for (int work = 0; work < works.length; work++) {
                long began = System.nanoTime();
                works[work].run();
                times[work][round % ROUNDS] = (System.nanoTime() - began) / 1_000.0;
            }
        }
        return Arrays.stream(times)
                .mapToDouble(one -> Arrays.stream(one).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    private void fill(int stories) {
        house.reset();
        cast = new Cast(house);
        house.change("set session_replication_role = replica");
        String all = " from generate_series(1, " + stories + ") i";
        String now = "timestamp with time zone '2026-11-23 08:00:00Z'";
        house.change("do $$ begin set session_replication_role = replica;"
                + " insert into vault_key (id, wrapped, created_at) select md5('k' || i)::uuid, '\\x01', " + now + all
                + ";"
                + " insert into story (id, storyteller_id, vault_key_id, begun_at, may_have_others, may_be_held,"
                + " teller_ended) select"
                + " md5('s' || i)::uuid, '" + cast.maya.text() + "', md5('k' || i)::uuid, " + now
                + ", (i / 13) % 20 = 0, (i / 13) % 50 = 1, false" + all + ";"
                + " insert into story_version (id, story_id, number, status, slot, title, digest, begun_at, sent_at,"
                + " settled_at, lock_version, bound_to, bound_digest) select md5('v' || i)::uuid, md5('s' || i)::uuid, 1,"
                + " 'APPROVED', 'APPROVED', 'A walk ' || i, md5('d' || i), " + now + ", " + now + ", " + now
                + ", 1, md5('c' || i)::uuid, md5('d' || i)" + all + ";"
                + " insert into consent (id, story_id, storyteller_id, status, slot, audience, shown_as, first_day,"
                + " last_day, notice_version, notice_language, notice_hash, limits_shown_at, given_at, cooling_until,"
                + " version, voice, face, for_own, for_others) select md5('c' || i)::uuid, md5('s' || i)::uuid, '"
                + cast.maya.text()
                + "', 'ACTIVE', 'CURRENT', 'EVERY_OFFICE', 'ANONYMOUS', date '2026-11-01', date '2027-06-01', 1, 'en',"
                + " 'notice', " + now + ", " + now + ", " + now
                + ", 1, 'AS_IS', 'AS_IS', 'OWN_SUPERVISION', 'OTHER_PEOPLE_SUPERVISION'" + all + ";"
                + " insert into consent_purpose (consent_id, purpose, agreed) select md5('c' || i)::uuid, p, true" + all
                + " cross join unnest(array['OWN_SUPERVISION', 'OTHER_PEOPLE_SUPERVISION']) p;"
                + " insert into consent_scope (consent_id, version_id, digest) select md5('c' || i)::uuid,"
                + " md5('v' || i)::uuid, md5('d' || i)" + all + ";"
                + " insert into consent_event (id, consent_id, number, kind, at, content, previous_hash, hash)"
                + " select md5('e' || e)::uuid, md5('c1')::uuid, e, '" + ConsentEvent.Kind.RENEWED + "', " + now
                + ", 'x', md5('p' || e), md5('h' || e) from generate_series(1, " + EVENTS + ") e;"
                + " insert into third_party (id, story_id, who, category, found_by, found_at, outcome, judged_by, judged_at,"
                + " reason, marked, lock_version) select md5('t' || i)::uuid, md5('s' || i)::uuid, 'A friend', 'ADULT', '"
                + cast.priya.text() + "', " + now + ", 'NOT_IDENTIFIABLE', '" + cast.priya.text() + "', " + now
                + ", 'No name', null, 1" + all + " where (i / 13) % 5 = 0 and (i / 13) % 20 <> 0;"
                + " insert into third_party (id, story_id, who, category, found_by, found_at, outcome, answered_at,"
                + " last_day, lock_version) select md5('t' || i)::uuid, md5('s' || i)::uuid, 'A friend', 'ADULT', '"
                + cast.priya.text() + "', " + now + ", 'OWN_CONSENT', " + now + ", date '2099-12-31', 1" + all
                + " where (i / 13) % 20 = 0;"
                + " insert into story_hold (id, story_id, kind, reason, placed_by, placed_at, lifted_by, lifted_at) select"
                + " md5('o' || i)::uuid, md5('s' || i)::uuid, 'SUSPENSION', 'A call', '" + cast.priya.text() + "', "
                + now
                + ", '" + cast.priya.text() + "', " + now + all + " where (i / 13) % 50 = 1;"
                + " insert into consent_notice (hash, version, language, words, kept_at) values ('notice', 1, 'en', 'x', "
                + now + ");"
                + " set session_replication_role = default; end $$");
        // Each story in one of as many collections as make lists of 50; the one that is measured has stories from all
        // over.
        int collections = stories / LIST;
        house.change("insert into story_collection (id, person_id, gathered_by, title, status, begun_at, published_by,"
                + " published_at, lock_version) select md5('l' || i)::uuid, '" + cast.maya.text() + "', '"
                + cast.ruth.text() + "', 'Paths ' || i, 'PUBLISHED', " + now + ", '" + cast.ruth.text() + "', " + now
                + ", 1 from generate_series(1, " + collections + ") i");
        house.change("insert into collection_item (id, collection_id, story_id, position, added_by) select"
                + " md5('i' || i)::uuid, md5('l' || (1 + (i - 1) % " + collections
                + "))::uuid, md5('s' || i)::uuid, (i - 1) / "
                + collections + ", '" + cast.ruth.text() + "'" + all);
        collection = new CollectionId((UUID) house.value("select md5('l1')::uuid"));
        house.change("set session_replication_role = default");
        house.change("analyze");
        first = (UUID) house.value("select md5('s1')::uuid");
    }
}
