package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Gathered;
import org.mydirection.journeys.Errands.Told;

/** Taking a story back: one press, no reason, and it is gone for everybody at once, even while it is on a screen. */
class TakeBackJourney {

    private static final int MILLISECONDS_TO_CLEAR = 2000;

    private static final byte[] TALK = talk();

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
    void aDigitalStoryPlaysForWhoeverMayAndLeavesTheScreenWithinTwoSecondsOfItsTakingBack() {
        Told told = Errands.tellAll(maya, "On screen");
        Errands.playAsOne(maya, told, "0");
        Errands.permit(maya, told);
        maya.open("/story/send.xhtml?story=" + told.id());
        assertThat(maya.page().locator("#as-seen #play audio")).isVisible();
        Errands.send(maya, told);
        try (Visitor ruth = Person.RUTH.atDesk()) {
            String desk = Errands.desk(Errands.claimNewest(ruth, "CONSENT", told));
            ruth.open(desk);
            thenItPlaysWhenAskedFor(ruth);
            Errands.post(ruth, desk, "decide", Map.of(), "release");
        }
        Errands.approve(told);
        Gathered gathered = Errands.publish(priya, "On screen", told);
        assertThat(Errands.get(priya, "/collection/story.xhtml?collection=" + gathered.id() + "&story=" + told.id())
                        .text())
                .contains("data-play=\"true\"");
        priya.open("/presentation/show.xhtml?presentation=" + Errands.present(priya, gathered) + "&at=0");
        priya.page().keyboard().press("ArrowRight");
        assertThat(priya.control("where")).hasText(Words.of("present.scene.text", 2, 2));
        assertThat(priya.page().locator("#stage #play img")).isVisible();
        priya.page().locator("#as-words summary").click();
        assertThat(priya.control("as-words")).containsText("I kept the key in my pocket all day.");
        assertThat(priya.control("as-words")).containsText("It opened first time.");
        priya.assertAccessible();
        Locator player = priya.page().locator("#stage audio");
        player.evaluate("audio => { audio.muted = true; audio.loop = true; return audio.play(); }");
        priya.page().waitForFunction("audio => audio.currentTime > 0", player.elementHandle());
        assertThat(priya.page().locator("#stage [data-caption]")).not().hasText("");
        String recording = player.getAttribute("src");
        assertThat(Errands.get(priya, recording).status()).isEqualTo(200);
        maya.open("/story/where.xhtml?story=" + told.id());
        maya.press(maya.control("take-back"));
        assertThat(maya.page().locator("main textarea, main input:not([type=hidden]):not([type=submit])"))
                .hasCount(0);

        maya.press(maya.control("take-back"));
        long taken = System.nanoTime();

        assertThat(priya.page().locator("#stage .neutral"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MILLISECONDS_TO_CLEAR));
        System.out.printf(
                "A story that was taken back left the screen after %d ms%n",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - taken));
        assertThat(priya.page().locator("#stage audio, #stage img")).hasCount(0);
        assertThat(priya.page().getByText("I kept the key in my pocket all day."))
                .hasCount(0);
        assertThat(Errands.get(priya, recording).status()).isEqualTo(404);
        assertThat(maya.heading(Words.of("taken_back.page.title"))).isVisible();

        priya.press(priya.control("after"));
        assertThat(priya.control("status")).containsText(Words.of("present.stopped_by_withdrawal.text"));
        assertThat(priya.control("status")).containsText("Do not ask why");
    }

    @Test
    void whatWasTakenBackIsAGapInTheCollectionAndTheRestStays() {
        Told gone = approved(Errands.tell(maya, "To go"));
        Told stays = approved(Errands.tell(maya, "To stay"));
        Gathered gathered = Errands.publish(priya, "With a gap", gone, stays);

        whenTheyTakeItBack(gone);

        priya.open("/collection/view.xhtml?collection=" + gathered.id());
        assertThat(priya.page().locator("li.tile")).hasCount(2);
        assertThat(priya.page().locator("li.tile.off"))
                .hasText(java.util.regex.Pattern.compile(
                        ".*" + Words.of("foryou.gap.title") + ".*", java.util.regex.Pattern.DOTALL));
        assertThat(priya.page().getByText(gone.title())).hasCount(0);
        assertThat(priya.link(stays.title())).isVisible();
        assertThat(priya.open("/collection/story.xhtml?collection=" + gathered.id() + "&story=" + gone.id())
                        .status())
                .isEqualTo(404);
        priya.open("/presentation/show.xhtml?presentation=" + Errands.present(priya, gathered) + "&at=0");
        assertThat(priya.page().locator("#stage .neutral")).hasText(Words.of("present.gap.line"));
        priya.page().keyboard().press("ArrowRight");
        assertThat(priya.control("stage")).containsText("The words of " + stays.title());
    }

    @Test
    void everyFormOfItsFilesIsGoneForOthersAndStaysForTheStoryteller() throws Exception {
        Told told = Errands.tellAll(maya, "All forms");
        String talk = Errands.addPart(maya, told, "add-voice");
        assertThat(Errands.put(maya, "/upload/" + told.id() + "/" + talk, TALK).status())
                .isEqualTo(201);
        Errands.post(maya, Errands.scene(told, talk), "edit", Map.of("transcript", "A long talk."), "save");
        Errands.awaitReady(maya, told, talk);
        approved(told);
        Gathered gathered = Errands.publish(priya, "All forms", told);
        priya.open("/collection/story.xhtml?collection=" + gathered.id() + "&story=" + told.id());
        String picture = priya.page().locator(".pic-box img").getAttribute("src");
        String recording = priya.page().locator("audio").first().getAttribute("src");
        String talked = priya.page().locator("audio").last().getAttribute("src");
        List<String> addresses = List.of(
                picture,
                picture.replace("/screen", "/master"),
                picture.replace("/screen", "/phone"),
                picture.replace("/screen", "/thumbnail"),
                recording);
        assertThat(addresses)
                .allSatisfy(address -> assertThat(Errands.get(priya, address).status())
                        .as(address)
                        .isEqualTo(200));
        try (SlowReader player =
                new SlowReader(Server.running().base(), talked, priya.line().cookies())) {
            whileItIsTakenInDrops(player, () -> Errands.takeBack(maya, told));
        }

        assertThat(addresses)
                .allSatisfy(address -> assertThat(Errands.get(priya, address).status())
                        .as(address)
                        .isEqualTo(404));
        String own = picture.replaceAll("/media/collection/[^/]+/", "/media/own/");
        assertThat(Errands.get(maya, own).status()).isEqualTo(200);
    }

    /** A second after it was taken back nothing comes any more: no further piece, and not what the system still had to send. */
    private static void whileItIsTakenInDrops(SlowReader player, Runnable takingBack) throws Exception {
        CountDownLatch takenBack = new CountDownLatch(1);
        Future<Long> reading = CompletableFuture.supplyAsync(() -> player.takeInDrops(takenBack));
        takingBack.run();
        takenBack.countDown();
        long late = reading.get();
        System.out.printf(
                "A stream of %d bytes was taken back: %d came, %d of them after more than a second%n",
                player.promised(), player.taken(), late);
        assertThat(player.taken()).as("it was broken off").isLessThan(player.promised());
        assertThat(late).as("what came after the second").isZero();
    }

    /** Three minutes of noise in eight bits, 8,000 a second: as it is played, twice what can lie in the server for one who does not read. */
    private static byte[] talk() {
        int samples = 180 * 8000;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
        wav.putShort((short) 1).putShort((short) 8);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
        byte[] noise = new byte[samples];
        new Random(9).nextBytes(noise);
        return wav.put(noise).array();
    }

    @Test
    void theStorytellerReadsThatItIsDoneAndCanSayYesAgain() {
        Told told = approved(Errands.tell(maya, "Done"));

        whenTheyTakeItBack(told);

        assertThat(maya.heading(Words.of("taken_back.page.title"))).isVisible();
        assertThat(maya.page().getByText(Words.of("taken_back.nothing.text"))).isVisible();
        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.control("who-sees")).hasText(Words.of("tracker.who_sees.none.text"));
        assertThat(maya.control("take-back")).hasCount(0);
        assertThat(maya.control("permission")).isVisible();
    }

    @Test
    void aBitOfARecordingIsTakenOutWithThePlayerBesideItAndWithoutScriptToo() {
        Told told = approved(Errands.tellAll(maya, "A bit"));
        maya.open("/story/take-back.xhtml?story=" + told.id());
        maya.press(maya.control("span-1"));
        maya.assertAccessible();
        assertThat(maya.control("hear")).isVisible();
        String page = maya.page().url().replaceFirst("https?://[^/]+", "");
        maya.control("from").fill("0:00.8");
        maya.control("to").fill("0:00.2");
        maya.press(maya.control("take-part"));
        assertThat(maya.page().locator("main")).containsText(Words.of("permission.no_span.what"));

        Errands.post(maya, page, "stretch", Map.of("from", "0:00.2", "to", "0:00.8"), "take-part");

        maya.open("/story/part-taken.xhtml?story=" + told.id());
        maya.assertAccessible();
        assertThat(maya.heading(Words.of("taken_back.page.title"))).isVisible();
        assertThat(maya.control("parts")).containsText("0:00.2");
        assertThat(maya.control("looks")).containsText(Words.of("looked.who.checker.text"));
        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.control("who-sees")).hasText(Words.of("tracker.who_sees.none.text"));
    }

    @Test
    void itCanBeTakenBackFromTheFirstPage() {
        Told told = approved(Errands.tell(maya, "From home"));
        maya.open("/home.xhtml");

        maya.press(maya.page()
                .locator("li.story")
                .filter(new Locator.FilterOptions().setHasText(told.title()))
                .getByText(Words.of("take_back.button")));
        maya.press(maya.control("take-back"));

        assertThat(maya.heading(Words.of("taken_back.page.title"))).isVisible();
    }

    @Test
    void whoChangesTheirMindKeepsItAsItIs() {
        Told told = approved(Errands.tell(maya, "Kept"));
        maya.open("/story/take-back.xhtml?story=" + told.id());

        maya.press(maya.control("keep"));

        assertThat(maya.control("status")).containsText(Words.of("tracker.story.approved.tag"));
        assertThat(maya.control("take-back")).isVisible();
    }

    /** Nothing is fetched before; then the picture is there and the story plays with its captions. */
    private static void thenItPlaysWhenAskedFor(Visitor checker) {
        Locator picture = checker.page().locator("#play img");
        assertThat(picture).isHidden();
        assertThat(picture.getAttribute("src")).isNull();
        checker.page().keyboard().press("p");
        assertThat(picture).isVisible();
        checker.page().waitForFunction("image => image.complete && image.naturalWidth > 0", picture.elementHandle());
        Locator player = checker.page().locator("#play audio");
        player.evaluate("audio => { audio.muted = true; return audio.play(); }");
        assertThat(checker.page().locator("#play [data-caption]")).not().hasText("");
        checker.assertAccessible();
    }

    private Told approved(Told told) {
        Errands.permit(maya, told);
        Errands.send(maya, told);
        Errands.approve(told);
        return told;
    }

    private void whenTheyTakeItBack(Told told) {
        maya.open("/story/where.xhtml?story=" + told.id());
        maya.press(maya.control("take-back"));
        maya.press(maya.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName(Words.of("take_back.yes.button"))));
    }
}
