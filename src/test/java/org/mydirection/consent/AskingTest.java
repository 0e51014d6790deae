package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.shared.Refusal;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class AskingTest {

    private final House house;
    private final Cast cast;
    private final Asking asking;
    private final StoryId story;

    AskingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.asking = house.get(Asking.class);
        this.story = cast.shortStory(cast.maya(), "Walking");
    }

    @Test
    void nothingIsPreset() {
        Answers answers = asking.read(cast.maya(), story).answers();

        assertThat(answers).isEqualTo(Answers.none());
        assertThat(answers.agreed()).isEmpty();
        assertThat(asking.read(cast.maya(), story).limitsShown()).isFalse();
    }

    @Test
    void theLimitsOfConfidentialityComeBeforeEveryQuestion() {
        assertRefused(
                () -> asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, true), "permission.limits_unread");
        assertRefused(
                () -> asking.answerAudience(cast.maya(), story, Audience.EVERY_OFFICE, Set.of()),
                "permission.limits_unread");
        assertRefused(() -> asking.offer(cast.maya(), story, Locale.UK), "permission.limits_unread");
    }

    @Test
    void onlyTheStorytellerAnswers() {
        assertNotThere(() -> asking.showLimits(cast.kofi(), story));
        assertNotThere(() -> asking.answer(cast.ruth(), story, Purpose.OWN_SUPERVISION, true));
        assertNotThere(() -> asking.read(cast.priya(), story));
    }

    @Test
    void allThatIsNotAnsweredIsSaidAtOnce() {
        asking.showLimits(cast.maya(), story);
        asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, true);

        assertThat(asking.read(cast.maya(), story).missing())
                .extracting(Refusal::code)
                .contains(
                        "permission.purpose_unanswered",
                        "permission.audience_missing",
                        "permission.identity_missing",
                        "permission.last_day_missing");
        assertThat(asking.read(cast.maya(), story).missing()).hasSize(9);
    }

    @Test
    void aYesNamesTheExactTextAndIsChained() {
        ConsentId consent = cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);

        Notice shown = house.get(Notices.class).current(Locale.UK);
        List<ConsentEvent> events =
                house.inTransaction(() -> house.get(Consents.class).eventsOf(consent));
        assertThat(events)
                .extracting(ConsentEvent::kind)
                .containsExactly(ConsentEvent.Kind.OFFERED, ConsentEvent.Kind.GIVEN);
        assertThat(events.get(1).content()).contains("hash=" + shown.hash());
        assertThat(events.get(0).follows(ConsentEvent.BEGINNING, 0)).isTrue();
        assertThat(events.get(1).follows(events.get(0).hash(), 1)).isTrue();
        assertThat(events.get(1).follows(ConsentEvent.BEGINNING, 1)).isFalse();
        assertThat(house.lastEntry().event()).isEqualTo("permission_given");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
    }

    @Test
    void anAnswerThatChangedAfterTheOfferMustBeOfferedAgain() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        asking.offer(cast.maya(), story, Locale.UK);

        asking.answer(cast.maya(), story, Purpose.RECEPTION_SCREEN, true);

        assertRefused(() -> asking.confirm(cast.maya(), story), "permission.not_offered");
    }

    @Test
    void nothingIsGivenThatWasNotOffered() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);

        assertRefused(() -> asking.confirm(cast.maya(), story), "permission.not_offered");
    }

    @Test
    void theLastDayIsNotInThePastAndNotTooFarOff() {
        asking.showLimits(cast.maya(), story);

        assertRefused(
                () -> asking.answerLastDay(
                        cast.maya(), story, house.clock().today().minusDays(1)),
                "error.date_past");
        assertRefused(
                () -> asking.answerLastDay(
                        cast.maya(), story, house.clock().today().plusMonths(12).plusDays(1)),
                "error.date_far");
        assertRefused(() -> asking.answerLastDay(cast.maya(), story, null), "permission.last_day_missing");
        asking.answerLastDay(cast.maya(), story, house.clock().today());
    }

    @Test
    void aMadeUpNameIsNeededWhereOneWasChosen() {
        asking.showLimits(cast.maya(), story);

        assertRefused(
                () -> asking.answerIdentity(cast.maya(), story, Identity.PSEUDONYM, " "),
                "permission.chosen_name_missing");
    }

    @Test
    void noToEverythingIsKeptAsANoAndEndsTheYesThatWas() {
        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);

        cast.permit(cast.maya(), story);

        assertThat(house.inTransaction(
                        () -> house.get(Consents.class).current(story).isPresent()))
                .isFalse();
    }

    @Test
    void aNewYesTakesThePlaceOfTheOldOne() {
        ConsentId old = cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);

        ConsentId fresh = cast.permit(cast.maya(), story, Purpose.GROUP);

        assertThat(house.inTransaction(
                        () -> house.get(Consents.class).find(old).orElseThrow().status()))
                .isEqualTo(ConsentStatus.SUPERSEDED);
        assertThat(house.inTransaction(() ->
                        house.get(Consents.class).current(story).orElseThrow().id()))
                .isEqualTo(fresh);
    }

    @Test
    void whatIsBeingCheckedStandsStill() {
        StoryId sent = cast.sentStory(cast.maya(), "Sent");

        assertRefused(() -> asking.answer(cast.maya(), sent, Purpose.GROUP, true), "permission.being_checked");
    }
}
