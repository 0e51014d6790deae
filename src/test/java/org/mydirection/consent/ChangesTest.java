package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.media.Redacting;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.AskingEachTime;
import org.mydirection.supervision.Ledger;
import org.mydirection.supervision.Watching;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;

/** A material change puts a permission on hold; silence is not yes. */
@OnBothDatabases
class ChangesTest extends MayasStory {

    private final Suspending suspending;

    ChangesTest(House house, Cast cast) {
        super(house, cast);
        this.suspending = house.get(Suspending.class);
    }

    private void allow(Audience audience, UnaryOperator<Manner> manner) {
        AskingWhoMaySee whoMaySee = house.get(AskingWhoMaySee.class);
        Asking asking = house.get(Asking.class);
        Giving giving = house.get(Giving.class);
        house.clock().advance(Duration.ofMinutes(1));
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        whoMaySee.answer(cast.maya(), story, audience, Set.of());
        asking.answerManner(cast.maya(), story, manner);
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth", null, null));
        giving.offer(cast.maya(), story, Locale.UK);
        giving.confirm(cast.maya(), story);
        house.get(StoryWriting.class).beginAgain(cast.maya(), story);
        house.get(Sending.class).send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
    }

    @Test
    void aMovePutsItOnHoldUntilTheStorytellerSaysYesAgain() {
        allow(Audience.MY_OFFICE, manner -> manner);
        assertThat(seen(story)).isTrue();

        house.get(CaseKeeping.class).move(cast.anil(), cast.maya, cast.millLane);

        assertThat(seen(story)).isFalse();
        assertThat(suspending.changed(cast.maya(), story)).contains(Change.MOVED);
        house.get(CaseKeeping.class).move(cast.anil(), cast.maya, cast.harbourStreet);
        assertThat(seen(story)).as("moving back is no yes").isFalse();

        suspending.reconfirm(cast.maya(), story, Locale.UK);
        assertThat(seen(story)).isTrue();
        assertThat(house.lastEntry().event()).isEqualTo("permission_reconfirmed");
    }

    @Test
    void aMoveEndsItForThoseWhoChoseThat() {
        allow(Audience.EVERY_OFFICE, manner -> manner.withAtMove(AtMove.END));

        house.get(CaseKeeping.class).move(cast.anil(), cast.maya, cast.millLane);

        assertThat(seen(story)).isFalse();
        assertThat(house.get(Receipts.class)
                        .latest(cast.maya(), story)
                        .orElseThrow()
                        .status())
                .isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    void atSentenceEndItIsPrivateAgainUnlessTheyChoseTheirLastDay() {
        allow(Audience.EVERY_OFFICE, manner -> manner.withAtSentenceEnd(AtSentenceEnd.UNTIL_DATE));
        house.get(CaseKeeping.class).endSentence(cast.anil(), cast.maya);
        assertThat(seen(story)).isTrue();

        StoryId kofis = cast.approvedStory(cast.kofi(), "Cooking");
        house.get(CaseKeeping.class).endSentence(cast.anil(), cast.kofi);
        assertThat(house.get(Receipts.class)
                        .latest(cast.kofi(), kofis)
                        .orElseThrow()
                        .status())
                .isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(visibility.open(cast.kofi(), kofis)).isFalse();
    }

    @Test
    void aNewPractitionerIsAskedAboutAndTheOldOneLosesAccess() {
        allow(Audience.MY_PRACTITIONER, manner -> manner);
        assertThat(seen(story)).isTrue();

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertThat(seen(story)).isFalse();
        assertThat(visibility.see(cast.tom(), new Through.Published(collection), story))
                .isEmpty();
        assertThat(suspending.changed(cast.maya(), story)).contains(Change.PRACTITIONER);
        suspending.reconfirm(cast.maya(), story, Locale.UK);
        assertThat(visibility.see(cast.tom(), new Through.Published(collection), story))
                .isPresent();
        assertThat(seen(story)).isFalse();
    }

    @Test
    void onlyThoseWhoArePickedByNameSeeIt() {
        allow(Audience.EVERY_OFFICE, manner -> manner);
        AskingWhoMaySee whoMaySee = house.get(AskingWhoMaySee.class);
        assertThat(whoMaySee.people(cast.maya()))
                .extracting(AskingWhoMaySee.PersonChoice::id)
                .containsExactly(cast.ruth);
        assertRefused(
                () -> whoMaySee.answer(
                        cast.maya(), story, Audience.NAMED_PEOPLE, Set.of(), Set.of(cast.tom, cast.lena)),
                "permission.nobody_named");
        house.change(
                "insert into consent_named_person (consent_id, account_id) select id, ? from consent"
                        + " where slot = 'CURRENT'",
                cast.tom.value());
        house.change("update consent set audience = 'NAMED_PEOPLE' where slot = 'CURRENT'");
        assertThat(seen(story)).isFalse();
        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);
        assertThat(visibility.see(cast.tom(), new Through.Published(collection), story))
                .isPresent();
    }

    @Test
    void aVoiceOrFaceToBeChangedIsShownOnceItIsAndNotAsItWas() {
        house.get(StoryWriting.class).read(cast.maya(), story).scenes().stream()
                .filter(scene -> scene.file() != null)
                .forEach(scene ->
                        house.get(Redacting.class).likenessChanged(scene.file().id()));
        allow(Audience.EVERY_OFFICE, manner -> manner.withVoice(Likeness.ALTERED)
                .withFace(Likeness.ALTERED));
        assertThat(seen(story)).isTrue();
        assertThat(house.get(Watching.class)
                        .watch(cast.ruth(), collection, story)
                        .version()
                        .scenes())
                .extracting(SceneView::kind)
                .containsExactly(SceneKind.WORDS, SceneKind.PICTURE, SceneKind.RECORDING);
        for (SceneView scene :
                house.get(StoryWriting.class).read(cast.maya(), story).scenes()) {
            if (scene.file() != null) {
                assertThat(visibility.seeFile(
                                cast.ruth(),
                                new Through.Published(collection),
                                scene.file().id()))
                        .isPresent();
                Object before = house.value("select likeness_changed_at from media_asset where id = '"
                        + scene.file().id().text() + "'");
                house.change(
                        "update media_asset set likeness_changed_at = null where id = ?",
                        scene.file().id().value());
                assertThat(seen(story)).as("as it was").isFalse();
                house.change(
                        "update media_asset set likeness_changed_at = ? where id = ?",
                        before,
                        scene.file().id().value());
                assertThat(seen(story)).isTrue();
            }
        }
    }

    @Test
    void whoComesToAPublishedCollectionIsAskedAboutFirst() {
        assertThat(seen(story)).isTrue();

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.ruth);
        assertThat(seen(story)).as("nobody new").isTrue();
        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertThat(suspending.changed(cast.maya(), story)).containsExactly(Change.RECIPIENT);
        assertThat(seenBy(cast.tom())).isFalse();
        suspending.reconfirm(cast.maya(), story, Locale.UK);
        assertThat(seenBy(cast.tom())).isTrue();
    }

    @Test
    void aNewRecipientOfSomebodyElsesCollectionIsAskedAboutToo() {
        StoryId kofis = cast.approvedStory(cast.kofi(), "Cooking");
        CollectionId both = cast.collection(cast.lena(), cast.maya, goal, kofis);
        house.get(Curation.class).publish(cast.ruth(), both);
        assertThat(visibility.see(cast.ruth(), new Through.Published(both), kofis))
                .as("publishing is within what was said")
                .isPresent();
        AccountId nia = cast.person("nia", "Nia Bell", cast.harbourStreet, Role.PRACTITIONER);

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, nia);

        assertThat(visibility.see(cast.as(nia), new Through.Published(both), kofis))
                .isEmpty();
        assertThat(visibility.see(cast.maya(), new Through.Published(both), kofis))
                .as("silence is not yes, for anybody")
                .isEmpty();
        assertThat(suspending.changed(cast.kofi(), kofis)).containsExactly(Change.RECIPIENT);
        assertThat(suspending.changed(cast.maya(), story)).containsExactly(Change.RECIPIENT);
    }

    @Test
    void anOfficeThatWasOpenedSinceIsANewAudience() {
        house.clock().advance(Duration.ofMinutes(1));
        OfficeId quay = house.get(AccountKeeping.class).openOffice(cast.anil(), "New Quay");
        AccountId nia = cast.person("nia", "Nia Bell", quay, Role.PRACTITIONER);
        AccountId theo = cast.person("theo", "Theo Lane", quay, Role.STORYTELLER);
        house.get(CaseKeeping.class).register(cast.anil(), theo, "X000009");
        house.get(CaseKeeping.class).assign(cast.anil(), theo, nia);
        GoalId theirs = cast.goal(cast.as(nia), theo);
        CollectionId forTheo = cast.collection(cast.lena(), theo, theirs, story);
        assertThat(visibility.gatherable(cast.as(nia), forTheo, 10))
                .as("they did not mean it")
                .isEmpty();
        assertThat(suspending.changed(cast.maya(), story)).isEmpty();

        house.get(Curation.class).publish(cast.as(nia), forTheo);

        assertThat(suspending.changed(cast.maya(), story)).containsExactly(Change.AUDIENCE);
        assertThat(seen(story)).isFalse();
        suspending.reconfirm(cast.maya(), story, Locale.UK);
        assertThat(seen(story)).isTrue();
        assertThat(visibility.see(cast.as(nia), new Through.Published(forTheo), story))
                .isPresent();
    }

    @Test
    void aNewPractitionerOfANewOfficeIsANewAudience() {
        house.clock().advance(Duration.ofMinutes(1));
        OfficeId quay = house.get(AccountKeeping.class).openOffice(cast.anil(), "New Quay");
        AccountId nia = cast.person("nia", "Nia Bell", quay, Role.PRACTITIONER);

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, nia);

        assertThat(suspending.changed(cast.maya(), story)).containsExactly(Change.AUDIENCE);
        suspending.reconfirm(cast.maya(), story, Locale.UK);
        assertThat(seenBy(cast.as(nia))).isTrue();
    }

    @Test
    void aVoiceAndAFaceThatAreLeftOutAreInNoFileAndItsWordsStay() {
        allow(Audience.EVERY_OFFICE, manner -> manner.withVoice(Likeness.ABSENT).withFace(Likeness.ABSENT));

        assertThat(seen(story)).isTrue();
        var watched = house.get(Watching.class).watch(cast.ruth(), collection, story);
        assertThat(watched.version().scenes())
                .allMatch(scene -> scene.file() == null && scene.kind() == SceneKind.WORDS);
        assertThat(watched.version().scenes()).extracting(SceneView::words).contains("It was quiet that morning.");
        house.get(StoryWriting.class).read(cast.maya(), story).scenes().stream()
                .filter(scene -> scene.file() != null)
                .forEach(scene -> assertThat(visibility.seeFile(
                                cast.ruth(),
                                new Through.Published(collection),
                                scene.file().id()))
                        .isEmpty());
        assertThat(house.get(Watching.class)
                        .open(cast.ruth(), collection)
                        .places()
                        .get(0)
                        .picture())
                .isNull();
    }

    @Test
    void askedEachTimeItIsShownOnlyOnTheDayThatWasSaidYesTo() {
        allow(Audience.EVERY_OFFICE, manner -> manner.asking(true));
        AskingEachTime each = house.get(AskingEachTime.class);
        assertThat(seen(story)).isFalse();
        assertThat(visibility.see(cast.maya(), new Through.Published(collection), story))
                .isPresent();
        assertThat(each.toAsk(cast.ruth(), collection)).isEqualTo(1);

        LocalDate tomorrow = house.clock().today().plusDays(1);
        each.ask(cast.ruth(), collection, tomorrow);
        each.ask(cast.ruth(), collection, tomorrow);
        assertThat(each.open(cast.maya())).hasSize(1);
        assertNotThere(() ->
                each.answer(cast.kofi(), each.open(cast.maya()).get(0).id().toString(), true));
        each.answer(cast.maya(), each.open(cast.maya()).get(0).id().toString(), true);
        assertThat(seen(story)).isFalse();
        assertThat(house.get(Ledger.class).stakes(cast.maya(), story).days()).containsExactly(tomorrow);
        house.clock().advance(Duration.ofDays(1));
        assertThat(seen(story)).isTrue();
        each.answer(cast.maya(), each.open(cast.maya()).get(0).id().toString(), false);
        assertThat(seen(story)).isFalse();
        each.answer(cast.maya(), each.open(cast.maya()).get(0).id().toString(), true);
        house.clock().advance(Duration.ofDays(1));
        assertThat(seen(story)).isFalse();
        assertRefused(() -> each.ask(cast.ruth(), collection, tomorrow), "error.date_past");
        assertRefused(() -> each.ask(cast.ruth(), collection, tomorrow.plusDays(60)), "error.date_far");
    }

    @Test
    void whatIsNotOnHoldCannotBeReconfirmed() {
        assertRefused(() -> suspending.reconfirm(cast.maya(), story, Locale.UK), "permission.not_suspended");
        assertNotThere(() -> suspending.reconfirm(cast.kofi(), story, Locale.UK));
    }

    @Test
    void afterTheLastDayAllIsAskedAgain() {
        house.get(CaseKeeping.class).move(cast.anil(), cast.maya, cast.millLane);
        house.clock().advance(Duration.ofDays(31));
        assertRefused(() -> suspending.reconfirm(cast.maya(), story, Locale.UK), "permission.expired");
    }

    private boolean seenBy(Viewer viewer) {
        return visibility.see(viewer, new Through.Published(collection), story).isPresent();
    }
}
