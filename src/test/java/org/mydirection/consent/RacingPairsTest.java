package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.media.AssetId;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

/**
 * A taking back against whatever else happens at that moment. Whoever begins to ask after it was committed sees nothing and
 * gets no byte, and nobody waits for ever. How many pairs: {@code -Drace.pairs}, 10,000 under {@code -Pstress}; which one
 * runs first differs by a seeded delay.
 */
@OnBothDatabases
class RacingPairsTest {

    private static final int PAIRS = Integer.getInteger("race.pairs", 40);

    /** Seconds after which somebody waits for ever. */
    private static final int MOST_SECONDS = Integer.getInteger("race.seconds", 60);

    private static final long SEED = Long.getLong("race.seed", 20261123L);

    private final House house;
    private final Cast cast;
    private final Visibility visibility;
    private final TakingBack takingBack;
    private final Random random = new Random(SEED);
    private final AtomicInteger leaks = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    RacingPairsTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.visibility = house.get(Visibility.class);
        this.takingBack = house.get(TakingBack.class);
    }

    @Test
    void againstARangeOfARecording() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);
        AssetId recording = house.get(StoryWriting.class)
                .read(cast.maya(), story)
                .scenes()
                .get(2)
                .file()
                .id();
        Through through = new Through.Published(collection);
        var ruth = cast.ruth();
        for (int pair = 0; pair < PAIRS; pair++) {
            race(
                    () -> takingBack.takeBack(cast.maya(), story),
                    () -> visibility.seeFile(ruth, through, recording).isPresent());
            assertThat(visibility.seeFile(ruth, through, recording)).isEmpty();
            giveAgain();
            assertThat(visibility.seeFile(ruth, through, recording)).isPresent();
        }
        tell("range request");
    }

    @Test
    void againstAShowing() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);
        Presenting presenting = house.get(Presenting.class);
        var ruth = cast.ruth();
        for (int pair = 0; pair < PAIRS; pair++) {
            PresentationId presentation = presenting.start(ruth, collection, goal, false);
            race(
                    () -> takingBack.takeBack(cast.maya(), story),
                    () -> !presenting.show(ruth, presentation, 0).gap());
            assertThat(presenting.look(ruth, presentation, story)).isNotEqualTo(Presenting.Look.STAY);
            presenting.end(ruth, presentation, true);
            giveAgain();
        }
        tell("showing");
    }

    @Test
    void againstPublishing() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal, story);
        Curation curation = house.get(Curation.class);
        var ruth = cast.ruth();
        for (int pair = 0; pair < PAIRS; pair++) {
            race(() -> takingBack.takeBack(cast.maya(), story), () -> {
                curation.publish(ruth, collection);
                return !visibility.list(ruth, collection).isEmpty();
            });
            assertThat(visibility.list(ruth, collection)).isEmpty();
            giveAgain();
            house.change("update story_collection set status = 'DRAFT', published_by = null, published_at = null");
        }
        tell("publishing");
    }

    @Test
    void againstAnApproval() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal);
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        // A whole path to the second check takes forty statements: a quarter of the pairs.
        for (int pair = 0; pair < Math.max(5, PAIRS / 4); pair++) {
            StoryId story = cast.sentStory(cast.maya(), "Walking " + pair % 100);
            cast.pass(cast.priya(), Stage.CONSENT);
            ReviewId review = cast.claim(cast.alan(), Stage.CONTENT);
            String digest = desk.read(cast.alan(), review).version().digest();
            race(() -> takingBack.takeBack(cast.maya(), story), () -> {
                deciding.decide(cast.alan(), review, new Decision(Outcome.APPROVE, null, null, digest));
                return visibility.mayGather(cast.ruth(), collection, story);
            });
            assertThat(visibility.mayGather(cast.ruth(), collection, story)).isFalse();
            house.change("update story set erased_at = begun_at where id = ?", story.value());
        }
        tell("approval");
    }

    @Test
    void againstAnotherTakingBack() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);
        OralTakingBack oral = house.get(OralTakingBack.class);
        for (int pair = 0; pair < PAIRS; pair++) {
            race(() -> takingBack.takeBack(cast.maya(), story), () -> {
                oral.record(cast.tom(), "X000001", "", "priya");
                return !visibility.list(cast.ruth(), collection).isEmpty();
            });
            assertThat(visibility.list(cast.ruth(), collection)).isEmpty();
            giveAgain();
        }
        tell("another taking back");
    }

    /** What was taken back stands as before, past the application: only the race is looked at here. */
    private void giveAgain() {
        house.change("update consent set status = 'ACTIVE', slot = 'CURRENT', ended_at = null"
                + " where status = 'WITHDRAWN' and slot is null");
    }

    /** What looks, and says whether it saw something. */
    private interface Look {
        boolean see();
    }

    /** Both at once, and a watcher that goes on looking; whoever began to look after the commit must see nothing. */
    private void race(Runnable takeBack, Look other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        AtomicBoolean committed = new AtomicBoolean();
        int[] delays = {random.nextInt(2_000), random.nextInt(2_000)};
        List<Future<?>> both = new ArrayList<>();
        both.add(threads.submit(() -> {
            start.await();
            spin(delays[0]);
            takeBack.run();
            committed.set(true);
            return null;
        }));
        both.add(threads.submit(() -> {
            start.await();
            spin(delays[1]);
            boolean after;
            do {
                after = committed.get();
                if (saw(other) && after) {
                    leaks.incrementAndGet();
                }
            } while (!after);
            return null;
        }));
        for (Future<?> one : both) {
            one.get(MOST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static boolean saw(Look look) {
        try {
            return look.see();
        } catch (Refused | NotFound plainNo) {
            return false;
        }
    }

    private static void spin(int microseconds) {
        long until = System.nanoTime() + microseconds * 1_000L;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private void tell(String what) {
        threads.shutdown();
        System.out.printf(
                "Raced on %s, seed %d: taking back against %s, %d leaks%n", house.kind(), SEED, what, leaks.get());
        assertThat(leaks.get()).isZero();
    }
}
