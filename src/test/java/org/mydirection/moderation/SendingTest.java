package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TakingBack;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.Role;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class SendingTest {

    private final House house;
    private final Cast cast;
    private final Sending sending;
    private final Claiming claiming;
    private final ReviewDesk desk;
    private final Deciding deciding;
    private final ReasonCodes codes;

    SendingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        sending = house.get(Sending.class);
        claiming = house.get(Claiming.class);
        desk = house.get(ReviewDesk.class);
        deciding = house.get(Deciding.class);
        codes = house.get(ReasonCodes.class);
    }

    @Test
    void aCompleteStoryWithPermissionIsSentAndWaitsInTheFirstQueue() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");

        VersionView sent = read(story);
        assertThat(sent.status()).isEqualTo(VersionStatus.SUBMITTED);
        assertThat(sent.digest()).hasSize(64);
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).hasSize(1);
        assertThat(claiming.queue(cast.priya(), Stage.CONTENT)).isEmpty();
        assertThat(house.lastEntry())
                .isEqualTo(new House.Entry(
                        "story_submitted",
                        cast.maya.value(),
                        sent.version().value(),
                        cast.maya.value(),
                        story.value(),
                        null,
                        null));
    }

    @Test
    void everythingThatIsMissingIsSaidAtOncePermissionToo() {
        StoryId story = house.get(StoryWriting.class).begin(cast.maya());
        assertRefused(
                () -> sending.send(cast.maya(), story),
                "submit.title_missing",
                "submit.no_scenes",
                "submit.permission_missing");
        assertThat(read(story).status()).isEqualTo(VersionStatus.DRAFT);
    }

    @Test
    void aPermissionThatEndedIsNoPermission() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        house.clock().advance(Duration.ofDays(30));
        assertThat(sending.missing(cast.maya(), story)).isEmpty();
        house.clock().advance(Duration.ofDays(1));
        assertRefused(() -> sending.send(cast.maya(), story), "submit.permission_ended");
    }

    @Test
    void whatWasSentIsRecalledUntilSomebodyClaimedIt() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        assertRefused(() -> sending.send(cast.maya(), story), "error.already_sent");

        sending.recall(cast.maya(), story);

        assertThat(read(story).status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(read(story).digest()).isNull();
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).isEmpty();
        assertThat(house.lastEntry().event()).isEqualTo("story_recalled");
        assertRefused(() -> sending.recall(cast.maya(), story), "story.not_sent");

        sending.send(cast.maya(), story);
        cast.claim(cast.priya(), Stage.CONSENT);
        assertRefused(() -> sending.recall(cast.maya(), story), "error.already_claimed");
    }

    @Test
    void theOldestWaitsFirst() {
        StoryId first = cast.sentStory(cast.maya(), "First");
        house.clock().advance(Duration.ofMinutes(1));
        cast.sentStory(cast.kofi(), "Second");

        ReviewId claimed = cast.claim(cast.priya(), Stage.CONSENT);

        assertThat(desk.read(cast.priya(), claimed).version().story()).isEqualTo(first);
        assertThat(claiming.queue(cast.alan(), Stage.CONSENT)).hasSize(1);
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).hasSize(2);
    }

    @Test
    void aClaimIsOnesOwnUntilItLapses() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        assertThat(house.lastEntry().event()).isEqualTo("review_claimed");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.priya.value());

        assertRefused(() -> claiming.claim(cast.alan(), review), "review.claimed_by_other");
        assertRefused(() -> desk.read(cast.alan(), review), "review.claimed_by_other");
        assertThat(claiming.claimNext(cast.alan(), Stage.CONSENT)).isEmpty();

        house.clock().advance(Claiming.CLAIM.minusSeconds(1));
        desk.read(cast.priya(), review);
        house.clock().advance(Duration.ofSeconds(1));
        assertRefused(() -> desk.read(cast.priya(), review), "review.claim_lapsed");
        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, "x")),
                "review.claim_lapsed");
        assertThat(claiming.claimNext(cast.alan(), Stage.CONSENT)).contains(review);
        assertRefused(() -> desk.read(cast.priya(), review), "review.claimed_by_other");
    }

    @Test
    void aClaimThatIsGivenBackWaitsForAnybody() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        claiming.release(cast.priya(), review);

        assertThat(house.lastEntry().event()).isEqualTo("review_released");
        assertThat(claiming.claimNext(cast.alan(), Stage.CONSENT)).contains(review);
    }

    @Test
    void bothQueuesApproveAndTheVersionIsApproved() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        cast.pass(cast.priya(), Stage.CONSENT);
        assertThat(house.lastEntry().event()).isEqualTo("review_decided");
        assertThat(house.lastEntry().detail()).isEqualTo("CONSENT_APPROVE");
        assertThat(read(story).status()).isEqualTo(VersionStatus.IN_REVIEW);
        assertThat(claiming.queue(cast.alan(), Stage.CONTENT)).hasSize(1);

        cast.pass(cast.alan(), Stage.CONTENT);

        assertThat(house.lastEntry().detail()).isEqualTo("CONTENT_APPROVE");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.alan.value());
        assertThat(read(story).status()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void everyNoNeedsAReasonOfItsStage() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        String ofTheOtherStage = codes.of(Stage.CONTENT).get(0).key();

        for (Outcome no : List.of(Outcome.REQUEST_CHANGES, Outcome.DECLINE)) {
            assertRefused(() -> cast.decide(cast.priya(), review, no, null, null), "review.reason_missing");
            assertRefused(() -> cast.decide(cast.priya(), review, no, ofTheOtherStage, null), "review.reason_missing");
        }
        assertRefused(() -> cast.decide(cast.priya(), review, null, null, null), "review.outcome_missing");
        assertRefused(
                () -> cast.decide(cast.priya(), review, Outcome.APPROVE, null, "x".repeat(1_001)),
                "error.text_too_long");
    }

    @Test
    void aDecisionOnAnotherDigestIsRefused() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, "0".repeat(64))),
                "review.digest_changed");
        assertThat(house.value("select status from review")).isEqualTo("CLAIMED");
    }

    @Test
    void changesNeededComeBackAsADraftWithTheReasonBesideIt() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        cast.pass(cast.priya(), Stage.CONSENT);
        ReviewId review = cast.claim(cast.alan(), Stage.CONTENT);
        ReasonCodes.Reason reason = codes.of(Stage.CONTENT).get(0);
        cast.decide(cast.alan(), review, Outcome.REQUEST_CHANGES, reason.key(), "Part 2, please.");

        VersionView draft = read(story);
        assertThat(draft.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(draft.number()).isEqualTo(2);
        assertThat(draft.scenes()).hasSize(3);
        Progress.Check beside =
                house.get(Progress.class).reasonBeside(cast.maya(), story).orElseThrow();
        assertThat(beside.reason().say()).isEqualTo(reason.say());
        assertThat(beside.reason().spoken(Locale.forLanguageTag("cy-GB")).say())
                .startsWith("Mae eich stori’n dangos mwy ohonoch chi");
        assertThat(beside.note()).isEqualTo("Part 2, please.");
        assertThat(beside.outcome()).isEqualTo(Outcome.REQUEST_CHANGES);

        house.get(StoryWriting.class).rename(cast.maya(), story, "Walking on");
        house.clock().advance(Duration.ofMinutes(1));
        sending.send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        house.clock().advance(Duration.ofMinutes(1));
        cast.pass(cast.alan(), Stage.CONTENT);
        assertThat(read(story).status()).isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void theOldApprovedVersionIsSupersededByTheNewOneAndNotBefore() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        house.get(StoryWriting.class).beginAgain(cast.maya(), story);
        house.get(StoryWriting.class).rename(cast.maya(), story, "Walking on");
        sending.send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        assertThat(statuses()).containsExactly("APPROVED", "IN_REVIEW");

        cast.pass(cast.alan(), Stage.CONTENT);

        assertThat(statuses()).containsExactly("SUPERSEDED", "APPROVED");
    }

    @Test
    void aDeclinedVersionEndsThere() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        String reason = codes.of(Stage.CONSENT).get(0).key();
        cast.decide(cast.priya(), cast.claim(cast.priya(), Stage.CONSENT), Outcome.DECLINE, reason, null);

        assertThat(read(story).status()).isEqualTo(VersionStatus.DECLINED);
        assertThat(claiming.queue(cast.alan(), Stage.CONTENT)).isEmpty();
    }

    @Test
    void nobodyDecidesOnTheirOwnStoryNorOnThatOfAPersonTheySupervise() {
        AccountKeeping keeping = house.get(AccountKeeping.class);
        keeping.changeRoles(cast.anil(), cast.maya, java.util.Set.of(Role.STORYTELLER, Role.MODERATOR));
        keeping.changeRoles(cast.anil(), cast.ruth, java.util.Set.of(Role.PRACTITIONER, Role.MODERATOR));
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = house.inTransaction(() -> new ReviewId(
                (java.util.UUID) house.rows("select id from review").get(0).get(0)));

        for (var insider : List.of(cast.maya(), cast.ruth())) {
            assertThat(claiming.queue(insider, Stage.CONSENT)).isEmpty();
            assertThat(claiming.claimNext(insider, Stage.CONSENT)).isEmpty();
            assertThatThrownBy(() -> claiming.claim(insider, review)).isInstanceOf(NotFound.class);
        }
        house.get(CaseKeeping.class).exclude(cast.anil(), cast.maya, cast.alan);
        assertThatThrownBy(() -> claiming.claim(cast.alan(), review)).isInstanceOf(NotFound.class);
        assertThat(claiming.claimNext(cast.priya(), Stage.CONSENT)).contains(review);
    }

    @Test
    void whoBeginsToSuperviseAfterTheClaimDecidesNoMore() {
        AccountKeeping keeping = house.get(AccountKeeping.class);
        keeping.changeRoles(cast.anil(), cast.tom, java.util.Set.of(Role.PRACTITIONER, Role.MODERATOR));
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.tom(), Stage.CONSENT);
        String digest = desk.read(cast.tom(), review).version().digest();

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertThatThrownBy(() -> deciding.decide(cast.tom(), review, new Decision(Outcome.APPROVE, null, null, digest)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aStoryThatIsTakenBackUnderAClaimIsMoot() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        String digest = desk.read(cast.priya(), review).version().digest();

        house.get(TakingBack.class).takeBack(cast.maya(), story);

        assertThat(house.lastEntry().event()).isEqualTo("permission_withdrawn");
        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest)),
                "review.moot");
        assertRefused(() -> desk.read(cast.priya(), review), "review.moot");
        assertThat(read(story).status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(claiming.queue(cast.alan(), Stage.CONSENT)).isEmpty();
    }

    @Test
    void aYesUnderAPermissionThatEndedIsRefused() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        sending.send(cast.maya(), story);
        house.clock().advance(Duration.ofDays(31));
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertRefused(() -> cast.decide(cast.priya(), review, Outcome.APPROVE, null, null), "review.permission_ended");
    }

    private VersionView read(StoryId story) {
        return house.get(StoryWriting.class).read(cast.maya(), story);
    }

    private List<Object> statuses() {
        return house.rows("select status from story_version order by number").stream()
                .map(row -> row.get(0))
                .toList();
    }
}
