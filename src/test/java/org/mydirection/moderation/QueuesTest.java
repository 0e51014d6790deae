package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class QueuesTest {

    private final House house;
    private final Cast cast;
    private final ReviewDesk desk;
    private final Claiming claiming;
    private final Deciding deciding;

    QueuesTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.desk = house.get(ReviewDesk.class);
        this.claiming = house.get(Claiming.class);
        this.deciding = house.get(Deciding.class);
    }

    @Test
    void theOldestComesFirst() {
        StoryId first = cast.sentStory(cast.maya(), "First");
        house.clock().advance(Duration.ofMinutes(5));
        cast.sentStory(cast.kofi(), "Second");

        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertThat(desk.read(cast.priya(), review).version().story()).isEqualTo(first);
        assertThat(claiming.queue(cast.alan(), Stage.CONSENT)).hasSize(1);
    }

    @Test
    void twoWhoTakeTheNextAtTheSameTimeNeverGetTheSame() throws Exception {
        for (int i = 0; i < 6; i++) {
            cast.sentStory(i % 2 == 0 ? cast.maya() : cast.kofi(), "Story " + i);
        }
        for (int round = 0; round < 3; round++) {
            List<Optional<ReviewId>> got = atOnce(
                    () -> claiming.claimNext(cast.priya(), Stage.CONSENT),
                    () -> claiming.claimNext(cast.alan(), Stage.CONSENT));
            assertThat(got).allMatch(Optional::isPresent);
            assertThat(got.get(0)).isNotEqualTo(got.get(1));
            cast.decide(cast.priya(), got.get(0).get(), Outcome.APPROVE, null, null);
            cast.decide(cast.alan(), got.get(1).get(), Outcome.APPROVE, null, null);
        }
    }

    @Test
    void onlyOneOfTwoGetsTheSameReview() throws Exception {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = claiming.queue(cast.priya(), Stage.CONSENT).get(0).id();

        List<Boolean> got = atOnce(() -> claims(cast.priya(), review), () -> claims(cast.alan(), review));

        assertThat(got).containsExactlyInAnyOrder(true, false);
    }

    private boolean claims(Viewer reviewer, ReviewId review) {
        try {
            claiming.claim(reviewer, review);
            return true;
        } catch (Refused taken) {
            assertThat(taken.refusals().get(0).code()).isEqualTo("review.claimed_by_other");
            return false;
        }
    }

    @Test
    void aClaimLapsesByItself() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        assertThat(claiming.claimNext(cast.alan(), Stage.CONSENT)).isEmpty();

        house.clock().advance(Claiming.CLAIM.plusSeconds(1));

        assertThat(claiming.claimNext(cast.alan(), Stage.CONSENT)).contains(review);
    }

    @Test
    void nobodyDecidesOnTheirOwnStory() {
        house.get(AccountKeeping.class)
                .changeRoles(cast.anil(), cast.maya, EnumSet.of(Role.STORYTELLER, Role.MODERATOR));
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = claiming.queue(cast.priya(), Stage.CONSENT).get(0).id();

        assertThat(claiming.queue(cast.maya(), Stage.CONSENT)).isEmpty();
        assertNotThere(() -> claiming.claim(cast.maya(), review));
    }

    @Test
    void aStorytellersOwnPractitionerDoesNotDecide() {
        house.get(AccountKeeping.class)
                .changeRoles(cast.anil(), cast.ruth, EnumSet.of(Role.PRACTITIONER, Role.MODERATOR));
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = claiming.queue(cast.priya(), Stage.CONSENT).get(0).id();

        assertThat(claiming.queue(cast.ruth(), Stage.CONSENT)).isEmpty();
        assertNotThere(() -> claiming.claim(cast.ruth(), review));
    }

    @Test
    void whoLosesTheRoleLosesTheDesk() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        house.get(AccountKeeping.class).changeRoles(cast.anil(), cast.priya, EnumSet.of(Role.CURATOR));

        assertNotThere(() -> desk.read(cast.priya(), review));
        assertNotThere(() -> claiming.queue(cast.priya(), Stage.CONSENT));
    }

    @Test
    void changesNeededComesBackAsADraftWithTheReasonBesideIt() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        cast.pass(cast.priya(), Stage.CONSENT);
        ReviewId review = cast.claim(cast.alan(), Stage.CONTENT);

        cast.decide(cast.alan(), review, Outcome.REQUEST_CHANGES, "safety.place", "Could you leave out the street?");

        VersionView draft = house.get(StoryWriting.class).read(cast.maya(), story);
        assertThat(draft.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(draft.number()).isEqualTo(2);
        assertThat(draft.scenes()).hasSize(3);
        assertThat(house.get(Progress.class).reasonBeside(cast.maya(), story)).hasValueSatisfying(reason -> {
            assertThat(reason.note()).isEqualTo("Could you leave out the street?");
            assertThat(reason.reason().say()).contains("where someone lives");
        });
        house.get(StoryWriting.class).rename(cast.maya(), story, "Walking on");
        house.get(Sending.class).send(cast.maya(), story);
    }

    @Test
    void aNoNeedsAReasonOfThePolicy() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertRefused(
                () -> cast.decide(cast.priya(), review, Outcome.DECLINE, null, "I do not like it"),
                "review.reason_missing");
        assertRefused(
                () -> cast.decide(cast.priya(), review, Outcome.DECLINE, "safety.place", null),
                "review.reason_missing");
    }

    @Test
    void aDecisionNamesTheVersionThatWasRead() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertRefused(
                () -> deciding.decide(
                        cast.priya(),
                        review,
                        new Decision(Outcome.APPROVE, null, null, "0".repeat(64)),
                        Check.of(Stage.CONSENT)),
                "review.digest_changed");
    }

    @Test
    void anUndoneSendLeavesTheQueueUntilSomebodyHasIt() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        Sending sending = house.get(Sending.class);

        sending.recall(cast.maya(), story);
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).isEmpty();
        sending.send(cast.maya(), story);
        cast.claim(cast.priya(), Stage.CONSENT);

        assertRefused(() -> sending.recall(cast.maya(), story), "error.already_claimed");
    }

    @Test
    void sendingWithoutPermissionIsRefused() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");

        assertRefused(() -> house.get(Sending.class).send(cast.maya(), story), "submit.permission_missing");
    }

    @Test
    void sendingUnderAPermissionWhoseLastDayHasGoneIsRefused() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        house.clock().advance(Duration.ofDays(40));

        assertRefused(() -> house.get(Sending.class).send(cast.maya(), story), "submit.permission_ended");
    }

    @Test
    void aNewApprovedVersionSupersedesTheOld() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        house.get(StoryWriting.class).beginAgain(cast.maya(), story);
        house.get(Sending.class).send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);

        assertThat(house.rows("select status from story_version order by number"))
                .containsExactly(List.of("SUPERSEDED"), List.of("APPROVED"));
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(one);
            Future<T> second = threads.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
