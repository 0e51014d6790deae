package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** Saying who may see a story: the limits first, each purpose a question of its own, nothing chosen beforehand. */
class PermissionJourney {

    private Visitor maya;
    private Told told;

    @BeforeEach
    void mayaIsAtHerPhone() {
        maya = Person.MAYA.atPhone();
        told = Errands.tell(maya, "To permit");
    }

    @AfterEach
    void leave() {
        maya.close();
    }

    @Test
    void theLimitsComeFirstAndMustBeRead() {
        whenTheyChooseWhoMaySeeIt();

        assertThat(maya.control("limits")).isVisible();
        assertThat(maya.control("limits")).containsText("badly hurt");
        assertThat(maya.control("read")).not().isChecked();
        maya.press(maya.control("go-on"));
        assertThat(maya.page().getByRole(AriaRole.ALERT)).containsText(Words.of("permission.limits_unread.what"));

        maya.control("read").check();
        maya.press(maya.control("go-on"));
        assertThat(maya.page()).hasURL(Pattern.compile(".*purpose=OWN_SUPERVISION.*"));
    }

    @Test
    void easyReadIsOnePressAwayInBothLanguagesAndGoesOnThroughTheQuestions() {
        whenTheyChooseWhoMaySeeIt();

        maya.press(maya.control("easy"));
        assertThat(maya.page().locator("#limits > div")).hasAttribute("lang", "en-simple");
        assertThat(maya.page().locator("#limits h3").first()).isVisible();
        // This browser has no voice, so that there is no button that would say nothing.
        assertThat(maya.control("aloud")).isHidden();
        maya.assertFitsWindow();
        maya.assertAccessible();
        maya.press(maya.control("tongue"));
        assertThat(maya.page().locator("#limits > div")).hasAttribute("lang", "cy-simple");
        assertThat(maya.control("easy")).hasCount(0);
        maya.assertFitsWindow();
        maya.press(maya.control("tongue"));
        maya.control("read").check();
        maya.press(maya.control("go-on"));

        assertThat(maya.page().locator("main")).containsText("You meet your practitioner.");
    }

    @Test
    void noQuestionCanBeReachedPastTheLimits() {
        maya.open("/permission/purpose.xhtml?story=" + told.id() + "&purpose=GROUP");

        assertThat(maya.control("answer:1")).hasCount(0);
        assertThat(maya.control("limits")).isVisible();
    }

    @Test
    void eachPurposeIsAQuestionOfItsOwnWithNothingChosen() {
        whenTheyReadTheLimits();

        for (String purpose : Errands.PURPOSES) {
            assertThat(maya.page()).hasURL(Pattern.compile(".*purpose=" + purpose + ".*"));
            assertThat(maya.page().getByRole(AriaRole.RADIO)).hasCount(2);
            assertThat(maya.page().locator("input:checked")).hasCount(0);
            assertThat(maya.control("answer:0")).hasAttribute("value", "NO");
            maya.press(maya.control("next"));
            assertThat(maya.page().getByRole(AriaRole.ALERT))
                    .containsText(Words.of("permission.purpose_unanswered.next"));
            maya.press(maya.control("unsure"));
        }

        assertThat(maya.page()).hasURL(Pattern.compile(".*/permission/check\\.xhtml.*"));
        assertThat(maya.page().locator("dl.facts dd").first()).containsText(Words.of("permission.none.label"));
    }

    @Test
    void aYesIsFollowedByWhoHowAndUntilWhenAndEndsInAReceipt() {
        whenTheyReadTheLimits();
        for (String purpose : Errands.PURPOSES) {
            boolean yes = purpose.equals("OWN_SUPERVISION") || purpose.equals("GROUP");
            maya.control(yes ? "answer:1" : "answer:0").check();
            maya.press(maya.control("next"));
        }
        whenNothingIsChosen("audience");
        choose(Words.of("permission.audience.my_practitioner.label"));
        whenNothingIsChosen("identity");
        choose(Words.of("identity.pseudonym.label"));
        assertThat(maya.page().getByRole(AriaRole.ALERT)).containsText(Words.of("permission.chosen_name_missing.what"));
        maya.page().getByLabel(Words.of("identity.pseudonym.label")).check();
        maya.control("chosen-name").fill("Robin");
        maya.press(maya.control("next"));
        whenNothingIsChosen("detail");
        choose(Words.of("permission.face.as_is.label"));
        whenNothingIsChosen("detail");
        choose(Words.of("permission.voice.absent.label"));
        whenNothingIsChosen("until");
        maya.control("pick:0").check();
        maya.press(maya.control("next"));
        for (String answer : java.util.List.of(
                "permission.each_time.no.label",
                "permission.at_sentence_end.private.label",
                "permission.at_move.ask_me.label",
                "permission.at_death.erase.label")) {
            whenNothingIsChosen("detail");
            choose(Words.of(answer));
        }
        maya.control("conditions").fill("Not near my birthday.");
        maya.press(maya.control("next"));
        maya.page().getByLabel(Words.of("permission.how.read.label")).check();
        maya.page().getByLabel(Words.of("permission.helper.nobody.label")).check();
        maya.press(maya.control("next"));
        maya.press(maya.control("next"));
        assertThat(maya.page().getByRole(AriaRole.ALERT)).containsText(Words.of("permission.teach_back_missing.what"));
        maya.control("who-sees").fill("My practitioner, and a group.");
        maya.press(maya.control("next"));
        assertThat(maya.heading(Words.of("permission.check.title"))).isVisible();
        assertThat(maya.page().locator("main")).containsText("Robin");

        maya.press(maya.button(Words.of("permission.give.button")));

        Locator receipt = maya.page().locator("main");
        assertThat(maya.heading(Words.of("permission.receipt.title"))).isVisible();
        assertThat(receipt).containsText(Words.of("purpose.own_supervision.label"));
        assertThat(receipt).containsText(Words.of("purpose.reception_screen.label"));
        assertThat(receipt).containsText("Robin");
        assertThat(receipt).containsText("Not near my birthday.");
        assertThat(receipt).containsText(Words.of("permission.voice.absent.label"));
        assertThat(receipt).containsText("My practitioner, and a group.");
        assertThat(receipt).containsText(lastDay(3));
        assertThat(maya.page().locator(".mark-text"))
                .hasText(Pattern.compile("Notice .*1.* with the mark [0-9a-f]{64}"));
    }

    @Test
    void anAnswerGivenBeforeIsSaidButNotChosenAgain() {
        Errands.permit(maya, told);
        whenTheyReadTheLimits();

        assertThat(maya.page().locator("input:checked")).hasCount(0);
        assertThat(maya.control("keep")).isVisible();
    }

    @Test
    void aDayThatHasGoneIsRefused() {
        Errands.answer(maya, told, java.util.List.of("GROUP"), "MY_OFFICE");
        maya.open("/permission/until.xhtml?story=" + told.id());

        maya.page().getByLabel(Words.of("permission.until.own.label")).check();
        maya.control("day").fill(Errands.today().minusDays(1).toString());
        maya.press(maya.control("next"));

        assertThat(maya.page().getByRole(AriaRole.ALERT)).containsText(Words.of("error.date_past.what"));
    }

    private void whenTheyChooseWhoMaySeeIt() {
        maya.open(Errands.edit(told));
        maya.press(maya.control("permission"));
    }

    private void whenTheyReadTheLimits() {
        whenTheyChooseWhoMaySeeIt();
        maya.control("read").check();
        maya.press(maya.control("go-on"));
    }

    private void whenNothingIsChosen(String page) {
        assertThat(maya.page()).hasURL(Pattern.compile(".*/permission/" + page + "\\.xhtml.*"));
        assertThat(maya.page().locator("input:checked")).hasCount(0);
        maya.press(maya.control("next"));
        assertThat(maya.page().getByRole(AriaRole.ALERT)).isVisible();
    }

    private void choose(String label) {
        maya.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .check();
        maya.press(maya.control("next"));
    }

    private static String lastDay(int months) {
        return Errands.today()
                .plusMonths(months)
                .format(java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK));
    }
}
