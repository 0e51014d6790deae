package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.consent.AnsweringAloud;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.ConsentId;
import org.mydirection.consent.Giving;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.RecordCheck;
import org.mydirection.consent.TakingBack;
import org.mydirection.consent.TeachBack;
import org.mydirection.consent.TellingTogether;
import org.mydirection.consent.Witnessed;
import org.mydirection.consent.Witnessing;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaKind;
import org.mydirection.shared.Refusal;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Ledger;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

/** A yes that is given aloud: its recording, its witness, and who may hear and pass it. */
@OnBothDatabases
class SpokenPermissionTest {

    private static final String HASH = "a".repeat(64);

    private final House house;
    private final Cast cast;
    private final Asking asking;
    private final Giving giving;
    private final AnsweringAloud aloud;
    private final Witnessing witnessing;
    private final Deciding deciding;
    private final ReviewDesk desk;
    private final Visibility visibility;
    private final StoryId story;

    SpokenPermissionTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        asking = house.get(Asking.class);
        giving = house.get(Giving.class);
        aloud = house.get(AnsweringAloud.class);
        witnessing = house.get(Witnessing.class);
        deciding = house.get(Deciding.class);
        desk = house.get(ReviewDesk.class);
        visibility = house.get(Visibility.class);
        story = cast.shortStory(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
    }

    @Test
    void aYesThatIsGivenAloudNeedsAWitnessOrARecordingAndANoNeither() {
        aloudBefore("");
        assertRefused(() -> giving.offer(cast.maya(), story, Locale.UK), "permission.aloud_missing");
        assertThat(asking.read(cast.maya(), story).missing()).contains(Refusal.of("permission.aloud_missing"));

        asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, false);
        giving.offer(cast.maya(), story, Locale.UK);
        giving.confirm(cast.maya(), story);
        assertThat(house.value("select status from consent")).isEqualTo("DECLINED");
    }

    @Test
    void aRecordingThatIsNotReadyIsWaitedForAndItsHashIsInTheChain() {
        aloudBefore("");
        AssetId sound = recorded();
        assertRefused(() -> giving.offer(cast.maya(), story, Locale.UK), "permission.recording_open");

        aloud.heard(cast.maya(), story, sound.value(), HASH);
        aloud.heard(cast.maya(), story, sound.value(), "b".repeat(64));
        give();

        assertThat(house.value("select content from consent_event where kind = 'GIVEN'")
                        .toString())
                .endsWith("\nanswers_hash=" + HASH);
        assertThat(whole()).isTrue();
        house.change("update consent set answers_hash = ?", "c".repeat(64));
        assertThat(whole()).as("another recording put in its place").isFalse();
        house.change("update consent set answers_hash = null");
        assertThat(whole()).as("a recording taken away").isFalse();
    }

    @Test
    void onlyTheStorytellerAndTheCheckerOfThePermissionHearIt() {
        aloudBefore("");
        AssetId sound = ready();
        give();
        house.get(Sending.class).send(cast.maya(), story);
        assertThat(visibility.hears(cast.maya(), new Through.Own(), sound)).isTrue();
        ReviewId waiting = house.get(Claiming.class)
                .queue(cast.priya(), Stage.CONSENT)
                .get(0)
                .id();
        assertThat(visibility.hears(cast.priya(), new Through.Claim(waiting), sound))
                .as("before it is claimed")
                .isFalse();

        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertThat(visibility.hears(cast.priya(), new Through.Claim(review), sound))
                .isTrue();
        assertThat(desk.read(cast.priya(), review).quality().recording()).isEqualTo(sound.value());
        for (Viewer other : everybodyBut(cast.priya())) {
            assertThat(visibility.hears(other, new Through.Claim(review), sound))
                    .isFalse();
        }
        for (Viewer other : everybodyBut(cast.maya())) {
            assertThat(visibility.hears(other, new Through.Own(), sound)).isFalse();
        }
        assertThat(visibility.seeFile(cast.maya(), new Through.Own(), sound))
                .as("it is no part of the story")
                .isEmpty();
        assertThat(visibility.seeFile(cast.priya(), new Through.Claim(review), sound))
                .isEmpty();
        deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT));
        assertThat(visibility.hears(cast.priya(), new Through.Claim(review), sound))
                .as("after it passed")
                .isFalse();
        ReviewId content = cast.claim(cast.alan(), Stage.CONTENT);
        assertThat(visibility.hears(cast.alan(), new Through.Claim(content), sound))
                .as("who checks the content")
                .isFalse();
        cast.pass(cast.alan(), Stage.CONTENT);
        var collection = cast.mayasCollection(cast.goal(cast.ruth(), cast.maya), story);
        for (Viewer other : List.of(cast.ruth(), cast.maya())) {
            assertThat(visibility.see(other, new Through.Published(collection), story))
                    .isPresent();
            assertThat(visibility.seeFile(other, new Through.Published(collection), sound))
                    .isEmpty();
            assertThat(visibility.hears(other, new Through.Published(collection), sound))
                    .isFalse();
        }
    }

    @Test
    void afterATakingBackOnlyTheStorytellerHearsItAndItStaysWithTheRecord() {
        aloudBefore("");
        AssetId sound = ready();
        give();
        house.get(Sending.class).send(cast.maya(), story);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        house.get(TakingBack.class).takeBack(cast.maya(), story);

        assertThat(visibility.hears(cast.priya(), new Through.Claim(review), sound))
                .isFalse();
        assertThat(visibility.hears(cast.maya(), new Through.Own(), sound)).isTrue();
        assertThat(aloud.settled(cast.maya(), story))
                .hasValueSatisfying(spoken -> assertThat(spoken.hash()).isEqualTo(HASH));
        assertThat(whole()).isTrue();
    }

    @Test
    void erasingTheStoryDestroysIt() {
        aloudBefore("");
        AssetId sound = ready();
        house.get(StoryWriting.class).erase(cast.maya(), story);
        assertThat(discarded(sound)).isTrue();
        assertThat(house.count("spoken_answers")).isZero();
        assertThat(visibility.hears(cast.maya(), new Through.Own(), sound)).isFalse();
    }

    @Test
    void anotherAnswerMakesTheRecordingVoidAndTheSameAnswerDoesNot() {
        aloudBefore("");
        AssetId sound = ready();
        asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, true);
        assertThat(discarded(sound)).isFalse();

        asking.answer(cast.maya(), story, Purpose.GROUP, true);

        assertThat(discarded(sound)).isTrue();
        assertThat(asking.read(cast.maya(), story).missing()).contains(Refusal.of("permission.aloud_missing"));
    }

    @Test
    void whoReadItAfterAllKeepsNoRecording() {
        aloudBefore("");
        AssetId sound = ready();

        asking.answerHelp(cast.maya(), story, How.READ, Helper.NOBODY, "tom");

        assertThat(discarded(sound)).isTrue();
        give();
        assertThat(witnessing.waiting(cast.tom())).isEmpty();
    }

    @Test
    void aRecordingThatComesAfterTheOfferTakesItBackAndAnOldPageCannotConfirmIt() {
        aloudBefore("tom");
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth", "Take it back", null));
        String page = giving.offer(cast.maya(), story, Locale.UK);

        ready();

        assertRefused(() -> giving.confirm(cast.maya(), story, page), "permission.not_offered");
        String other = giving.offer(cast.maya(), story, Locale.UK);
        assertRefused(() -> giving.confirm(cast.maya(), story, page), "permission.changed_since");
        giving.confirm(cast.maya(), story, other);
    }

    @Test
    void afterTheYesNothingIsPutInItsPlaceAndNobodyElsePutsAnything() {
        aloudBefore("");
        AssetId sound = ready();
        ConsentId record = aloud.begin(cast.maya(), story);
        AssetId late = cast.asset(cast.maya(), story, MediaKind.RECORDING, "READY");
        assertNotThere(() -> aloud.attach(cast.kofi(), story, record, late.value()));
        assertNotThere(() -> aloud.attach(cast.ruth(), story, record, late.value()));
        assertNotThere(() -> aloud.making(cast.kofi(), story));
        assertNotThere(() -> aloud.drop(cast.kofi(), story));
        give();

        assertNotThere(() -> aloud.attach(cast.maya(), story, record, late.value()));
        assertNotThere(() -> aloud.drop(cast.maya(), story));
        assertNotThere(() -> aloud.heard(cast.maya(), story, sound.value(), "b".repeat(64)));

        // A new record is being made: what was begun for the old one is not evidence of it.
        cast.answer(cast.maya(), story, Purpose.GROUP);
        aloudBefore("tom");
        assertNotThere(() -> aloud.attach(cast.maya(), story, record, late.value()));
        assertThat(discarded(sound)).isFalse();
    }

    @Test
    void aWitnessIsStaffWhoCanBeAskedAndNotTheOwnPractitionerNotEvenByTheTimeOfTheYes() {
        cast.person("petra", "Petra Helper", null, Role.PEER_SUPPORTER);
        cast.person("both", "Bo Both", null, Role.PRACTITIONER, Role.STORYTELLER);
        for (String name : List.of("ruth", "kofi", "maya", "petra", "both", "nobody")) {
            assertRefused(
                    () -> asking.answerHelp(cast.maya(), story, How.ALOUD, Helper.SUPPORTER, name),
                    "permission.witness_missing");
        }
        aloudBefore("tom");
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth", "Take it back", null));
        giving.offer(cast.maya(), story, Locale.UK);

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertRefused(() -> giving.confirm(cast.maya(), story), "permission.witness_missing");
    }

    @Test
    void nobodyPassesItBeforeTheWitnessSaidYesAndNotAfterANo() {
        aloudBefore("tom");
        give();
        house.get(Sending.class).send(cast.maya(), story);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        assertThat(desk.read(cast.priya(), review).quality().witnessed()).isEqualTo(Witnessed.NOT_YET);
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT)),
                "review.witness_waiting");
        Witnessing.Row asked = witnessing.waiting(cast.tom()).get(0);
        assertThat(asked.by()).isNull();
        assertThat(asked.number()).matches("[0-9A-F]{4}-[0-9A-F]{4}");
        for (Viewer other : everybodyBut(cast.tom())) {
            assertNotThere(() -> witnessing.answer(other, asked.id(), true));
        }

        witnessing.answer(cast.tom(), asked.id(), false);

        assertThat(house.lastEntry().event()).isEqualTo("witness_denied");
        assertThat(desk.read(cast.priya(), review).quality().witnessed()).isEqualTo(Witnessed.DENIED);
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT)),
                "review.witness_denied");
        assertNotThere(() -> witnessing.answer(cast.tom(), asked.id(), true));
    }

    @Test
    void aWitnessWhoWasThereOpensTheWayAndARecordingDoesNotStandInForOneWhoWasNot() {
        aloudBefore("tom");
        ready();
        give();
        house.get(Sending.class).send(cast.maya(), story);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT)),
                "review.witness_waiting");

        witnessing.answer(cast.tom(), witnessing.waiting(cast.tom()).get(0).id(), true);

        assertThat(desk.read(cast.priya(), review).quality().unheard()).isFalse();
        deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT));
    }

    @Test
    void theWitnessDoesNotCheckItThemselves() {
        aloudBefore("priya");
        give();
        house.get(Sending.class).send(cast.maya(), story);
        witnessing.answer(cast.priya(), witnessing.waiting(cast.priya()).get(0).id(), true);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);

        assertRefused(
                () -> deciding.decide(cast.priya(), review, yes(review), Check.of(Stage.CONSENT)),
                "review.witness_own");

        house.get(Claiming.class).release(cast.priya(), review);
        cast.pass(cast.alan(), Stage.CONSENT);
    }

    /** Issue: no page that staff have shows a refusal or its absence, and a witness is staff. */
    @Test
    void theWitnessIsAskedTheSameAfterANoAndAfterATakingBack() {
        aloudBefore("tom");
        asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, false);
        giving.offer(cast.maya(), story, Locale.UK);
        giving.confirm(cast.maya(), story);
        StoryId given = cast.shortStory(cast.maya(), "Cooking");
        cast.answer(cast.maya(), given, Purpose.OWN_SUPERVISION);
        asking.answerHelp(cast.maya(), given, How.ALOUD, Helper.STAFF, "tom");
        asking.sayBack(cast.maya(), given, new TeachBack("Ruth", "Take it back", null));
        giving.offer(cast.maya(), given, Locale.UK);
        giving.confirm(cast.maya(), given);
        house.get(TakingBack.class).takeBack(cast.maya(), given);

        List<Witnessing.Row> rows = witnessing.waiting(cast.tom());

        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.by()).isNull());
        rows.forEach(row -> witnessing.answer(cast.tom(), row.id(), true));
        assertThat(witnessing.waiting(cast.tom())).isEmpty();
    }

    @Test
    void whoIsNoLongerStaffCannotConfirm() {
        aloudBefore("tom");
        give();
        UUID word = witnessing.waiting(cast.tom()).get(0).id();

        assertNotThere(() -> witnessing.answer(new Viewer(cast.tom, Set.of(Role.PEER_SUPPORTER), null), word, true));
        assertThat(witnessing.waiting(cast.tom())).hasSize(1);
    }

    @Test
    void whoHoldsTheCheckIsInTheListOfWhoCanSeeItAndOnlyWhileTheyDo() {
        Ledger ledger = house.get(Ledger.class);
        StoryId sent = cast.sentStory(cast.maya(), "Cooking");
        assertThat(ledger.whoSees(cast.maya(), sent)).isEmpty();

        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        assertThat(ledger.whoSees(cast.maya(), sent)).containsExactly(new Ledger.Row(Ledger.Who.CHECKER, null, null));
        assertThat(visibility.isRead(cast.kofi(), sent)).isFalse();

        house.get(Claiming.class).release(cast.priya(), review);
        assertThat(ledger.whoSees(cast.maya(), sent)).isEmpty();
    }

    /** DESIGN §8: all must agree. Whoever said yes ends that themselves; nobody drops them. */
    @Test
    void nobodyGoesOnWithoutSomebodyWhoSaidYesAndTwiceIsAsOnce() {
        TellingTogether together = house.get(TellingTogether.class);
        StoryId sent = cast.sentStoryWith(cast.maya(), "Cooking", id -> together.invite(cast.maya(), id, "kofi"));
        together.agree(cast.kofi(), sent, together.read(cast.kofi(), sent).digest());
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        assertRefused(() -> together.goOnWithout(cast.maya(), sent, cast.kofi), "cotell.still_tells");
        assertThat(together.with(cast.maya(), sent)).allMatch(TellingTogether.Row::holds);

        together.takeBack(cast.kofi(), sent);
        together.goOnWithout(cast.maya(), sent, cast.kofi);
        Object from = house.value("select without_from from co_teller");
        house.get(Sending.class).send(cast.maya(), sent);
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        together.goOnWithout(cast.maya(), sent, cast.kofi);

        assertThat(house.value("select without_from from co_teller")).isEqualTo(from);
        var collection = cast.mayasCollection(cast.goal(cast.ruth(), cast.maya), sent);
        assertThat(visibility.see(cast.ruth(), new Through.Published(collection), sent))
                .isPresent();
    }

    private void aloudBefore(String witness) {
        asking.answerHelp(cast.maya(), story, How.ALOUD, Helper.SUPPORTER, witness);
    }

    private void give() {
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth", "Take it back", null));
        giving.offer(cast.maya(), story, Locale.UK);
        giving.confirm(cast.maya(), story);
    }

    private AssetId recorded() {
        AssetId sound = cast.asset(cast.maya(), story, MediaKind.RECORDING, "READY");
        aloud.attach(cast.maya(), story, aloud.begin(cast.maya(), story), sound.value());
        return sound;
    }

    private AssetId ready() {
        AssetId sound = recorded();
        aloud.heard(cast.maya(), story, sound.value(), HASH);
        return sound;
    }

    private List<Viewer> everybodyBut(Viewer one) {
        return List.of(
                        cast.maya(),
                        cast.kofi(),
                        cast.ruth(),
                        cast.tom(),
                        cast.priya(),
                        cast.alan(),
                        cast.lena(),
                        cast.grace(),
                        cast.anil())
                .stream()
                .filter(viewer -> !viewer.account().equals(one.account()))
                .toList();
    }

    private boolean discarded(AssetId asset) {
        return house.value("select discarded_at from media_asset where id = ?", asset.value()) != null;
    }

    private boolean whole() {
        try (var connection = house.database().getConnection()) {
            return RecordCheck.check(connection).tampered().isEmpty();
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Decision yes(ReviewId review) {
        return new Decision(
                Outcome.APPROVE,
                null,
                null,
                desk.read(cast.priya(), review).version().digest());
    }
}
