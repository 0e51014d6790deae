package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** The checkers: first the permission, then the content; one at a time, with a reason for every no. */
class ReviewJourney {

    private static final Pattern DESK = Pattern.compile(".*/moderation/desk\\.xhtml.*review=.*");

    private Visitor maya;
    private Visitor ruth;
    private Visitor mo;

    @BeforeEach
    void theyAreAtTheirPlaces() {
        maya = Person.MAYA.atPhone();
        ruth = Person.RUTH.atDesk();
        mo = Person.MO.atDesk();
    }

    @AfterEach
    void leave() {
        maya.close();
        ruth.close();
        mo.close();
    }

    @Test
    void aStoryPassesThePermissionQueueAndThenTheContentQueue() {
        Told told = Errands.sent(maya, "Both checks");

        whenTheyOpenTheNewest(ruth, "CONSENT");
        assertThat(ruth.control("story-title")).containsText(told.title());
        assertThat(ruth.control("permission")).containsText(Words.of("permission.audience.my_practitioner.label"));
        assertThat(ruth.control("permission")).containsText(Person.PRIYA.displayName());
        ruth.press(ruth.control("approve"));
        assertThat(ruth.page().getByRole(AriaRole.ALERT)).containsText(Words.of("review.checks_missing.what"));
        tickAll(ruth);
        ruth.press(ruth.control("approve"));
        assertThat(ruth.page().getByText(Words.of("review.decided.consent.text")))
                .isVisible();

        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.in_review.tag"));
        whenTheyOpenTheNewest(mo, "CONTENT");
        assertThat(mo.control("story-title")).containsText(told.title());
        tickAll(mo);
        mo.press(mo.control("approve"));
        assertThat(mo.page().getByText(Words.of("review.decided.approved.text")))
                .isVisible();

        maya.page().reload();
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.approved.tag"));
    }

    @Test
    void aPictureIsVeiledAndAVoiceIsReadBeforeItIsHeard() {
        Told told = Errands.tellAll(maya, "Veiled");
        Errands.permit(maya, told);
        Errands.send(maya, told);

        whenTheyOpenTheNewest(ruth, "CONSENT");

        assertThat(ruth.page().locator(".veilbox img")).hasCount(0);
        assertThat(ruth.page().getByText("A front door with a key in the lock").first())
                .isVisible();
        ruth.page().keyboard().press("v");
        Locator picture = ruth.page().locator(".pic-box img");
        assertThat(picture).isVisible();
        ruth.page().waitForFunction("image => image.complete && image.naturalWidth > 0", picture.elementHandle());
        assertThat(ruth.page().getByText("I kept the key in my pocket all day.").first())
                .isVisible();
        Locator player = ruth.page().locator("audio");
        player.evaluate("audio => { audio.muted = true; return audio.play(); }");
        ruth.page().waitForFunction("audio => audio.currentTime > 0", player.elementHandle());
        ruth.press(ruth.control("release"));
        assertThat(ruth.page().getByText(Words.of("review.released.text"))).isVisible();
    }

    @Test
    void twoWhoTakeTheNextAtOnceNeverGetTheSame() {
        Errands.sent(maya, "At once, one");
        Errands.sent(maya, "At once, two");
        ruth.open("/moderation/queue.xhtml?stage=CONSENT");
        mo.open("/moderation/queue.xhtml?stage=CONSENT");

        ruth.page().evaluate("() => setTimeout(() => document.getElementById('next').click())");
        mo.page().evaluate("() => setTimeout(() => document.getElementById('next').click())");

        assertThat(ruth.page()).hasURL(DESK);
        assertThat(mo.page()).hasURL(DESK);
        assertThat(reviewOf(ruth)).isNotEqualTo(reviewOf(mo));
        ruth.press(ruth.control("release"));
        mo.press(mo.control("release"));
    }

    @Test
    void whatOneHasAnotherDoesNotGet() {
        Told told = Errands.sent(maya, "Taken");
        mo.open("/moderation/queue.xhtml?stage=CONSENT");
        String review = Errands.claimNewest(ruth, "CONSENT", told);

        mo.press(mo.page().locator("[id^='open-']").last());

        assertThat(mo.page().getByRole(AriaRole.ALERT)).containsText(Words.of("review.claimed_by_other.what"));
        mo.open(Errands.desk(review));
        assertThat(mo.page().getByText(told.title())).hasCount(0);
        Errands.post(ruth, Errands.desk(review), "decide", Map.of(), "release");
    }

    @Test
    void changesNeededComeBackAsADraftWithTheReasonBesideIt() {
        Told told = Errands.sent(maya, "To change");
        whenTheyOpenTheNewest(ruth, "CONSENT");
        ruth.page().keyboard().press("r");
        ruth.press(ruth.control("changes"));
        assertThat(ruth.page().getByRole(AriaRole.ALERT)).containsText(Words.of("review.reason_missing.what"));
        ruth.page().locator("input[value='others.identifiable']").check();
        ruth.control("note").fill("Could you leave out the name of the shop?");

        ruth.press(ruth.control("changes"));

        assertThat(ruth.page().getByText(Words.of("review.decided.changes.text")))
                .isVisible();
        maya.open("/home.xhtml");
        Locator card = maya.page().locator("li.story").filter(new Locator.FilterOptions().setHasText(told.title()));
        assertThat(card).containsText(Words.of("tracker.story.changes_requested.tag"));
        maya.press(card.getByText(Words.of("home.story.change.label")));
        assertThat(maya.control("checker-note")).containsText("People could tell who someone else is.");
        assertThat(maya.control("checker-note")).containsText("Could you leave out the name of the shop?");
        assertThat(maya.control("title")).isEditable();
        maya.press(maya.page().getByText(Words.of("make.part.open.label")).first());
        maya.control("words").fill("Now without the shop.");
        maya.press(maya.control("save"));
        maya.press(maya.control("send"));
        maya.press(maya.button(Words.of("make.send.button")));
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.submitted.tag"));
        whenTheyOpenTheNewest(mo, "CONSENT");
        assertThat(mo.page().getByText("Now without the shop.")).isVisible();
        assertThat(mo.control("earlier")).containsText("others.identifiable");
        mo.press(mo.control("release"));
    }

    @Test
    void aStoryThatIsDeclinedStaysTheStorytellersWithTheReason() {
        Told told = Errands.sent(maya, "Declined");

        Errands.decide(ruth, "CONSENT", told, "decline", Map.of("reason", "others.child"));

        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.declined.tag"));
        assertThat(maya.control("checker-note")).containsText("A child can be seen or heard in your story.");
    }

    @Test
    void aStoryThatIsTakenBackWhileItIsCheckedIsGoneFromTheDesk() {
        Told told = Errands.sent(maya, "Taken back");
        whenTheyOpenTheNewest(ruth, "CONSENT");
        tickAll(ruth);

        Errands.takeBack(maya, told);
        ruth.press(ruth.control("approve"));

        assertThat(ruth.page().getByRole(AriaRole.ALERT)).containsText(Words.of("review.moot.what"));
        assertThat(ruth.page().getByText(told.title())).hasCount(0);
    }

    @Test
    void aStorytellersOwnPractitionerDoesNotDecideEvenAsAModerator() {
        Told told = Errands.sent(maya, "Own practitioner");
        String review = Errands.claimNewest(ruth, "CONSENT", told);
        Errands.post(ruth, Errands.desk(review), "decide", Map.of(), "release");
        try (Visitor ada = Person.ADA.atDesk();
                Visitor priya = Person.PRIYA.atDesk()) {
            String account = Errands.accountOf(ada, Person.PRIYA.displayName());
            Errands.roles(ada, account, "PRACTITIONER", "MODERATOR");
            try {
                assertThat(priya.open("/moderation/queue.xhtml?stage=CONSENT").status())
                        .isEqualTo(200);
                assertThat(priya.page().locator("[value='" + review + "']")).hasCount(0);
                assertThat(priya.open(Errands.desk(review)).status()).isEqualTo(404);
            } finally {
                Errands.roles(ada, account, "PRACTITIONER");
            }
        }
    }

    @Test
    void whoIsNoCheckerFindsNoQueue() {
        for (Person person :
                new Person[] {Person.PRIYA, Person.TOM, Person.CARA, Person.GWEN, Person.ADA, Person.DANNY}) {
            try (Visitor other = person.atDesk()) {
                assertThat(other.open("/moderation/queue.xhtml?stage=CONSENT").status())
                        .as("the queue for %s", person)
                        .isEqualTo(404);
            }
        }
    }

    private void whenTheyOpenTheNewest(Visitor moderator, String stage) {
        moderator.open("/moderation/queue.xhtml?stage=" + stage);
        moderator.press(moderator.page().locator("[id^='open-']").last());
        assertThat(moderator.page()).hasURL(DESK);
    }

    private static void tickAll(Visitor moderator) {
        moderator.page().locator("#checks input[type=checkbox]").all().forEach(Locator::check);
    }

    private static String reviewOf(Visitor moderator) {
        return moderator.page().url().replaceAll(".*review=([0-9a-f-]+).*", "$1");
    }
}
