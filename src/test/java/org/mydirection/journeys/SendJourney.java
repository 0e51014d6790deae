package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** Sending a story to the checkers: every reason against it at once, each with a way to put it right. */
class SendJourney {

    private Visitor maya;
    private Told told;

    @BeforeEach
    void mayaIsAtHerPhone() {
        maya = Person.MAYA.atPhone();
        told = Errands.tell(maya, "To send");
    }

    @AfterEach
    void leave() {
        maya.close();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceAndCanBePutRight() {
        String picture = Errands.addPart(maya, told, "add-picture");
        Errands.upload(maya, told, picture, "kitchen.png");
        String recording = Errands.addPart(maya, told, "add-voice");
        Errands.upload(maya, told, recording, "recipe.ogg");
        Errands.awaitReady(maya, told, picture);
        Errands.awaitReady(maya, told, recording);
        Errands.addPart(maya, told, "add-picture");

        whenTheyWantToSend();

        assertThat(missing()).hasCount(5);
        thenIsMissing("submit.alt_missing", 2);
        thenIsMissing("submit.transcript_missing", 3);
        thenIsMissing("submit.alt_missing", 4);
        thenIsMissing("submit.media_missing", 4);
        thenIsMissing("submit.permission_missing", 0);
        assertThat(maya.button(Words.of("make.send.button"))).hasCount(0);

        maya.press(missing()
                .filter(saying("submit.alt_missing", 2))
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK));
        maya.control("alt").fill("A kitchen table");
        maya.press(maya.control("save"));
        Errands.post(
                maya, Errands.scene(told, recording), "edit", Map.of("transcript", "My mum taught me this."), "save");
        maya.open(Errands.edit(told));
        maya.press(maya.button(Words.of("make.part.remove.button") + ": 4"));
        Errands.permit(maya, told);
        whenTheyWantToSend();

        assertThat(missing()).hasCount(0);
        maya.press(maya.button(Words.of("make.send.button")));
        assertThat(maya.page()).hasURL(Pattern.compile(".*/story/where\\.xhtml.*"));
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.submitted.tag"));
        assertThat(maya.control("who-sees")).hasText(Words.of("tracker.who_sees.none.text"));
    }

    @Test
    void aStoryWithoutNameOrPartsSaysSo() {
        maya.open("/story/how.xhtml");
        maya.press(maya.control("start-words"));
        maya.press(maya.back());
        maya.press(maya.control("send"));

        thenIsMissing("submit.title_missing", 0);
        thenIsMissing("submit.words_missing", 1);
        thenIsMissing("submit.permission_missing", 0);
    }

    @Test
    void noToEveryPurposeIsNoPermissionToSend() {
        String story = "?story=" + told.id();
        Errands.post(maya, "/permission/limits.xhtml" + story, "reading", Map.of("read", "on"), "go-on");
        for (String purpose : Errands.PURPOSES) {
            Errands.post(
                    maya,
                    "/permission/purpose.xhtml" + story + "&purpose=" + purpose,
                    "question",
                    Map.of("answer", "NO"),
                    "next");
        }
        Errands.post(maya, "/permission/check.xhtml" + story, "question", Map.of(), "give");

        whenTheyWantToSend();

        thenIsMissing("submit.permission_missing", 0);
    }

    @Test
    void sendingCanBeUndoneUntilACheckerOpensIt() {
        Errands.permit(maya, told);
        Errands.send(maya, told);
        maya.open("/story/where.xhtml?story=" + told.id());

        maya.press(maya.control("undo-send"));

        assertThat(maya.control("title")).hasValue(told.title());
        Errands.send(maya, told);
        try (Visitor ruth = Person.RUTH.atDesk()) {
            String review = Errands.claimNewest(ruth, "CONSENT", told);
            maya.open("/story/where.xhtml?story=" + told.id());
            assertThat(maya.control("status")).containsText(Words.of("tracker.story.in_review.tag"));
            assertThat(maya.control("undo-send")).hasCount(0);
            Errands.post(ruth, Errands.desk(review), "decide", Map.of(), "release");
        }
    }

    private void whenTheyWantToSend() {
        maya.open(Errands.edit(told));
        maya.press(maya.control("send"));
    }

    private Locator missing() {
        return maya.page().locator("#missing > li");
    }

    private void thenIsMissing(String refusal, int part) {
        assertThat(missing().filter(saying(refusal, part))).hasCount(1);
    }

    private static Locator.FilterOptions saying(String refusal, int part) {
        return new Locator.FilterOptions().setHasText(Words.of(refusal + ".what", part));
    }
}
