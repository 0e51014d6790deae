package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.moderation.Check;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

@OnBothDatabases
class TakingBackTest {

    private static final int RACES = 15;

    private final House house;
    private final Cast cast;
    private final TakingBack takingBack;
    private final Visibility visibility;

    TakingBackTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.takingBack = house.get(TakingBack.class);
        this.visibility = house.get(Visibility.class);
    }

    @Test
    void oneActionAndNobodyElseSeesIt() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        CollectionId collection = cast.mayasCollection(goal, story);
        assertThat(sees(collection, story)).isTrue();

        takingBack.takeBack(cast.maya(), story);

        assertThat(sees(collection, story)).isFalse();
        assertThat(visibility.list(cast.ruth(), collection)).isEmpty();
        assertThat(visibility.see(cast.maya(), new Through.Own(), story)).isPresent();
        assertThat(house.lastEntry().event()).isEqualTo("permission_withdrawn");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
    }

    @Test
    void doneTwiceItStaysDone() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");

        takingBack.takeBack(cast.maya(), story);
        takingBack.takeBack(cast.maya(), story);

        assertThat(house.inTransaction(
                        () -> house.get(Consents.class).current(story).isPresent()))
                .isFalse();
    }

    @Test
    void nobodyTakesBackWhatIsNotTheirs() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");

        assertNotThere(() -> takingBack.takeBack(cast.kofi(), story));
        assertNotThere(() -> takingBack.takeBack(cast.ruth(), story));
    }

    @Test
    void whileAModeratorHoldsTheClaimTheReviewIsMootAndTheSaveSaysSo() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        Claiming claiming = house.get(Claiming.class);
        String digest = desk.read(cast.priya(), review).version().digest();

        takingBack.takeBack(cast.maya(), story);

        assertRefused(
                () -> deciding.decide(
                        cast.priya(),
                        review,
                        new Decision(Outcome.APPROVE, null, null, digest),
                        Check.of(Stage.CONSENT)),
                "review.moot");
        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).status())
                .isEqualTo(VersionStatus.DRAFT);
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).isEmpty();
    }

    @Test
    void aShowingThatIsGoingOnStops() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        CollectionId collection = cast.mayasCollection(goal, story);
        Presenting presenting = house.get(Presenting.class);
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);
        assertThat(presenting.look(cast.ruth(), presentation, story)).isEqualTo(Presenting.Look.STAY);

        takingBack.takeBack(cast.maya(), story);

        assertThat(presenting.look(cast.ruth(), presentation, story)).isEqualTo(Presenting.Look.OVER);
        assertThat(presenting.read(cast.ruth(), presentation).status().name()).isEqualTo("STOPPED_BY_WITHDRAWAL");
    }

    @Test
    void racingADecisionItNeitherWaitsForEverNorLeavesTheStoryVisible() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        for (int race = 0; race < RACES; race++) {
            StoryId story = cast.sentStory(cast.maya(), "Walking " + race);
            cast.pass(cast.priya(), Stage.CONSENT);
            ReviewId review = cast.claim(cast.alan(), Stage.CONTENT);
            String digest = desk.read(cast.alan(), review).version().digest();

            together(
                    () -> deciding.decide(
                            cast.alan(),
                            review,
                            new Decision(Outcome.APPROVE, null, null, digest),
                            Check.of(Stage.CONTENT)),
                    () -> takingBack.takeBack(cast.maya(), story));

            CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal);
            assertThat(visibility.mayGather(cast.ruth(), collection, story)).isFalse();
        }
    }

    @Test
    void racingAShowingItEndsWithNothingOnTheScreen() throws Exception {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        Presenting presenting = house.get(Presenting.class);
        for (int race = 0; race < RACES; race++) {
            StoryId story = cast.approvedStory(cast.maya(), "Walking " + race);
            CollectionId collection = cast.mayasCollection(goal, story);
            PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);

            together(
                    () -> presenting.show(cast.ruth(), presentation, 0), () -> takingBack.takeBack(cast.maya(), story));

            assertThat(presenting.look(cast.ruth(), presentation, story)).isNotEqualTo(Presenting.Look.STAY);
            assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
        }
    }

    @Test
    void racingAllThatIsTakenBackOnOnesWordItWaitsForNobodyForEver() throws Exception {
        OralTakingBack oral = house.get(OralTakingBack.class);
        for (int race = 0; race < RACES; race++) {
            StoryId one = cast.approvedStory(cast.maya(), "Walking " + race);
            StoryId other = cast.approvedStory(cast.maya(), "Cooking " + race);

            together(() -> oral.record(cast.tom(), "X000001", "", "priya"), () -> {
                takingBack.takeBack(cast.maya(), one);
                takingBack.takeBack(cast.maya(), other);
            });

            for (StoryId story : List.of(one, other)) {
                assertThat(house.get(Receipts.class)
                                .latest(cast.maya(), story)
                                .orElseThrow()
                                .status())
                        .isEqualTo(ConsentStatus.WITHDRAWN);
            }
        }
    }

    private boolean sees(CollectionId collection, StoryId story) {
        return visibility
                .see(cast.ruth(), new Through.Published(collection), story)
                .isPresent();
    }

    /** Both at once; a plain "no" to either is fine, a deadlock or any other failure is not. */
    private static void together(Runnable one, Runnable other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = threads.invokeAll(List.of(quietly(one), quietly(other)), 20, TimeUnit.SECONDS);
            for (Future<Object> done : both) {
                assertThat(done.isCancelled()).isFalse();
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Object> quietly(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Refused no) {
                return no;
            }
            return null;
        };
    }
}
