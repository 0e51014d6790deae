package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Notice.Form;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class AskingTest {

    private static final Locale WELSH = Locale.forLanguageTag("cy-GB");

    private final House house;
    private final Cast cast;
    private final Asking asking;
    private final AskingWhoMaySee whoMaySee;
    private final Giving giving;
    private final StoryId story;

    AskingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        asking = house.get(Asking.class);
        whoMaySee = house.get(AskingWhoMaySee.class);
        giving = house.get(Giving.class);
        story = cast.shortStory(cast.maya(), "Walking");
    }

    @Test
    void nothingIsAnsweredBeforehand() {
        assertThat(asking.read(cast.maya(), story).answers()).isEqualTo(Answers.none());
        assertThat(asking.read(cast.maya(), story).limitsShown()).isFalse();
        asking.showLimits(cast.maya(), story);
        assertThat(asking.read(cast.maya(), story).answers()).isEqualTo(Answers.none());
    }

    @Test
    void theLimitsOfConfidentialityComeBeforeEveryQuestion() {
        assertRefused(
                () -> asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, true), "permission.limits_unread");
        assertRefused(() -> giving.offer(cast.maya(), story, Locale.UK), "permission.limits_unread");
        assertThat(house.count("consent")).isZero();
    }

    @Test
    void everyPurposeIsAnAnswerOfItsOwnAndEverythingMissingIsSaidAtOnce() {
        asking.showLimits(cast.maya(), story);
        asking.answer(cast.maya(), story, Purpose.OWN_SUPERVISION, true);

        assertRefused(
                () -> giving.offer(cast.maya(), story, Locale.UK),
                "permission.purpose_unanswered",
                "permission.purpose_unanswered",
                "permission.purpose_unanswered",
                "permission.purpose_unanswered",
                "permission.purpose_unanswered",
                "permission.purpose_unanswered",
                "permission.audience_missing",
                "permission.identity_missing",
                "permission.face_missing",
                "permission.voice_missing",
                "permission.last_day_missing",
                "permission.teach_back_missing");
    }

    @Test
    void aYesNamesTheExactTextThatWasShown() {
        ConsentId id = cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION, Purpose.GROUP);

        Consent given = find(id);
        Notice notice = house.get(Notices.class).current(Locale.UK);
        assertThat(given.status()).isEqualTo(ConsentStatus.ACTIVE);
        assertThat(given.noticeHash()).isEqualTo(notice.hash());
        assertThat(given.noticeVersion()).isEqualTo(notice.version());
        assertThat(given.answers().agreed()).containsExactly(Purpose.OWN_SUPERVISION, Purpose.GROUP);
        assertThat(given.limitsShownAt()).isEqualTo(house.clock().instant());
        assertThat(house.lastEntry().event()).isEqualTo("permission_given");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
        assertThat(house.lastEntry().story()).isEqualTo(story.value());
    }

    @Test
    void whoReadsEasyReadIsBoundToThatText() {
        assertBoundTo(Form.EASY_READ.in(Locale.UK), "en-simple", "We only show your story if you say yes.");
    }

    @Test
    void whoReadsWelshIsBoundToTheWelshText() {
        assertBoundTo(WELSH, "cy-GB", "Gallwch chi ei thynnu’n ôl unrhyw bryd, ac mae’n stopio ar unwaith.");
    }

    @Test
    void whoReadsEasyReadInWelshIsBoundToThatText() {
        assertBoundTo(Form.EASY_READ.in(WELSH), "cy-simple", "Does dim yn newid i chi os ydych chi’n gwrthod.");
    }

    private void assertBoundTo(Locale read, String language, String sentence) {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        asking.showLimits(cast.maya(), story, read);
        assertThat(asking.read(cast.maya(), story).readIn()).isEqualTo(read);
        giving.offer(cast.maya(), story, Form.FULL.in(read));

        Consent given = find(giving.confirm(cast.maya(), story));

        assertThat(given.noticeLanguage()).isEqualTo(language);
        assertThat(given.noticeHash())
                .isEqualTo(house.get(Notices.class).current(read).hash());
        assertThat((String) house.value("select words from consent_notice")).contains(sentence);
        assertThat(given.content()).contains("language=" + language + "\n", "hash=" + given.noticeHash());
        Receipt receipt = house.get(Receipts.class).latest(cast.maya(), story).orElseThrow();
        assertThat(ReceiptRecord.json(receipt, List.of(), "p", "c"))
                .contains(
                        "\"language\":\"" + language + "\"",
                        "\"notice_form\":\"" + Form.of(read).name() + "\"");
    }

    @Test
    void nobodyIsBoundToATextThatTheyDidNotSee() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        assertRefused(() -> giving.offer(cast.maya(), story, WELSH), "permission.limits_unread");
        assertThat(asking.read(cast.maya(), story).limitsShownIn(WELSH)).isFalse();

        asking.showLimits(cast.maya(), story, WELSH);
        giving.offer(cast.maya(), story, WELSH);
        assertRefused(() -> giving.offer(cast.maya(), story, Locale.UK), "permission.limits_unread");
    }

    @Test
    void readInAnotherFormItHasToBeOfferedAgain() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        String inFull = giving.offer(cast.maya(), story, Locale.UK);
        asking.showLimits(cast.maya(), story, Form.EASY_READ.in(Locale.UK));

        assertRefused(() -> giving.confirm(cast.maya(), story), "permission.not_offered");
        assertThat(giving.offer(cast.maya(), story, Locale.UK)).isNotEqualTo(inFull);
        assertRefused(() -> giving.confirm(cast.maya(), story, inFull), "permission.changed_since");
    }

    @Test
    void aYesForLongerStaysBoundToTheTextThatWasRead() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        asking.showLimits(cast.maya(), story, Form.EASY_READ.in(WELSH));
        giving.offer(cast.maya(), story, WELSH);
        ConsentId id = giving.confirm(cast.maya(), story);

        house.get(Renewing.class)
                .renew(cast.maya(), story, house.clock().today().plusDays(60), Locale.UK);

        assertThat(find(id).noticeLanguage()).isEqualTo("cy-simple");
    }

    @Test
    void aChangedAnswerHasToBeOfferedAgain() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        giving.offer(cast.maya(), story, Locale.UK);
        asking.answer(cast.maya(), story, Purpose.GROUP, true);

        assertRefused(() -> giving.confirm(cast.maya(), story), "permission.not_offered");
        assertRefused(() -> giving.offer(cast.maya(), story, Locale.UK), "permission.teach_back_missing");
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth, and a group", null, null));
        giving.offer(cast.maya(), story, Locale.UK);
        assertThat(find(giving.confirm(cast.maya(), story)).answers().saysYesTo(Purpose.GROUP))
                .isTrue();
    }

    @Test
    void nobodyElseAnswersForTheStoryteller() {
        for (var other : List.of(cast.kofi(), cast.ruth(), cast.priya(), cast.grace(), cast.anil())) {
            assertThatThrownBy(() -> asking.showLimits(other, story)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> giving.confirm(other, story)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> asking.read(other, story)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void theLastDayIsWithinTheLongestTimeAndNotInThePast() {
        LocalDate today = house.clock().today();
        asking.showLimits(cast.maya(), story);
        assertRefused(() -> asking.answerLastDay(cast.maya(), story, null), "permission.last_day_missing");
        assertRefused(() -> asking.answerLastDay(cast.maya(), story, today.minusDays(1)), "error.date_past");
        assertRefused(
                () -> asking.answerLastDay(
                        cast.maya(), story, today.plusMonths(12).plusDays(1)),
                "error.date_far");
        asking.answerLastDay(cast.maya(), story, today);
        asking.answerLastDay(cast.maya(), story, today.plusMonths(12));
        assertThat(asking.read(cast.maya(), story).answers().lastDay()).isEqualTo(today.plusMonths(12));
    }

    @Test
    void anOfferThatOutlivedItsLastDayIsNotConfirmed() {
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        giving.offer(cast.maya(), story, Locale.UK);
        house.clock().advance(Duration.ofDays(31));

        assertRefused(() -> giving.confirm(cast.maya(), story), "error.date_past");
    }

    @Test
    void theAudienceAndTheNameAreAskedForPlainly() {
        asking.showLimits(cast.maya(), story);
        assertRefused(() -> whoMaySee.answer(cast.maya(), story, null, Set.of()), "permission.audience_missing");
        assertRefused(() -> asking.answerIdentity(cast.maya(), story, null, null), "permission.identity_missing");
        assertRefused(
                () -> asking.answerIdentity(cast.maya(), story, Identity.PSEUDONYM, " "),
                "permission.chosen_name_missing");
        whoMaySee.answer(cast.maya(), story, Audience.MY_PRACTITIONER, Set.of(cast.millLane));
        asking.answerIdentity(cast.maya(), story, Identity.PSEUDONYM, " Bird ");
        Answers answers = asking.read(cast.maya(), story).answers();
        assertThat(answers.practitioner()).isEqualTo(cast.ruth);
        assertThat(answers.excludedOffices()).containsExactly(cast.millLane);
        assertThat(answers.chosenName()).isEqualTo("Bird");
    }

    @Test
    void aNoToEverythingTakesBackWhatWasInForce() {
        ConsentId before = cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        ConsentId after = cast.permit(cast.maya(), story);

        assertThat(find(before).status()).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(find(after).status()).isEqualTo(ConsentStatus.DECLINED);
        assertThat(house.trail())
                .extracting(House.Entry::event)
                .endsWith("permission_withdrawn", "permission_declined");
    }

    @Test
    void aNewYesTakesThePlaceOfTheOldOne() {
        ConsentId before = cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        ConsentId after = cast.permit(cast.maya(), story, Purpose.GROUP);

        assertThat(find(before).status()).isEqualTo(ConsentStatus.SUPERSEDED);
        assertThat(find(after).status()).isEqualTo(ConsentStatus.ACTIVE);
        assertThat(events(before)).containsExactly("OFFERED", "GIVEN", "SUPERSEDED");
        assertChained(before);
        assertChained(after);
    }

    @Test
    void whatCheckersLookAtStandsStillButCanBeTakenBack() {
        StoryId sent = cast.sentStory(cast.maya(), "Sent");
        assertRefused(() -> asking.answer(cast.maya(), sent, Purpose.GROUP, true), "permission.being_checked");

        house.get(TakingBack.class).takeBack(cast.maya(), sent);
        house.get(TakingBack.class).takeBack(cast.maya(), sent);

        ConsentId id = house.inTransaction(() ->
                house.get(Consents.class).latestAnswered(sent).orElseThrow().id());
        assertThat(find(id).status()).isEqualTo(ConsentStatus.WITHDRAWN);
        assertThat(events(id)).containsExactly("OFFERED", "GIVEN", "BOUND_TO_VERSION", "WITHDRAWN");
        assertChained(id);
    }

    @Test
    void theClosedCoversOfAPermissionIncludeItsLastDayInLondon() {
        Consent consent = find(cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION));
        LocalDate last = house.clock().today().plusDays(30);

        assertThat(consent.covers(last, house.clock().instant())).isTrue();
        assertThat(consent.covers(last.plusDays(1), house.clock().instant())).isFalse();
    }

    @Test
    void answersNeedNoAudienceWhenNothingIsAgreed() {
        Answers answers = Answers.none();
        for (Purpose purpose : Purpose.values()) {
            answers = answers.with(purpose, false);
        }
        assertThat(answers.check(house.clock().today(), 12)).isEmpty();
        assertThat(answers.with(Purpose.GROUP, true).check(house.clock().today(), 12))
                .extracting(Refusal::code)
                .containsExactly(
                        "permission.audience_missing",
                        "permission.identity_missing",
                        "permission.face_missing",
                        "permission.voice_missing",
                        "permission.last_day_missing");
    }

    private Consent find(ConsentId id) {
        return house.inTransaction(() -> {
            Consent consent = house.get(Consents.class).find(id).orElseThrow();
            consent.answers();
            return consent;
        });
    }

    private List<String> events(ConsentId id) {
        return house.inTransaction(() -> house.get(Consents.class).eventsOf(id).stream()
                .map(event -> event.kind().name())
                .toList());
    }

    private void assertChained(ConsentId id) {
        house.inTransaction(() -> {
            String hash = ConsentEvent.BEGINNING;
            int number = 0;
            for (ConsentEvent event : house.get(Consents.class).eventsOf(id)) {
                assertThat(event.follows(hash, number))
                        .as("event " + event.number())
                        .isTrue();
                hash = event.hash();
                number = event.number();
            }
            assertThat(number).isPositive();
            return null;
        });
    }
}
