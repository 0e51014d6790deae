package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Gathered;
import org.mydirection.journeys.Errands.Told;

/** Presenting in supervision: one scene at a time on a dark screen, and what both thought of it afterwards. */
class PresentJourney {

    private static final Pattern AFTER = Pattern.compile(".*/presentation/after\\.xhtml.*");

    private static Told approved;

    private Visitor maya;
    private Visitor priya;

    @BeforeEach
    void theyAreAtTheirPlaces() {
        maya = Person.MAYA.atPhone();
        priya = Person.PRIYA.atDesk();
    }

    @AfterEach
    void leave() {
        maya.close();
        priya.close();
    }

    @Test
    void theScenesFollowTheKeysOfAClicker() {
        Told told = told(Errands.tellAll(maya, "By keys"));
        givenAShowing(told);
        assertThat(priya.control("stage")).containsText("Take your time.");
        assertThat(priya.control("stage")).containsText(Words.of("present.before.line"));

        priya.page().keyboard().press("ArrowRight");
        thenTheyAreAt(1, 3);
        assertThat(priya.control("stage")).containsText("The words of " + told.title());
        assertThat(priya.control("stage")).containsText(Words.of("present.told_by.line", Person.MAYA.firstName()));
        priya.page().keyboard().press("PageDown");
        thenTheyAreAt(2, 3);
        Locator picture = priya.page().locator("#stage img");
        assertThat(picture).hasAttribute("alt", "A front door with a key in the lock");
        priya.page().waitForFunction("image => image.complete && image.naturalWidth > 0", picture.elementHandle());
        assertThat(priya.control("stage")).containsText("It opened first time.");
        priya.page().keyboard().press("Space");
        thenTheyAreAt(3, 3);
        assertThat(priya.control("stage")).containsText("I kept the key in my pocket all day.");
        Locator player = priya.page().locator("#stage audio");
        player.evaluate("audio => { audio.muted = true; return audio.play(); }");
        priya.page().waitForFunction("audio => audio.duration > 1 && audio.currentTime > 0", player.elementHandle());
        priya.page().keyboard().press("ArrowLeft");
        thenTheyAreAt(2, 3);
        priya.page().keyboard().press("PageUp");
        thenTheyAreAt(1, 3);
    }

    @Test
    void theScenesFollowClicksAndEndWithAReflection() {
        Gathered gathered = givenAShowing(anApprovedOne());

        priya.control("begin").click();
        thenTheyAreAt(1, 1);
        priya.press(priya.control("finish"));

        assertThat(priya.page()).hasURL(AFTER);
        assertThat(priya.control("status")).containsText(Words.of("present.ended.tag"));
        String ofPriya = "We talked about the first week. " + UUID.randomUUID();
        priya.control("words").fill(ofPriya);
        priya.press(priya.control("keep"));
        assertThat(priya.control("reflections")).containsText(ofPriya);

        String ofMaya = "It was good to see it on a wall. " + UUID.randomUUID();
        maya.open("/plan/goal.xhtml?goal=" + gathered.goal());
        assertThat(maya.control("reflections")).containsText(ofPriya);
        maya.press(maya.control("presentation-0"));
        maya.control("words").fill(ofMaya);
        maya.press(maya.control("keep"));
        assertThat(maya.control("reflections")).containsText(ofMaya);
        priya.open("/plan/goal.xhtml?goal=" + gathered.goal());
        assertThat(priya.control("reflections")).containsText(ofMaya);
    }

    @Test
    void escapeStopsAtOnce() {
        givenAShowing(anApprovedOne());
        priya.control("begin").click();
        thenTheyAreAt(1, 1);

        priya.page().keyboard().press("Escape");

        assertThat(priya.page()).hasURL(AFTER);
        assertThat(priya.control("status")).containsText(Words.of("present.stopped_by_staff.text"));
    }

    @Test
    void theScreenCanBeFilled() {
        givenAShowing(anApprovedOne());

        priya.control("full-screen").click();

        priya.page().waitForFunction("() => document.fullscreenElement !== null");
        priya.control("begin").click();
        thenTheyAreAt(1, 1);
        assertThat(priya.page().evaluate("document.fullscreenElement !== null")).isEqualTo(true);
    }

    @Test
    void theStorytellerReadsTheDayAndThePurposeButNoName() {
        Told told = told(Errands.tell(maya, "Not named"));
        givenAShowing(told);
        priya.control("begin").click();
        thenTheyAreAt(1, 1);

        maya.open("/story/where.xhtml?story=" + told.id());

        assertThat(maya.control("showings")).containsText(Words.of("purpose.own_supervision.label"));
        assertThat(maya.control("showings"))
                .containsText(Integer.toString(Errands.today().getYear()));
        assertThat(maya.control("showings")).not().containsText(Person.PRIYA.displayName());
    }

    @Test
    void theStorytellerReadsTheNameOfAPractitionerWhoAgreed() {
        Told told = told(Errands.tell(maya, "Named"));
        Gathered gathered = Errands.publish(priya, "Named", told);
        priya.open("/collection/view.xhtml?collection=" + gathered.id());
        assertThat(priya.control("named")).not().isChecked();

        priya.control("named").check();
        priya.press(priya.control("start"));
        priya.control("begin").click();
        thenTheyAreAt(1, 1);

        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.control("showings")).containsText(Person.PRIYA.displayName());
    }

    @Test
    void nobodyElseComesToTheScreenOrTheReflection() {
        Gathered gathered = Errands.publish(priya, "Closed", anApprovedOne());
        String presentation = Errands.present(priya, gathered);
        for (Person person :
                new Person[] {Person.TOM, Person.DANNY, Person.RUTH, Person.CARA, Person.GWEN, Person.ADA}) {
            try (Visitor other = person.atDesk()) {
                for (String page : new String[] {"/presentation/show.xhtml?at=0&", "/presentation/after.xhtml?"}) {
                    assertThat(other.open(page + "presentation=" + presentation).status())
                            .as("%s at %s", person, page)
                            .isEqualTo(404);
                }
                assertThat(other.open("/presentation-look/" + presentation + "/-")
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(maya.open("/presentation/show.xhtml?presentation=" + presentation)
                        .status())
                .isEqualTo(404);
    }

    /** The same for all who only need something to show. */
    private Told anApprovedOne() {
        if (approved == null) {
            approved = told(Errands.tell(maya, "To show"));
        }
        return approved;
    }

    private Told told(Told told) {
        Errands.permit(maya, told);
        Errands.send(maya, told);
        Errands.approve(told);
        return told;
    }

    private Gathered givenAShowing(Told told) {
        Gathered gathered = Errands.publish(priya, "To show", told);
        priya.open("/collection/view.xhtml?collection=" + gathered.id());
        priya.press(priya.control("start"));
        return gathered;
    }

    private void thenTheyAreAt(int scene, int scenes) {
        assertThat(priya.control("where")).hasText(Words.of("present.scene.text", scene, scenes));
    }
}
