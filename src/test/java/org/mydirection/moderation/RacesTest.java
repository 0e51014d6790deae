package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.TakingBack;
import org.mydirection.identity.Viewer;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

/** Two people at the same moment: one order comes out, nothing waits for ever, and what was taken back stays back. */
@OnBothDatabases
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RacesTest {

    private static final int ROUNDS = 6;

    private final House house;
    private final Cast cast;

    RacesTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    @Test
    void ofTwoWhoClaimTheSameExactlyOneGetsIt() throws Exception {
        Claiming claiming = house.get(Claiming.class);
        for (int round = 0; round < ROUNDS; round++) {
            cast.sentStory(cast.maya(), "Story " + round);
            Viewer priya = cast.priya();
            Viewer alan = cast.alan();

            List<Boolean> got = together(
                    () -> claiming.claimNext(priya, Stage.CONSENT).isPresent(),
                    () -> claiming.claimNext(alan, Stage.CONSENT).isPresent());

            assertThat(got).as("round " + round).containsOnlyOnce(true);
            assertThat(house.value("select count(*) from review where status = 'CLAIMED'"))
                    .isEqualTo(1L);
            house.change("update review set status = 'MOOT', open_for = null, claimed_until = null,"
                    + " closed_at = opened_at where status = 'CLAIMED'");
        }
    }

    @Test
    void ofTwoWhoClaimByItsIdExactlyOneGetsIt() throws Exception {
        Claiming claiming = house.get(Claiming.class);
        for (int round = 0; round < ROUNDS; round++) {
            cast.sentStory(cast.kofi(), "Story " + round);
            ReviewId review = new ReviewId((java.util.UUID) house.value("select id from review where status = 'OPEN'"));
            Viewer priya = cast.priya();
            Viewer alan = cast.alan();

            List<Boolean> got = together(
                    () -> accepted(() -> claiming.claim(priya, review)),
                    () -> accepted(() -> claiming.claim(alan, review)));

            assertThat(got).as("round " + round).containsOnlyOnce(true);
        }
    }

    @Test
    void aWithdrawalAndADecisionEndWithNothingToSee() throws Exception {
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal);
        for (int round = 0; round < ROUNDS; round++) {
            StoryId story = cast.sentStory(cast.maya(), "Story " + round);
            cast.pass(cast.priya(), Stage.CONSENT);
            ReviewId review = cast.claim(cast.alan(), Stage.CONTENT);
            Viewer alan = cast.alan();
            Viewer maya = cast.maya();
            String digest = desk.read(alan, review).version().digest();

            together(
                    () -> accepted(
                            () -> deciding.decide(alan, review, new Decision(Outcome.APPROVE, null, null, digest))),
                    () -> accepted(() -> house.get(TakingBack.class).takeBack(maya, story)));

            assertThat(house.get(Visibility.class).see(cast.ruth(), new Through.Gathering(collection), story))
                    .as("round " + round)
                    .isEmpty();
            assertThat(house.value(
                            "select count(*) from consent where story_id = ? and status = 'ACTIVE'", story.value()))
                    .isEqualTo(0L);
        }
    }

    @Test
    void aWithdrawalAndAPublicationEndWithNothingToSee() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        for (int round = 0; round < ROUNDS; round++) {
            StoryId story = cast.approvedStory(cast.maya(), "Story " + round);
            CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal, story);
            Viewer ruth = cast.ruth();
            Viewer maya = cast.maya();

            together(
                    () -> accepted(() -> house.get(Curation.class).publish(ruth, collection)),
                    () -> accepted(() -> house.get(TakingBack.class).takeBack(maya, story)));

            assertThat(house.get(Visibility.class).list(cast.ruth(), collection))
                    .as("round " + round)
                    .isEmpty();
        }
    }

    @Test
    void aWithdrawalAndAShowingEndWithANeutralScreen() throws Exception {
        Presenting presenting = house.get(Presenting.class);
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        for (int round = 0; round < ROUNDS; round++) {
            StoryId story = cast.approvedStory(cast.maya(), "Story " + round);
            CollectionId collection = cast.mayasCollection(goal, story);
            PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
            Viewer ruth = cast.ruth();
            Viewer maya = cast.maya();

            List<Boolean> done = together(
                    () -> accepted(() -> presenting.show(ruth, presentation, 0)),
                    () -> accepted(() -> house.get(TakingBack.class).takeBack(maya, story)));

            assertThat(done.get(1)).as("taking back always succeeds").isTrue();
            assertThat(presenting.look(cast.ruth(), presentation, story)).isNotEqualTo(Presenting.Look.STAY);
            assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
        }
    }

    private static boolean accepted(Runnable act) {
        try {
            act.run();
            return true;
        } catch (Refused | NotFound no) {
            return false;
        }
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        CyclicBarrier start = new CyclicBarrier(acts.length);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return act.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
