package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mydirection.web.demo.Demo;

/**
 * One story, told end to end: made on a phone, permitted, checked twice, put into a collection for a goal, shown in
 * supervision, and taken back. Every step by the pages, as people take it.
 */
class WholePathJourney {

    private static final LocatorAssertions.IsVisibleOptions WHEN_READY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private final String title =
            "A key of my own " + UUID.randomUUID().toString().substring(0, 8);
    private final String goal = "I will keep my flat, so that my son can stay. "
            + UUID.randomUUID().toString().substring(0, 8);
    private Visitor maya;
    private Visitor ruth;
    private Visitor mo;
    private Visitor priya;

    @AfterEach
    void leave() {
        for (Visitor visitor : new Visitor[] {maya, ruth, mo, priya}) {
            if (visitor != null) {
                visitor.close();
            }
        }
    }

    @Test
    void aStoryIsToldPermittedCheckedGatheredShownAndTakenBack() {
        maya = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);
        whenMayaTellsAStory();
        whenMayaSaysWhoMaySeeIt();
        whenMayaSendsIt();

        ruth = Browser.as("ruth", Demo.PASSPHRASE, Browser.DESK);
        whenAModeratorApproves(ruth, "CONSENT");
        mo = Browser.as("mo", Demo.PASSPHRASE, Browser.DESK);
        whenAModeratorApproves(mo, "CONTENT");

        priya = Browser.as("priya", Demo.PASSPHRASE, Browser.DESK);
        whenPriyaWritesAGoal();
        whenPriyaGathersAndPublishesForIt();
        whenPriyaPresents();
        thenMayaReadsThatItWasShown();

        whenMayaTakesItBack();
        thenTheScreenIsNeutral();
        thenItIsGone();
    }

    private void whenMayaTellsAStory() {
        maya.press(maya.control("tell"));
        maya.press(maya.control("own-way"));
        maya.press(maya.control("start-words"));
        maya.control("words").fill("The letter came on a Tuesday. I read it three times.");
        maya.press(maya.control("save"));
        maya.press(maya.control("done"));
        maya.control("title").fill(title);
        maya.press(maya.control("save"));
        maya.press(maya.control("add-picture"));
        maya.control("file").setInputFiles(Errands.SAMPLES.resolve("front-door-gps.jpg"));
        maya.control("send-file").click();
        assertThat(maya.page().locator("figure.pic-box img")).isVisible(WHEN_READY);
        maya.control("alt").fill("A front door with a key in the lock");
        maya.press(maya.control("save"));
        maya.press(maya.control("add-voice"));
        maya.page().locator("#again > summary").click();
        maya.control("file").setInputFiles(Errands.SAMPLES.resolve("voice-memo-location.m4a"));
        maya.control("send-file").click();
        assertThat(maya.page().locator("figure.sound audio")).isVisible(WHEN_READY);
        maya.control("transcript").fill("I kept the key in my pocket all day. It is my front door.");
        maya.press(maya.control("save"));
        assertThat(maya.page().locator("ol.scenes > li")).hasCount(3);
    }

    private void whenMayaSaysWhoMaySeeIt() {
        maya.press(maya.control("permission"));
        maya.control("read").check();
        maya.press(maya.control("go-on"));
        maya.control("answer:1").check();
        maya.press(maya.control("next"));
        for (int left = 1; left < Errands.PURPOSES.size(); left++) {
            maya.control("answer:0").check();
            maya.press(maya.control("next"));
        }
        maya.control("audience:0").check();
        maya.press(maya.control("next"));
        maya.control("identity:1").check();
        maya.press(maya.control("next"));
        choose("permission.face.as_is.label");
        choose("permission.voice.as_is.label");
        maya.control("pick:1").check();
        maya.press(maya.control("next"));
        choose("permission.each_time.no.label");
        choose("permission.at_sentence_end.private.label");
        choose("permission.at_move.ask_me.label");
        choose("permission.at_death.erase.label");
        maya.press(maya.control("next"));
        maya.page().getByLabel(Words.of("permission.how.read.label")).check();
        choose("permission.helper.nobody.label");
        maya.control("who-sees").fill("Priya, when we meet.");
        maya.press(maya.control("next"));
        maya.press(maya.control("give"));
        assertThat(maya.heading(Words.of("permission.receipt.title"))).isVisible();
    }

    private void choose(String answer) {
        maya.page()
                .getByLabel(Words.of(answer), new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .check();
        maya.press(maya.control("next"));
    }

    private void whenMayaSendsIt() {
        maya.press(maya.control("story"));
        maya.press(maya.control("edit"));
        maya.press(maya.control("send"));
        maya.press(maya.control("send"));
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.submitted.tag"));
    }

    private void whenAModeratorApproves(Visitor moderator, String stage) {
        moderator.press(moderator
                .link(Words.of("nav." + stage.toLowerCase(java.util.Locale.ROOT) + ".label"))
                .first());
        moderator.press(moderator.page().locator("[id^='open-']").last());
        assertThat(moderator.control("story-title")).containsText(title);
        moderator.page().locator("#checks input[type=checkbox]").all().forEach(Locator::check);
        moderator.press(moderator.control("approve"));
        assertThat(moderator.heading(Words.of("queue." + stage.toLowerCase(java.util.Locale.ROOT) + ".title")))
                .isVisible();
    }

    private void whenPriyaWritesAGoal() {
        priya.press(priya.link(Words.of("nav.supervision.label")).first());
        priya.press(priya.control("open-" + Person.MAYA.crn()));
        priya.press(priya.control("plan"));
        priya.press(priya.control("add-goal"));
        priya.control("title").fill(goal);
        priya.control("area").selectOption("ACCOMMODATION");
        priya.press(priya.control("save"));
        assertThat(priya.heading(goal)).isVisible();
    }

    private void whenPriyaGathersAndPublishesForIt() {
        priya.press(priya.link(Words.of("nav.collections.label")).first());
        priya.press(priya.control("new"));
        priya.control("title").fill("Doors " + title);
        priya.page().getByLabel(Person.MAYA.displayName()).check();
        priya.press(priya.control("begin"));
        priya.control("introduction").fill("One story about a door.");
        priya.press(priya.control("save"));
        priya.press(priya.button(Words.of("collection.add.button") + ": " + title));
        priya.page().getByLabel(goal).check();
        priya.press(priya.control("save-goals"));
        priya.press(priya.control("publish"));
        assertThat(priya.control("state")).containsText(Words.of("collection.state.published.tag"));
    }

    private void whenPriyaPresents() {
        priya.press(priya.control("view"));
        priya.press(priya.control("start"));
        priya.page().keyboard().press("ArrowRight");
        assertThat(priya.control("stage")).containsText("The letter came on a Tuesday.");
        priya.page().keyboard().press("ArrowRight");
        assertThat(priya.page().locator("#stage img")).hasAttribute("alt", "A front door with a key in the lock");
        priya.page().keyboard().press("ArrowRight");
        Locator player = priya.page().locator("#stage audio");
        player.evaluate("audio => { audio.muted = true; audio.loop = true; return audio.play(); }");
        priya.page().waitForFunction("audio => audio.currentTime > 0", player.elementHandle());
    }

    private void thenMayaReadsThatItWasShown() {
        maya.open("/home.xhtml");
        Locator card = maya.page().locator("li.story").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(card).containsText(Words.of("tracker.story.approved.tag"));
        maya.press(card.getByText(Words.of("home.story.who.label")));
        assertThat(maya.control("showings")).containsText(Words.of("purpose.own_supervision.label"));
        assertThat(maya.control("sets")).containsText("Doors " + title);
    }

    private void whenMayaTakesItBack() {
        maya.press(maya.control("take-back"));
        maya.press(maya.control("take-back"));
        assertThat(maya.heading(Words.of("taken_back.page.title"))).isVisible();
    }

    private void thenTheScreenIsNeutral() {
        assertThat(priya.page().locator("#stage .neutral"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2000));
        assertThat(priya.page().locator("#stage audio")).hasCount(0);
        priya.press(priya.control("after"));
        assertThat(priya.control("status")).containsText(Words.of("present.stopped_by_withdrawal.tag"));
    }

    private void thenItIsGone() {
        priya.press(priya.link(Words.of("nav.collections.label")).first());
        priya.press(priya.link("Doors " + title));
        assertThat(priya.page().getByText(title, new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        maya.open("/home.xhtml");
        assertThat(maya.page().getByText(title, new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }
}
