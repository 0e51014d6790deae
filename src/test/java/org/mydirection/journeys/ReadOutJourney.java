package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** The notice as a person of the service read it out: listened to on a phone, and silent once the text is another. */
class ReadOutJourney {

    private static final Path CONTENT = Server.folder("data").resolve("content");
    private static final Path SPOKEN = Path.of("media-samples", "voice-memo-location.m4a");

    private static final String ASK = """
            async ([path, range]) => {
              const answer = await fetch(path, {headers: range ? {Range: range} : {}, cache: 'no-store'});
              const body = await answer.arrayBuffer();
              return [answer.status, body.byteLength, answer.headers.get('content-range'), answer.headers.get('cache-control')];
            }""";

    private Visitor maya;
    private Told told;
    private String mark;

    @BeforeEach
    void governanceKnowsTheMarkOfTheText() {
        Visitor gwen = Person.GWEN.atDesk();
        gwen.open("/governance/records.xhtml");
        Locator card = gwen.page()
                .locator(".card")
                .filter(new Locator.FilterOptions()
                        .setHasText("Notice 1. " + Words.of("permission.form.full.label") + ", "
                                + Words.of("permission.tongue.en.label")));
        assertThat(card).containsText("notice-1-en");
        mark = card.locator(".mark-text").innerText().strip();
        gwen.close();
        maya = Person.MAYA.atPhone();
        told = Errands.tell(maya, "Read out to me");
    }

    @AfterEach
    void takeItAway() throws IOException {
        maya.close();
        Server.emptied(CONTENT.resolve("notice-1-en"));
        Files.deleteIfExists(CONTENT.resolve("notice-1-en"));
    }

    @Test
    void whatAPersonReadOutIsHeardPartByPart() throws IOException {
        readOut(mark, parts());
        limits();

        assertThat(maya.control("aloud")).isVisible();
        maya.assertFitsWindow();
        maya.assertAccessible();
        maya.lookedAt("read-out-limits");
        maya.control("aloud").click();
        awaitPlaying(0);
        assertThat(maya.control("aloud")).hasText(Words.of("app.read_aloud.stop.button"));
        maya.page()
                .evaluate(
                        "() => { const one = document.querySelector('audio[data-notice]'); one.currentTime = one.duration; }");
        awaitPlaying(1);
        maya.control("aloud").click();
        assertThat(maya.page().evaluate("() => [...document.querySelectorAll('audio')].every(one => one.paused)"))
                .isEqualTo(true);
        assertThat(maya.control("aloud")).hasText(Words.of("permission.listen.button"));

        maya.control("read").check();
        maya.press(maya.control("go-on"));
        assertThat(maya.page().locator("audio[data-notice]")).hasCount(1);
        assertThat(maya.page().locator("audio[data-notice]"))
                .hasAttribute("src", Pattern.compile(".*/notice-sound/" + mark + "/purpose\\.own_supervision"));
        maya.lookedAt("read-out-question");

        Visitor gwen = Person.GWEN.atDesk();
        gwen.open("/governance/records.xhtml");
        assertThat(gwen.page().locator("main")).containsText(Words.of("records.sound.whole.text", parts().size()));
        gwen.lookedAt("read-out-records");
        gwen.close();
    }

    @Test
    void aPartThatIsMissingLeavesTheWholeToTheDevice() throws IOException {
        readOut(mark, List.of("summary", "topic.must_act"));
        limits();

        assertThat(maya.page().locator("audio[data-notice]")).hasCount(2);
        // This browser has no voice.
        assertThat(maya.control("aloud")).isHidden();
    }

    @Test
    void theRecordingOfAnotherTextIsNeitherOfferedNorSent() throws IOException {
        readOut(mark, List.of("summary"));
        limits();
        String sound = maya.page().locator("audio[data-notice]").getAttribute("src");
        assertThat(ask(sound, null)).startsWith(200, (int) Files.size(SPOKEN));
        assertThat(ask(sound, "bytes=10-19"))
                .isEqualTo(List.of(206, 10, "bytes 10-19/" + Files.size(SPOKEN), "no-store, private"));
        assertThat(ask(sound, "bytes=" + Files.size(SPOKEN) + "-")).startsWith(416);
        assertThat(ask(sound.replace("summary", "topic.must_act"), null)).startsWith(404);
        assertThat(ask(sound.replace(mark, "0".repeat(64)), null)).startsWith(404);
        assertThat(ask(sound.replace("summary", "..%2Fsummary"), null).get(0)).isIn(400, 404);

        readOut("0".repeat(64), List.of("summary"));

        assertThat(ask(sound, null)).startsWith(404);
        limits();
        assertThat(maya.page().locator("audio[data-notice]")).hasCount(0);
        Visitor gwen = Person.GWEN.atDesk();
        gwen.open("/governance/records.xhtml");
        assertThat(gwen.page().locator("main")).containsText(Words.of("records.sound.other.text", "notice-1-en"));
        gwen.close();

        maya.context().clearCookies();
        assertThat(ask(sound, null)).as("signed out").startsWith(401);
    }

    private void limits() {
        maya.open("/permission/limits.xhtml?story=" + told.id());
        assertThat(maya.control("read")).isVisible();
    }

    private List<Object> ask(String path, String range) {
        return new java.util.ArrayList<>((List<?>) maya.page().evaluate(ASK, java.util.Arrays.asList(path, range)));
    }

    private void awaitPlaying(int part) {
        maya.page()
                .waitForFunction(
                        "part => { const one = document.querySelectorAll('audio[data-notice]')[part];"
                                + " return !one.paused && one.currentTime > 0; }",
                        part);
    }

    /** The keys of the built-in notice, from the file. */
    private static List<String> parts() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/content/notice-1-en.yaml"))) {
            return lines.filter(
                            line -> line.matches("( {2}- key: topic\\.[a-z_]+| {4}key: purpose\\..*| {2}key: summary)"))
                    .map(line -> line.substring(line.indexOf("key: ") + 5).strip())
                    .toList();
        }
    }

    private static void readOut(String mark, List<String> parts) throws IOException {
        Path folder = Files.createDirectories(CONTENT.resolve("notice-1-en"));
        Files.writeString(folder.resolve("text.sha256"), mark + "\n");
        for (String part : parts) {
            Files.write(folder.resolve(part + ".m4a"), Files.readAllBytes(SPOKEN));
        }
    }
}
