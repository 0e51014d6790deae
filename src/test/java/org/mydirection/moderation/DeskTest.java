package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.consent.Asking;
import org.mydirection.consent.AskingWhoMaySee;
import org.mydirection.consent.Change;
import org.mydirection.consent.Choices;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Giving;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakenParts;
import org.mydirection.consent.TakingBack;
import org.mydirection.consent.TeachBack;
import org.mydirection.media.Redacting;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class DeskTest {

    private final House house;
    private final Cast cast;
    private final Deciding deciding;
    private final Claiming claiming;
    private final ReviewDesk desk;
    private final SceneRedacting scenes;
    private final Findings findings;

    DeskTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.deciding = house.get(Deciding.class);
        this.claiming = house.get(Claiming.class);
        this.desk = house.get(ReviewDesk.class);
        this.scenes = house.get(SceneRedacting.class);
        this.findings = house.get(Findings.class);
    }

    @Test
    void aYesNeedsEveryCheckOfItsStage() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        List<Check> allButOne =
                Check.of(Stage.CONSENT).subList(1, Check.of(Stage.CONSENT).size());

        assertRefused(() -> deciding.decide(cast.priya(), review, yes(review), allButOne), "review.checks_missing");
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).hasSize(1);

        deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT));
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).isEmpty();
        assertThat(claiming.waiting(cast.priya(), Stage.CONTENT)).isEqualTo(1);
        assertThat(house.lastEntry().event()).isEqualTo("review_decided");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.priya.value());
    }

    @Test
    void aNoNeedsNoCheck() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        String digest = desk.read(cast.priya(), review).version().digest();

        deciding.decide(
                cast.priya(),
                review,
                new Decision(Outcome.REQUEST_CHANGES, "others.identifiable", null, digest),
                List.of());

        assertThat(claiming.waiting(cast.priya(), Stage.CONSENT)).isZero();
    }

    @Test
    void aClaimThatLapsedAndWentToSomebodyElseIsSaidPlainly() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        Decision yes = yes(review);
        house.clock().advance(Claiming.CLAIM.plus(Duration.ofSeconds(1)));
        assertRefused(() -> desk.read(cast.priya(), review), "review.claim_lapsed");

        claiming.claim(cast.alan(), review);

        assertRefused(() -> desk.read(cast.priya(), review), "review.claimed_by_other");
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes, Check.of(Stage.CONSENT)), "review.claimed_by_other");
        assertRefused(() -> claiming.release(cast.priya(), review), "review.claimed_by_other");
    }

    @Test
    void aStoryThatIsTakenBackMeanwhileIsSaidPlainly() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        Decision yes = yes(review);

        house.get(TakingBack.class).takeBack(cast.maya(), story);

        assertRefused(() -> desk.read(cast.priya(), review), "review.moot");
        assertRefused(() -> deciding.decide(cast.priya(), review, yes, Check.of(Stage.CONSENT)), "review.moot");
    }

    @Test
    void whatNobodyClaimedCannotBeRead() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = claiming.queue(cast.priya(), Stage.CONSENT).get(0).id();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> desk.read(cast.priya(), review));
    }

    @Test
    void whoIsKeptOutOfTheCaseNeitherCountsNorClaimsIt() {
        cast.sentStory(cast.maya(), "Walking");
        ReviewId review = claiming.queue(cast.priya(), Stage.CONSENT).get(0).id();

        assertThat(claiming.waiting(cast.priya(), Stage.CONSENT)).isEqualTo(1);
        house.get(CaseKeeping.class).exclude(cast.anil(), cast.maya, cast.priya);

        assertThat(claiming.waiting(cast.priya(), Stage.CONSENT)).isZero();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> claiming.claim(cast.priya(), review));
    }

    @Test
    void theDeskSaysWhatWasShownAndWhoIsMeant() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        AskingWhoMaySee whoMaySee = house.get(AskingWhoMaySee.class);
        Asking asking = house.get(Asking.class);
        Giving giving = house.get(Giving.class);
        whoMaySee.answer(cast.maya(), story, Audience.MY_PRACTITIONER, Set.of(cast.millLane));
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth, and nobody else", "Take it back", null));
        asking.answerHelp(cast.maya(), story, Choices.How.ALOUD, Choices.Helper.PRACTITIONER, "tom");
        giving.offer(cast.maya(), story, Locale.UK);
        giving.confirm(cast.maya(), story);
        house.get(Sending.class).send(cast.maya(), story);

        Desk read = desk.read(cast.priya(), cast.claim(cast.priya(), Stage.CONSENT));

        assertThat(read.noticeOfToday()).isTrue();
        assertThat(read.audience().practitioner()).isEqualTo("Ruth Okafor");
        assertThat(read.audience().office()).isNull();
        assertThat(read.audience().leftOut()).containsExactly("Mill Lane");
        assertThat(read.quality().said().whoSees()).isEqualTo("Ruth, and nobody else");
        assertThat(read.quality().witness()).isEqualTo("Tom Reilly");
        assertThat(read.quality().byPractitioner()).isTrue();
        assertThat(read.others()).isEmpty();
        assertThat(read.allTellersAgreed()).isTrue();
    }

    @Test
    void whatIsTakenOutIsGoneFromEveryVersionAndNoPermissionHoldsForTheRest() {
        StoryId story = cast.story(cast.maya(), "Walking");
        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        house.get(Sending.class).send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        ReviewId review = cast.claim(cast.priya(), Stage.CONTENT);
        VersionView before = desk.read(cast.priya(), review).version();
        SceneView recording = before.scenes().stream()
                .filter(scene -> scene.kind() == SceneKind.RECORDING)
                .findFirst()
                .orElseThrow();
        String said = recording.transcript();
        String phrase = said.substring(0, 6);

        assertRefused(
                () -> scenes.redact(
                        cast.priya(), review, recording.id(), Optional.empty(), List.of("not in it at all")),
                "redaction.phrase");
        assertRefused(
                () -> house.get(Redactions.class)
                        .redact(cast.priya(), review, recording.id(), Optional.empty(), List.of()),
                "redaction.nothing");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> scenes.fileOf(cast.maya(), review, recording.id()));
        house.get(Redactions.class)
                .redact(
                        cast.priya(),
                        review,
                        recording.id(),
                        Optional.empty(),
                        List.of(phrase.toUpperCase(Locale.ROOT)));

        assertThat(house.lastEntry().event()).isEqualTo("scene_redacted");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.priya.value());
        VersionView after = desk.read(cast.priya(), review).version();
        assertThat(after.digest()).isNotEqualTo(before.digest());
        assertThat(after.scenes().get(recording.part() - 1).transcript()).isEqualTo("[…]" + said.substring(6));
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONTENT)),
                "review.awaiting_storyteller");

        deciding.decide(
                cast.priya(),
                review,
                new Decision(Outcome.REQUEST_CHANGES, "safety.place", null, after.digest()),
                List.of());
        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).scenes().stream()
                        .map(SceneView::transcript))
                .as("the storyteller sees it as it is now")
                .contains("[…]" + said.substring(6));
    }

    @Test
    void whatWasTakenOutIsNobodysUntilTheStorytellerSaysYesAndThenPasses() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = takeOut(cast.claim(cast.priya(), Stage.CONSENT), "A canal");
        Suspending suspending = house.get(Suspending.class);

        assertThat(suspending.changed(cast.maya(), story)).containsExactly(Change.REDACTION);
        assertThat(desk.read(cast.priya(), review).awaitingStoryteller()).isTrue();
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).as("still held").hasSize(1);
        assertThat(claiming.release(cast.priya(), review)).as("it waits").isTrue();
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).isEmpty();
        assertThat(claiming.waiting(cast.priya(), Stage.CONSENT)).isZero();
        assertThat(claiming.awaiting(cast.priya(), Stage.CONSENT)).isEqualTo(1);
        assertThat(claiming.claimNext(cast.alan(), Stage.CONSENT)).isEmpty();
        assertRefused(() -> claiming.claim(cast.alan(), review), "review.awaiting_storyteller");
        assertThat(house.get(Progress.class).of(cast.maya(), story).get(0).awaitsYou())
                .isTrue();

        suspending.reconfirm(cast.maya(), story, suspending.mark(cast.maya(), story), Locale.UK);

        assertThat(claiming.awaiting(cast.priya(), Stage.CONSENT)).isZero();
        cast.pass(cast.alan(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).status())
                .isEqualTo(VersionStatus.APPROVED);
    }

    @Test
    void whatIsTakenOutMeanwhileIsNotWhatTheStorytellerSaidYesTo() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = takeOut(cast.claim(cast.priya(), Stage.CONSENT), "A canal");
        Suspending suspending = house.get(Suspending.class);
        String seen = suspending.mark(cast.maya(), story);

        takeOut(review, "in the morning");

        assertRefused(() -> suspending.reconfirm(cast.maya(), story, seen, Locale.UK), "permission.changed_since");
        assertThat(suspending.changed(cast.maya(), story)).containsExactly(Change.REDACTION);
        suspending.reconfirm(cast.maya(), story, suspending.mark(cast.maya(), story), Locale.UK);
        cast.decide(cast.priya(), review, Outcome.APPROVE, null, null);
    }

    @Test
    void twoChangesAreBothSaid() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        house.get(CaseKeeping.class).move(cast.anil(), cast.maya, cast.millLane);
        assertThat(claiming.queue(cast.priya(), Stage.CONSENT)).as("on hold").isEmpty();
        house.get(Suspending.class).reconfirm(cast.maya(), story, Locale.UK);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        house.get(CaseKeeping.class).move(cast.anil(), cast.maya, cast.harbourStreet);

        takeOut(review, "A canal");

        assertThat(house.get(Suspending.class).changed(cast.maya(), story))
                .containsExactly(Change.MOVED, Change.REDACTION);
        house.get(Suspending.class).reconfirm(cast.maya(), story, Locale.UK);
        cast.decide(cast.priya(), review, Outcome.APPROVE, null, null);
    }

    @Test
    void aNoToWhatIsLeftEndsTheCheck() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        ReviewId review = takeOut(cast.claim(cast.priya(), Stage.CONSENT), "A canal");

        house.get(TakingBack.class).takeBack(cast.maya(), story);

        assertRefused(() -> desk.read(cast.priya(), review), "review.moot");
        assertThat(claiming.awaiting(cast.priya(), Stage.CONSENT)).isZero();
    }

    @Test
    void aStretchThatWasTakenBackMustBeOutOfTheRecordingBeforeAYes() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        SceneView recording = house.get(StoryWriting.class).read(cast.maya(), story).scenes().stream()
                .filter(scene -> scene.kind() == SceneKind.RECORDING)
                .findFirst()
                .orElseThrow();
        house.get(TakingBack.class).takeBack(cast.maya(), story, recording.id(), 1_000, 2_500);
        house.get(Sending.class).send(cast.maya(), story);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        Desk read = desk.read(cast.priya(), review);
        assertThat(read.takenBackOf(read.version().scenes().get(2)))
                .singleElement()
                .satisfies(part -> assertThat(part.fromMillis()).isEqualTo(1_000));
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT)), "review.part_open");
        takeOut(recording, story, 1_000, 2_000);
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT)), "review.part_open");
        takeOut(recording, story, 900, 2_500);
        cast.decide(cast.priya(), review, Outcome.APPROVE, null, null);
        cast.pass(cast.alan(), Stage.CONTENT);
        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).status())
                .isEqualTo(VersionStatus.APPROVED);
    }

    /** As a redaction does that takes this stretch out of the file itself. */
    private void takeOut(SceneView recording, StoryId story, long from, long until) {
        house.inTransaction(() -> {
            house.get(TakenParts.class)
                    .tookOut(
                            story,
                            recording.file().id().value(),
                            List.of(new TakenParts.Stretch(from, until)),
                            12_000,
                            house.clock().instant());
            return null;
        });
    }

    @Test
    void aVoiceAndAFaceThatAreToBeChangedMustBeBeforeAYesToTheContent() {
        StoryId story = cast.story(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        Asking asking = house.get(Asking.class);
        Giving giving = house.get(Giving.class);
        asking.answerManner(cast.maya(), story, manner -> manner.withVoice(Choices.Likeness.ALTERED)
                .withFace(Choices.Likeness.ALTERED));
        giving.offer(cast.maya(), story, Locale.UK);
        giving.confirm(cast.maya(), story);
        house.get(Sending.class).send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        ReviewId review = cast.claim(cast.alan(), Stage.CONTENT);
        Desk read = desk.read(cast.alan(), review);
        SceneView picture = read.version().scenes().get(1);
        SceneView recording = read.version().scenes().get(2);

        assertThat(read.anyFaceOpen()).isTrue();
        assertThat(read.likenessOpen(recording)).isTrue();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> findings.faceUnknown(cast.alan(), review, recording.id()));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> findings.faceUnknown(cast.maya(), review, picture.id()));
        findings.faceUnknown(cast.alan(), review, picture.id());
        assertThat(house.lastEntry().event()).isEqualTo("face_unknown");
        assertThat(desk.read(cast.alan(), review).anyFaceOpen()).isFalse();
        Decision yes = new Decision(Outcome.APPROVE, null, null, read.version().digest());
        assertRefused(() -> deciding.decide(cast.alan(), review, yes, Check.of(Stage.CONTENT)), "review.likeness_open");
        house.get(Redacting.class).likenessChanged(recording.file().id());
        deciding.decide(cast.alan(), review, yes, Check.of(Stage.CONTENT));
    }

    private ReviewId takeOut(ReviewId review, String phrase) {
        SceneView picture = desk.read(cast.priya(), review).version().scenes().get(1);
        scenes.redact(cast.priya(), review, picture.id(), Optional.empty(), List.of(phrase));
        return review;
    }

    private Decision yes(ReviewId review) {
        return new Decision(
                Outcome.APPROVE,
                null,
                null,
                desk.read(cast.priya(), review).version().digest());
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatExceptionOfType(Refused.class).isThrownBy(call).satisfies(refused -> assertThat(refused.refusals())
                .containsExactly(Refusal.of(code)));
    }
}
