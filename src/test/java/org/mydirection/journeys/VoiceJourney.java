package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** Telling by voice on a narrow phone: recorded in the browser, over lost signals and reloads, written down and played. */
class VoiceJourney {

    private static final LocatorAssertions.IsVisibleOptions WHEN_READY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final Pattern SCENE = Pattern.compile("scene=([0-9a-f-]{36})");

    private static final String FOCUSED = """
            id => {
              const focus = document.activeElement;
              return focus.id === id && getComputedStyle(focus).outlineStyle !== 'none';
            }""";

    private Visitor maya;

    @BeforeEach
    void mayaSpeaks() {
        maya = Browser.speaking("maya", Browser.PHONE);
    }

    @AfterEach
    void leave() {
        maya.close();
    }

    /** By somebody who never saw it: from the first page to the story that was sent. */
    @Test
    void aStoryOfThreePartsIsToldByVoiceAndKeysAloneWithOneSentenceAPageAndLosesNothingWhenTheSignalGoesTwice() {
        try (Visitor ada = Person.ADA.atDesk()) {
            maya = Errands.newcomerWhoSpeaks(ada, "nell", "Nell Fairweather", "Z900002");
        }
        assertThat(maya.page().locator("main")).containsText(Words.of("empty.stories.text"));
        maya.assertAccessible();
        pressByKeys("tell", true);
        goThroughTheLimits();
        for (String step : List.of("strengths", "tell", "start-voice")) {
            pressByKeys(step, true);
        }
        sayHowTheyAre("main [data-check]", 3);
        pressByKeys("go-on", true);

        whenTheyRecord(true);
        maya.assertOneSentenceLeadsTo("add-voice");
        maya.press(maya.control("add-voice"));
        whenTheyRecord(true);
        maya.press(maya.control("add-voice"));
        whenTheyRecord(false);
        maya.assertOneSentenceLeadsTo("done");
        maya.press(maya.control("done"));
        maya.control("title").fill("Told by voice");
        maya.assertOneSentenceLeadsTo("save");
        maya.press(maya.control("save"));

        Locator parts = maya.page().locator("ol.scenes > li");
        assertThat(parts).hasCount(3);
        maya.assertOneSentenceLeadsTo("send");
        for (int part = 0; part < 3; part++) {
            maya.page().waitForURL(address -> address.contains("/story/edit.xhtml"));
            maya.press(parts.nth(part).getByText(Words.of("make.part.open.label")));
            thenItIsHeard(part < 2 ? 4.5 : 1.8);
            maya.control("transcript").fill("What part " + part + " says.");
            maya.press(maya.control("save"));
        }
        Told told = new Told(maya.page().url().replaceAll(".*story=([0-9a-f-]{36}).*", "$1"), "Told by voice");
        Errands.permit(maya, told);
        maya.press(maya.control("send"));
        pressByKeys("send", true);
        assertThat(maya.control("status")).containsText(Words.of("tracker.story.submitted.tag"));
    }

    private void goThroughTheLimits() {
        assertThat(maya.page()).hasURL(Pattern.compile(".*/story/before\\.xhtml"));
        maya.assertAccessible();
        Locator step = maya.page().locator("#steps > section:not([hidden])");
        for (String limit : List.of("hurt", "child", "adult", "harm", "crime", "court", "case", "unsure")) {
            assertThat(step.locator("h2")).hasText(Words.of("limits." + limit + ".text"));
            step.locator("button").evaluate("button => { button.id = 'step'; }");
            pressByKeys("step", false);
            maya.page().evaluate("() => document.getElementById('step').removeAttribute('id')");
        }
        assertThat(step.locator("h2")).hasText(Words.of("limits.names.text"));
        pressByKeys("read", true);
        assertThat(maya.page()).hasURL(Pattern.compile(".*/story/start\\.xhtml"));
    }

    /** Answers, each time with what comes first. */
    private void sayHowTheyAre(String check, int questions) {
        for (int question = 0; question < questions; question++) {
            Locator answer = maya.page()
                    .locator(check + " > [data-ask]:not([hidden]) [data-answer]")
                    .first();
            answer.evaluate("button => { button.id = 'answer'; }");
            pressByKeys("answer", false);
            maya.page().evaluate("() => document.getElementById('answer').removeAttribute('id')");
        }
    }

    @Test
    void whatWasSaidIsKeptOverAReloadAndToItsLastWordOverTheExit() {
        givenARecorder();
        String here = maya.page().url().substring(Server.running().base().length());
        maya.control("record-start").click();
        awaitSeconds(3);
        maya.page().onDialog(dialog -> dialog.accept());
        maya.page().reload();
        assertThat(maya.control("record-keep-before")).isVisible();
        maya.control("record-drop-before").click();

        maya.control("agree").click();
        maya.control("record-start").click();
        awaitSeconds(3);
        long pressed = System.nanoTime();
        maya.page().locator(".exit").click();
        maya.page().waitForURL(address -> address.endsWith("/exit"));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed);
        System.out.printf("left a recording %d ms after the exit was asked for%n", millis);
        assertThat(millis).isLessThan(3_000);
        maya.close();

        maya = Browser.speaking("maya", Browser.PHONE);
        maya.open(here);
        assertThat(maya.control("record-keep-before")).isVisible();
        maya.control("record-keep-before").click();
        maya.page().waitForURL(address -> address.contains("/story/told.xhtml"));
        maya.press(maya.page().locator("main > a.link").first());
        thenItIsHeard(2.8);
    }

    @Test
    void oneListensPausesDoesItAgainAndKeepsTheSecond() {
        maya.context().addInitScript("""
                const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async wanted => {
                  const given = await ask(wanted);
                  window.microphone = given.getTracks()[0];
                  window.askedFor = (window.askedFor || 0) + 1;
                  return given;
                };""");
        givenARecorder();
        maya.control("record-start").dblclick();
        awaitSeconds(2);
        maya.control("record-pause").click();
        assertThat(maya.page().locator("[data-tag]")).hasText(Words.of("record.paused.tag"));
        String paused = maya.page().locator("[data-clock]").textContent();
        maya.control("record-go-on").click();
        awaitSeconds(Integer.parseInt(paused.substring(paused.indexOf(':') + 1)) + 1);
        assertThat(maya.page().locator("[data-level] .lit").first()).isVisible();
        whenACallTakesTheMicrophoneAndGivesItBack();
        maya.control("record-stop").click();
        Locator heard = maya.page().locator("[data-step=listen] audio");
        assertThat(heard).isVisible();
        heard.evaluate("audio => { audio.muted = true; return audio.play(); }");
        maya.page().waitForFunction("audio => audio.currentTime > 0", heard.elementHandle());
        maya.assertAccessible();

        assertThat((Integer) maya.page().evaluate("askedFor"))
                .as("a microphone at the start, and one after the call, whatever was tapped twice")
                .isEqualTo(2);
        maya.control("record-again").click();
        assertThat(maya.page().locator("[data-clock]")).hasText("0:01");
        awaitSeconds(3);
        maya.control("record-stop").click();
        maya.control("record-keep").click();

        maya.page().waitForURL(address -> address.contains("/story/told.xhtml"));
        maya.press(maya.page().locator("main > a.link").first());
        thenItIsHeard(2);
    }

    /** The same recording goes on, with another microphone. */
    private void whenACallTakesTheMicrophoneAndGivesItBack() {
        maya.page().evaluate("microphone.stop(); microphone.dispatchEvent(new Event('ended'))");
        assertThat(maya.page().locator("[data-trouble]")).hasText(Words.of("record.interrupted.text"));
        assertThat(maya.page().locator("[data-tag]")).hasText(Words.of("record.paused.tag"));
        maya.control("record-go-on").dblclick();
        assertThat(maya.page().locator("[data-tag]")).hasText(Words.of("record.on.tag"));
        assertThat(maya.page().locator("[data-trouble]")).isHidden();
        assertThat(maya.page().locator("[data-level] .lit").first()).isVisible();
    }

    /** Its timers are as slow as those of a page in the background. */
    @Test
    void theRecordingStopsByItselfAtItsLongestAndSaysSoBefore() {
        maya.context().addInitScript("""
                new MutationObserver(() => {
                  const box = document.querySelector('[data-recorder]');
                  if (box) { box.setAttribute('data-most-seconds', '4'); }
                }).observe(document, {childList: true, subtree: true});
                const often = window.setInterval;
                window.setInterval = (what, millis) => often(what, millis * 100);""");
        givenARecorder();

        maya.control("record-start").click();

        assertThat(maya.page().locator("[data-left]")).hasText(Words.of("record.soon.text"));
        assertThat(maya.control("record-keep")).isVisible();
    }

    @Test
    void withoutASecureOriginAPlainSentenceAndTheFilePickerAreThere() {
        maya.context().addInitScript("Object.defineProperty(window, 'isSecureContext', {value: false});");
        Told told = Errands.tell(maya, "Insecure");
        maya.open(Errands.scene(told, Errands.addPart(maya, told, "add-voice")));

        assertThat(maya.page().locator("[data-trouble]")).hasText(Words.of("record.insecure.text"));
        assertThat(maya.control("file")).isVisible();
        assertThat(maya.control("record-start")).isHidden();
        maya.assertAccessible();
    }

    @Test
    void withoutAMicrophoneAPlainSentenceAndTheFilePickerAreThere() {
        try (Visitor danny = Person.DANNY.atPhone()) {
            Told told = Errands.tell(danny, "No microphone");
            danny.open(Errands.scene(told, Errands.addPart(danny, told, "add-voice")));
            danny.control("agree").click();
            danny.control("record-start").click();

            Locator said = danny.page().locator("[data-trouble]");
            assertThat(said).isVisible();
            assertThat(said.textContent())
                    .isIn(
                            Words.of("error.mic_refused.what") + " " + Words.of("error.mic_refused.next"),
                            Words.of("error.mic_missing.what") + " " + Words.of("error.mic_missing.next"));
            assertThat(danny.control("file")).isVisible();
        }
    }

    @Test
    void thePlayerObeysTheKeysWhileOneTypes() {
        Told told = Errands.tellAll(maya, "Typed by ear");
        maya.open(Errands.edit(told));
        maya.press(maya.page().locator("ol.scenes > li").last().getByText(Words.of("make.part.open.label")));
        Locator player = maya.page().locator("[data-listen] audio");
        player.evaluate("audio => { audio.muted = true; }");

        maya.control("transcript").focus();
        maya.page().keyboard().press("Control+.");
        maya.page().waitForFunction("audio => !audio.paused && audio.currentTime > 0.3", player.elementHandle());
        maya.page().keyboard().press("Control+.");
        maya.page().waitForFunction("audio => audio.paused", player.elementHandle());
        maya.page().keyboard().press("Control+,");

        maya.page().waitForFunction("audio => audio.currentTime === 0", player.elementHandle());
        assertThat(maya.control("transcript")).isFocused();
    }

    @Test
    void photosArePutToAVoiceAndTheStoryPlaysThroughWithCaptions() {
        Told told = Errands.tellAll(maya, "Digital");
        String second = Errands.addPart(maya, told, "add-picture");
        Errands.upload(maya, told, second, "kitchen.png");
        Errands.post(maya, Errands.scene(told, second), "edit", Map.of("alt", "A kitchen table"), "save");
        Errands.awaitReady(maya, told, second);
        maya.open(Errands.edit(told));
        maya.press(maya.control("cues"));
        maya.assertAccessible();

        maya.control("cues-start").click();
        Locator voice = maya.page().locator("[data-cues] audio");
        maya.page().waitForFunction("audio => audio.currentTime > 0.5", voice.elementHandle());
        maya.control("cues-next").click();
        maya.press(maya.control("keep"));

        Locator play = maya.control("play");
        Locator pictures = play.locator("img");
        assertThat(pictures.nth(0)).isVisible();
        assertThat(pictures.nth(1)).isHidden();
        Locator player = play.locator("audio");
        player.evaluate("audio => { audio.muted = true; return audio.play(); }");
        assertThat(pictures.nth(1)).isVisible();
        assertThat(play.locator("[data-caption]")).not().hasText("");
        maya.assertAccessible();
        assertThat(maya.page().locator("main").innerText()).contains("I kept the key in my pocket all day.");
        thenTheCopyPlaysByItself(told);
    }

    /** From the folder on disk, without a network; without script it is there to be read. */
    private void thenTheCopyPlaysByItself(Told told) {
        maya.open("/story/keep.xhtml?story=" + told.id());
        Download zip =
                maya.page().waitForDownload(() -> maya.control("download").click());
        String copy = unpacked(zip.path())
                .resolve("story")
                .resolve("index.html")
                .toUri()
                .toString();
        for (boolean script : List.of(true, false)) {
            try (BrowserContext alone = maya.context()
                    .browser()
                    .newContext(new NewContextOptions()
                            .setJavaScriptEnabled(script)
                            .setOffline(true)
                            .setViewportSize(320, 640))) {
                Page page = alone.newPage();
                page.navigate(copy);
                Locator play = page.locator("#play");
                if (script) {
                    thenItPlays(page, play);
                } else {
                    assertThat(play).isHidden();
                }
                assertThat(page.locator("main > figure img")).hasCount(2);
                assertThat(page.locator("p.said").nth(1))
                        .hasText("I kept the key in my pocket all day. It is my front door.");
            }
        }
    }

    private static void thenItPlays(Page page, Locator play) {
        Locator pictures = play.locator("img");
        assertThat(pictures.nth(0)).isVisible();
        assertThat(pictures.nth(1)).isHidden();
        assertThat(play.locator(".words > :not([hidden])")).hasText("I kept the key in my pocket all day.");
        play.locator("audio").evaluate("audio => { audio.muted = true; return audio.play(); }");
        assertThat(pictures.nth(1)).isVisible();
        assertThat(pictures.nth(0)).isHidden();
        assertThat(play.locator(".words > :not([hidden])")).hasText("It is my front door.");
        play.locator("button").click();
        assertThat(play.locator(".words")).isHidden();
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat((List<?>) page.evaluate("async () => (await axe.run()).violations.map(rule => rule.id)"))
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= 320"))
                .isTrue();
    }

    private static Path unpacked(Path file) {
        Path folder = Server.emptied(Server.folder("copy"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = folder.resolve(entry.getName());
                Files.createDirectories(to.getParent());
                Files.write(to, zip.readAllBytes());
            }
            return folder;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void givenARecorder() {
        Told told = Errands.tell(maya, "Recorder");
        maya.open(Errands.scene(told, Errands.addPart(maya, told, "add-voice")));
        assertThat(maya.control("limits")).containsText(Words.of("record.before.text"));
        assertThat(maya.page().locator("[data-step=ask] h2")).hasText(Words.of("record.before.short.text"));
        maya.control("agree").click();
    }

    private void whenTheyRecord(boolean losing) {
        pressByKeys("agree", false);
        assertThat(maya.page().locator("[data-step=start]")).isVisible();
        pressByKeys("record-start", false);
        awaitSeconds(2);
        if (losing) {
            maya.context().setOffline(true);
            assertThat(maya.page().locator("[data-signal]")).hasText(Words.of("record.waiting.text"));
            awaitSeconds(5);
            maya.context().setOffline(false);
            assertThat(maya.page().locator("[data-signal]")).hasText("");
        }
        pressByKeys("record-stop", false);
        pressByKeys("record-keep", false);
        maya.page().waitForURL(address -> address.contains("/story/told.xhtml"));
        sayHowTheyAre("main [data-check]", 1);
        pressByKeys("go-on", true);
    }

    /** Tab until it has the focus, which can be seen, and Enter. */
    private void pressByKeys(String id, boolean leadsOn) {
        assertThat(maya.control(id)).isVisible();
        maya.assertOneSentenceLeadsTo(id);
        for (int press = 0; !Boolean.TRUE.equals(maya.page().evaluate(FOCUSED, id)); press++) {
            assertThat(press).as("presses of Tab on the way to %s", id).isLessThan(40);
            maya.page().keyboard().press("Tab");
        }
        if (leadsOn) {
            String here = maya.page().url();
            maya.page().keyboard().press("Enter");
            maya.page().waitForURL(address -> !address.equals(here));
        } else {
            maya.page().keyboard().press("Enter");
        }
    }

    private void awaitSeconds(int seconds) {
        maya.page()
                .waitForFunction(
                        "least => { const [m, s] = document.querySelector('[data-clock]').textContent.split(':');"
                                + " return Number(m) * 60 + Number(s) >= least; }",
                        seconds);
    }

    private void thenItIsHeard(double leastSeconds) {
        Locator player = maya.page().locator("figure.sound audio");
        assertThat(player).isVisible(WHEN_READY);
        player.evaluate("audio => audio.load() || (audio.preload = 'metadata')");
        maya.page()
                .waitForFunction(
                        "([audio, least]) => audio.duration >= least", List.of(player.elementHandle(), leastSeconds));
    }
}
