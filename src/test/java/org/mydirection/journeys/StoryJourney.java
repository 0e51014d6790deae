package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/** Making a story on a phone: words, pictures and recordings from the device, in an order, without losing anything. */
class StoryJourney {

    private static final LocatorAssertions.IsVisibleOptions WHEN_READY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private Visitor maya;

    @BeforeEach
    void mayaIsAtHerPhone() {
        maya = Person.MAYA.atPhone();
    }

    @AfterEach
    void leave() {
        maya.close();
    }

    @Test
    void aStoryBeginsWithWordsAndIsFoundAtHome() {
        maya.press(maya.control("tell"));
        assertThat(maya.control("limits")).isAttached();
        maya.press(maya.control("own-way"));
        maya.press(maya.control("start-words"));
        maya.control("words").fill("I took the long way home and it was the right one.");
        maya.press(maya.control("save"));
        maya.press(maya.control("done"));
        maya.control("title").fill("The long way home");
        maya.press(maya.control("save"));
        assertThat(maya.control("part-1")).containsText("I took the long way home");
        maya.open("/home.xhtml");

        assertThat(story("The long way home")).containsText(Words.of("tracker.story.draft.tag"));
        maya.press(story("The long way home").getByText(Words.of("home.story.go_on.label")));
        assertThat(maya.control("title")).hasValue("The long way home");
    }

    @Test
    void aPictureIsShownOnceItIsMadeSafe() {
        givenANewPart("add-picture");

        whenTheyPick("front-door-gps.jpg");

        Locator picture = maya.page().locator("figure.pic-box img");
        assertThat(picture).isVisible(WHEN_READY);
        awaitShown(picture);
        assertThat(size(picture, "naturalHeight")).isGreaterThan(size(picture, "naturalWidth"));

        maya.control("alt").fill("A front door with a key in the lock");
        maya.control("caption").fill("It opened first time.");
        maya.press(maya.control("save"));
        Locator card = maya.page().locator("li.scene img");
        assertThat(card).hasAttribute("alt", "A front door with a key in the lock");
        awaitShown(card);
        maya.press(maya.control("look"));
        assertThat(maya.page().locator("figcaption")).hasText("It opened first time.");
    }

    @Test
    void aRecordingPlaysOnceItIsMadeSafe() {
        givenANewPart("add-voice");
        assertThat(maya.control("limits")).containsText(Words.of("record.before.text"));

        whenTheyPick("voice-memo-location.m4a");

        Locator player = maya.page().locator("figure.sound audio");
        assertThat(player).isVisible(WHEN_READY);
        player.evaluate("audio => { audio.muted = true; return audio.play(); }");
        awaitTrue(player, "audio => audio.readyState >= 2 && audio.duration > 1 && audio.currentTime > 0");

        maya.control("transcript").fill("I kept the key in my pocket all day.");
        maya.press(maya.control("save"));
        assertThat(maya.page().locator("li.scene").last()).containsText("I kept the key in my pocket all day.");
    }

    @Test
    void sendingShowsHowFarItIs() {
        givenANewPart("add-voice");
        maya.context().route("**/tus/**", route -> {
            assertThat(maya.page().locator("[data-upload-progress]").isVisible())
                    .isTrue();
            assertThat(maya.page().locator("progress").getAttribute("aria-label"))
                    .isEqualTo(Words.of("progress.bar.label"));
            route.resume();
        });

        whenTheyPick("first-day.wav");

        assertThat(maya.page().locator("figure.sound audio")).isVisible(WHEN_READY);
    }

    @Test
    void everyKindOfPictureGoesIn() {
        List<String> samples = List.of("kitchen.png", "path.webp", "first-day.heic", "bench.avif", "lamp.gif");

        givenAPartWithEach("add-picture", samples);

        Locator pictures = maya.page().locator("li.scene img");
        assertThat(pictures).hasCount(samples.size());
        pictures.all().forEach(this::awaitShown);
    }

    @Test
    void everyKindOfRecordingGoesIn() {
        List<String> samples = List.of(
                "first-day.wav", "first-day-artwork.mp3", "recipe.ogg", "quiet-voice.ogg", "river.webm", "bus.flac");

        Told told = givenAPartWithEach("add-voice", samples);

        maya.open("/story/read.xhtml?story=" + told.id());
        Locator players = maya.page().locator("audio");
        assertThat(players).hasCount(samples.size());
        for (Locator player : players.all()) {
            player.evaluate("audio => audio.load() || (audio.preload = 'metadata')");
            awaitTrue(player, "audio => audio.readyState >= 1 && audio.duration > 0.5");
        }
    }

    @Test
    void aFileThatLiesAboutItsTypeIsRefusedAndTheRecordingStays() {
        givenARecordingThatIsReady();

        whenTheyPickAnother(new FilePayload("page.mp3", "audio/mpeg", bytes("page-renamed.mp3")));

        thenTheyRead("error.file_type");
        assertThat(maya.page().locator("figure.sound audio")).isVisible();
    }

    @Test
    void aTextIsNoRecording() {
        givenARecordingThatIsReady();

        whenTheyPickAnother(new FilePayload("notes.txt", "text/plain", "only words".getBytes()));

        thenTheyRead("error.file_type");
        assertThat(maya.page().locator("figure.sound audio")).isVisible();
    }

    @Test
    void aPictureIsNoRecording() {
        givenANewPart("add-voice");

        whenTheyPick("kitchen.png");

        thenTheyRead("error.file_type");
    }

    @Test
    void anEmptyFileIsRefusedAndThePictureStays() {
        givenAPictureThatIsReady();

        whenTheyPickAnother(new FilePayload("empty.jpg", "image/jpeg", new byte[0]));

        thenTheyRead("error.file_empty");
        assertThat(maya.page().locator("figure.pic-box img")).isVisible();
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedWithTheMostThatIsTaken() {
        givenAPictureThatIsReady();

        whenTheyPickAnother(new FilePayload("large.jpg", "image/jpeg", new byte[1_000_001]));

        thenTheyRead("error.file_too_big");
        assertThat(maya.page().getByText(Words.of("error.file_too_big.what", 1)))
                .isVisible();
        assertThat(maya.page().locator("figure.pic-box img")).isVisible();
    }

    @Test
    void tooLargeIsRefusedByTheServerToo() {
        Told told = Errands.tell(maya, "Too large");
        String scene = Errands.addPart(maya, told, "add-picture");

        Errands.Answer answer =
                Errands.put(maya, "/upload/" + told.id() + "/" + scene, Arrays.copyOf(bytes("kitchen.png"), 1_000_001));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(Words.of("error.file_too_big.what", 1));
    }

    @Test
    void aBrokenPictureIsRefusedAndTheOneBeforeStays() {
        givenAPictureThatIsReady();
        String before = maya.page().locator("figure.pic-box img").getAttribute("src");
        byte[] whole = bytes("front-door-gps.jpg");

        whenTheyPickAnother(new FilePayload("cut.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 2)));

        thenTheyRead("error.file_broken");
        assertThat(maya.page().locator("figure.pic-box img")).hasAttribute("src", before);
        maya.press(maya.back());
        awaitShown(maya.page().locator("li.scene img"));
    }

    @Test
    void aSecondFileThatIsDoneBeforeItIsAskedForIsShownToo() {
        givenAPictureThatIsReady();
        byte[] whole = bytes("front-door-gps.jpg");
        maya.page().route("**/scene-status/**", StoryJourney::answerWhenItIsDone);

        whenTheyPickAnother(new FilePayload("cut.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 2)));

        thenTheyRead("error.file_broken");
    }

    private static void answerWhenItIsDone(Route route) {
        APIResponse answer = route.fetch();
        while (answer.text().matches(".*(RECEIVED|SCANNED|SANITISED).*")) {
            answer = route.fetch();
        }
        route.fulfill(new Route.FulfillOptions().setResponse(answer));
    }

    @Test
    void partsAreMovedTakenOutAndPutBack() {
        Told told = Errands.tell(maya, "In order");
        for (String words : List.of("The second part.", "The third part.")) {
            String scene = Errands.addPart(maya, told, "add-words");
            Errands.post(maya, Errands.scene(told, scene), "edit", Map.of("words", words), "save");
        }
        maya.open(Errands.edit(told));

        maya.press(maya.button(Words.of("make.part.move_up.button") + ": 3"));
        thenThePartsAre("The words of", "The third part.", "The second part.");
        maya.press(maya.button(Words.of("make.part.move_down.button") + ": 1"));
        thenThePartsAre("The third part.", "The words of", "The second part.");
        maya.press(maya.button(Words.of("make.part.remove.button") + ": 1"));
        thenThePartsAre("The words of", "The second part.");
        assertThat(maya.page().getByText(Words.of("make.part.removed.text"), exactly()))
                .isVisible();
        maya.press(maya.button(Words.of("make.part.undo.button")));
        thenThePartsAre("The third part.", "The words of", "The second part.");

        Errands.tryPost(maya, Errands.edit(told), "parts", Map.of(), "part:0:out");
        maya.press(maya.button(Words.of("make.part.remove.button") + ": 1"));
        assertThat(maya.control("errors")).containsText(Words.of("story.parts_changed.what"));
        thenThePartsAre("The words of", "The second part.");
    }

    @Test
    void aDraftSavesItselfAndIsThereAfterAReload() {
        Told told = Errands.tell(maya, "By itself");
        maya.open(Errands.scene(told, Errands.addPart(maya, told, "add-words")));

        maya.control("words").pressSequentially("I did not press anything.");

        assertThat(maya.page().locator("[data-save-state]")).hasText(Words.of("app.saved.text"));
        maya.page().reload();
        assertThat(maya.control("words")).hasValue("I did not press anything.");
    }

    @Test
    void theNameSavesItselfToo() {
        Told told = Errands.tell(maya, "A name");
        maya.open(Errands.edit(told));

        maya.control("title").fill("Another name " + told.id());

        assertThat(maya.page().locator("[data-save-state]")).hasText(Words.of("app.saved.text"));
        maya.page().reload();
        assertThat(maya.control("title")).hasValue("Another name " + told.id());
    }

    @Test
    void aStoryThatWasNeverSentCanBeErased() {
        Told told = Errands.tell(maya, "To erase");
        maya.open(Errands.edit(told));

        maya.press(maya.control("erase"));
        maya.press(maya.control("erase"));

        assertThat(maya.page().getByText(Words.of("story.erased.text"))).isVisible();
        assertThat(maya.page().getByText(told.title())).hasCount(0);
        assertThat(maya.open(Errands.edit(told)).status()).isEqualTo(404);
    }

    private void givenANewPart(String button) {
        Told told = Errands.tell(maya, "A part");
        maya.open(Errands.edit(told));
        maya.press(maya.control(button));
    }

    /** In front of the page of the story's parts, once each file is made safe. */
    private Told givenAPartWithEach(String button, List<String> samples) {
        Told told = Errands.tell(maya, "Every kind");
        Map<String, String> parts = new LinkedHashMap<>();
        samples.forEach(sample -> parts.put(sample, Errands.addPart(maya, told, button)));
        parts.forEach((sample, part) -> Errands.upload(maya, told, part, sample));
        parts.forEach((sample, part) ->
                assertThat(Errands.settled(maya, told, part)).as(sample).isEqualTo("READY"));
        maya.open(Errands.edit(told));
        return told;
    }

    private void givenARecordingThatIsReady() {
        givenAPartThatIsReady("add-voice", "voice-memo-location.m4a");
        assertThat(maya.page().locator("figure.sound audio")).isVisible();
    }

    private void givenAPictureThatIsReady() {
        givenAPartThatIsReady("add-picture", "front-door-gps.jpg");
        assertThat(maya.page().locator("figure.pic-box img")).isVisible();
    }

    private void givenAPartThatIsReady(String button, String sample) {
        Told told = Errands.tell(maya, "A part");
        String part = Errands.addPart(maya, told, button);
        Errands.upload(maya, told, part, sample);
        Errands.awaitReady(maya, told, part);
        maya.open(Errands.scene(told, part));
    }

    private void whenTheyPick(String sample) {
        Locator closed = maya.page().locator("#again:not([open]) > summary");
        if (closed.count() > 0) {
            closed.click();
        }
        maya.control("file").setInputFiles(Errands.SAMPLES.resolve(sample));
        maya.control("send-file").click();
    }

    private void whenTheyPickAnother(FilePayload file) {
        maya.page().locator("#again > summary").click();
        maya.control("file").setInputFiles(file);
        maya.control("send-file").click();
    }

    private void thenTheyRead(String refusal) {
        Locator said = maya.page().locator("#file-refused, [data-upload-error]");
        assertThat(said.filter(new Locator.FilterOptions().setHasText(Words.of(refusal + ".next"))))
                .isVisible(WHEN_READY);
    }

    private void thenThePartsAre(String... beginnings) {
        Locator parts = maya.page().locator("ol.scenes > li");
        assertThat(parts).hasCount(beginnings.length);
        for (int part = 0; part < beginnings.length; part++) {
            assertThat(parts.nth(part)).containsText(beginnings[part]);
        }
    }

    private Locator story(String title) {
        return maya.page().locator("li.story").filter(new Locator.FilterOptions().setHasText(title));
    }

    private void awaitShown(Locator picture) {
        picture.scrollIntoViewIfNeeded();
        awaitTrue(picture, "image => image.complete && image.naturalWidth > 0");
    }

    private void awaitTrue(Locator element, String condition) {
        maya.page().waitForFunction("element => (" + condition + ")(element)", element.elementHandle());
    }

    private static int size(Locator picture, String property) {
        return ((Number) picture.evaluate("image => image." + property)).intValue();
    }

    private static com.microsoft.playwright.Page.GetByTextOptions exactly() {
        return new com.microsoft.playwright.Page.GetByTextOptions().setExact(true);
    }

    private static byte[] bytes(String sample) {
        return Errands.bytes(Errands.SAMPLES.resolve(sample));
    }
}
