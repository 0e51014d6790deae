package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;
import org.mydirection.web.demo.Demo;

/** Telling with little reading and little data: guided, kept when the signal goes, light, in two languages, never named. */
class TellingJourney {

    /** Bytes on the wire of the first page with all it needs, and of each page after it; media apart (issue 4). */
    private static final int FIRST = 150_000;

    private static final int AFTER = 60_000;

    /** Elements that hide a part of what is in them; a field scrolls, and a summary of a part (.clip) is meant to. */
    private static final String CUT_OFF = """
            () => [...document.querySelectorAll('body *')].filter(e => {
              const shape = getComputedStyle(e);
              return e.clientWidth > 0 && shape.display !== 'none' && shape.visibility !== 'hidden'
                && !e.closest('.vh,.skip,.clip,input,select,textarea,audio,canvas,svg')
                && (shape.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1
                  || shape.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1);
            }).map(e => e.tagName + ' ' + e.id + ' ' + e.className)""";

    /** How often the form would be sent; it is not. */
    private static final String TAPPED_TWICE = """
            button => {
              let sent = 0;
              window.addEventListener('submit', event => {
                sent += event.defaultPrevented ? 0 : 1;
                event.preventDefault();
              });
              button.click();
              button.click();
              return sent;
            }""";

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
    void anIdeaLeadsToItsStoryAndGoingBackLosesNothing() {
        maya.open("/story/start.xhtml");
        maya.press(maya.control("topics"));
        maya.press(maya.page().locator(".pick").first());
        String first = maya.control("question").textContent();
        maya.press(maya.control("other"));
        assertThat(maya.control("question")).not().hasText(first);
        maya.page().goBack();
        assertThat(maya.control("question")).hasText(first);
        maya.press(maya.control("tell"));
        assertThat(maya.control("asked")).containsText(first);
        assertThat((Integer) maya.control("start-words").evaluate(TAPPED_TWICE))
                .as("how often two taps send the form")
                .isEqualTo(1);
        maya.page().reload();
        maya.press(maya.control("start-words"));
        assertThat(maya.control("asked")).containsText(first);
        assertThat(maya.control("words").getAttribute("placeholder")).isNotBlank();

        maya.control("words").fill("There was a kettle and a window.");
        maya.press(maya.page().locator("main > a.link").first());

        assertThat(maya.page().locator("li.scene")).containsText("There was a kettle and a window.");
        maya.press(maya.control("later"));
        assertThat(maya.page().locator("main")).containsText(Words.of("later.step_two.text"));
    }

    @Test
    void aGoalThatWasReachedInvitesItsStory() {
        String goal;
        try (Visitor priya = Person.PRIYA.atDesk()) {
            goal = Errands.goal(priya, "I will learn to cook, so that I eat well.");
        }
        maya.open("/plan/goal.xhtml?goal=" + goal);
        maya.press(maya.control("to-active"));
        maya.press(maya.control("to-achieved"));
        maya.open("/home.xhtml");
        Locator invited = maya.page().locator(".asked").filter(new Locator.FilterOptions().setHasText("learn to cook"));
        assertThat(invited).containsText(Words.of("prompt.goal.title"));

        maya.press(invited.locator("a"));
        maya.press(maya.control("start-words"));

        assertThat(maya.control("asked")).containsText(Words.of("prompt.goal.title"));
        maya.open("/home.xhtml");
        assertThat(maya.page().locator(".asked").filter(new Locator.FilterOptions().setHasText("learn to cook")))
                .hasCount(0);
    }

    @Test
    void wordsAreSavedAgainWhenTheSignalComesBack() {
        Told told = Errands.tell(maya, "Cut off");
        String scene = Errands.addPart(maya, told, "add-words");
        maya.open(Errands.scene(told, scene));
        maya.context().setOffline(true);
        maya.control("words").pressSequentially("Written in a tunnel.");
        assertThat(maya.page().locator("[data-save-state]")).hasText(Words.of("save.failed.text"));
        maya.control("save").click();
        assertThat(maya.page().locator("[data-save-state]")).hasText(Words.of("save.failed.text"));
        assertThat(maya.control("words")).hasValue("Written in a tunnel.");

        maya.context().setOffline(false);

        assertThat(maya.page().locator("[data-save-state]")).hasText(Words.of("app.saved.text"));
        maya.page().reload();
        assertThat(maya.control("words")).hasValue("Written in a tunnel.");
        wordsFromAnotherPageAreNotWrittenOver(Errands.scene(told, scene));
    }

    private void wordsFromAnotherPageAreNotWrittenOver(String page) {
        Errands.tryPost(maya, page, "edit", Map.of("words", "Written at home."), "save");
        maya.control("words").pressSequentially("!");
        maya.press(maya.control("save"));
        assertThat(maya.control("elsewhere")).containsText("Written at home.");
        assertThat(maya.control("words")).hasValue("!Written in a tunnel.");
        maya.assertAccessible();
        maya.assertFitsWindow();
        maya.control("keep-mine").click();
        assertThat(maya.page().locator("[data-save-state]")).hasText(Words.of("app.saved.text"));
        assertThat(Errands.get(maya, page).text())
                .contains("!Written in a tunnel.")
                .doesNotContain("Written at home.");
    }

    @Test
    void wordsTypedJustBeforeTheExitAreKeptAndItNeverWaitsForThem() {
        String scene;
        try (Visitor danny = Browser.as("danny")) {
            Told told = Errands.tell(danny, "In a hurry");
            scene = Errands.scene(told, Errands.addPart(danny, told, "add-words"));
            danny.open(scene);
            danny.control("words").pressSequentially("Half a senten");
            danny.page().locator(".exit").click();
            assertThat(danny.heading(Words.of("exit.done.title"))).isVisible();
            danny.open(scene);
            assertThat(danny.page()).hasURL(java.util.regex.Pattern.compile(".*/signin\\.xhtml.*"));
        }
        try (Visitor danny = Browser.as("danny")) {
            com.microsoft.playwright.Page other = danny.context().newPage();
            other.navigate(Server.running().url("/home.xhtml"));
            danny.open(scene);
            assertThat(danny.control("words")).hasValue("Half a senten");
            whoWasSignedOutGoesOnWhereTheyWere(danny, other);
            danny.page().route("**/story/scene.xhtml*", route -> {
                if (!"POST".equals(route.request().method())) {
                    route.resume();
                }
            });
            danny.control("words").pressSequentially("e that nobody takes");
            long pressed = System.nanoTime();
            for (int press = 0; press < 3; press++) {
                danny.page().keyboard().press("Shift");
            }
            danny.page().waitForURL(address -> address.endsWith("/exit"));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed);
            System.out.printf("left %d ms after the exit was asked for, with words that could not be kept%n", millis);
            assertThat(millis).isBetween(300L, 3_000L);
            other.waitForURL(address -> address.endsWith("/exit"));
        }
    }

    /** As after a pause that was too long, or a restart of the server. */
    private static void whoWasSignedOutGoesOnWhereTheyWere(Visitor danny, com.microsoft.playwright.Page other) {
        danny.line().get("/exit");
        danny.control("words").pressSequentially("c");
        danny.control("save").click();
        assertThat(danny.page().locator("[data-save-state]")).hasText(Words.of("save.out.text"));
        danny.assertAccessible();
        other.navigate(Server.running().url("/signin.xhtml"));
        other.fill("#username", "danny");
        other.fill("#passphrase", Demo.PASSPHRASE);
        other.click("#go");
        other.waitForURL(address -> !address.contains("/signin.xhtml"));
        danny.page().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(danny.page().locator("[data-save-state]")).hasText(Words.of("app.saved.text"));
    }

    @Test
    void whoIsInAPictureIsAskedAtThePictureAndStandsBesideItOnTheDesk() {
        Told told = Errands.tell(maya, "With my sister");
        String picture = Errands.addPart(maya, told, "add-picture");
        Errands.upload(maya, told, picture, "kitchen.png");
        Errands.awaitReady(maya, told, picture);
        maya.open(Errands.scene(told, picture) + "&guide=on");
        maya.control("alt").fill("My sister in the kitchen");
        maya.assertOneSentenceLeadsTo("save");
        maya.press(maya.control("save"));
        maya.page().locator("input[name=others][value=SOMEBODY]").check();
        maya.assertOneSentenceLeadsTo("save");
        maya.assertAccessible();
        maya.press(maya.control("save"));

        assertThat(maya.page().locator("main h1")).hasText(Words.of("in_picture.page.title"));
        try (Visitor danny = Person.DANNY.atPhone()) {
            assertThat(Errands.get(danny, "/story/in-picture.xhtml?story=" + told.id() + "&scene=" + picture)
                            .status())
                    .isEqualTo(404);
        }
        maya.press(maya.control("add"));
        maya.assertAccessible();
        maya.assertFitsWindow();
        maya.control("who").fill("my sister");
        maya.page().locator("input[name=category][value=ADULT]").check();
        maya.press(maya.control("add"));
        assertThat(maya.control("in-picture")).containsText("my sister");
        maya.assertAccessible();
        maya.press(maya.control("go-on"));
        assertThat(maya.page()).hasURL(java.util.regex.Pattern.compile(".*/story/more\\.xhtml.*"));

        Errands.permit(maya, told);
        Errands.send(maya, told);
        maya.open("/story/where.xhtml?story=" + told.id());
        assertThat(maya.control("others-open")).containsText(Words.of("tracker.others.open.text"));
        try (Visitor ruth = Person.RUTH.atDesk()) {
            ruth.open(Errands.desk(Errands.claimNewest(ruth, "CONSENT", told)));
            assertThat(ruth.control("in-picture-2")).containsText(Words.of("review.in_picture.somebody.tag"));
            assertThat(ruth.control("in-picture-2")).containsText("my sister");
            assertThat(ruth.control("others")).containsText(Words.of("review.other.open.tag"));
            assertThat(ruth.control("in-picture-2")).containsText(Words.of("review.other.open.tag"));
        }
    }

    @Test
    void aSupporterTypesAndTheStorytellerSaysThatTheWordsAreTheirs() {
        Told told = Errands.tell(maya, "Typed for me");
        maya.open(Errands.edit(told));
        maya.press(maya.page().locator("ol.scenes > li").first().getByText(Words.of("make.part.open.label")));
        maya.press(maya.control("help-typing"));
        maya.control("supporter").fill("priya");
        maya.press(maya.control("begin"));
        assertThat(maya.control("supporter-error")).containsText(Words.of("help.supporter_unknown.what"));
        maya.assertAccessible();
        maya.control("supporter").fill("bea");
        maya.press(maya.control("begin"));
        maya.control("words").fill("Bea wrote this down while I spoke.");
        maya.press(maya.control("save"));

        maya.open("/story/send.xhtml?story=" + told.id());
        assertThat(maya.control("missing")).containsText(Words.of("submit.words_unconfirmed.what", 1));
        maya.open("/story/mine.xhtml?story=" + told.id());
        assertThat(maya.page().locator("main")).containsText("Bea wrote this down while I spoke.");
        maya.assertAccessible();
        maya.press(maya.control("yes"));
        maya.open("/story/send.xhtml?story=" + told.id());
        assertThat(maya.page().locator("main")).not().containsText(Words.of("submit.words_unconfirmed.what", 1));

        try (Visitor gwen = Person.GWEN.atDesk()) {
            assertThat(Errands.get(gwen, "/governance/trail.xhtml?story=" + told.id())
                            .text())
                    .contains(Words.of("trail.event.help_begun.label"), Words.of("trail.event.words_confirmed.label"))
                    .doesNotContain("???");
        }
    }

    @Test
    void overSlow3gOneSignsInAndKeepsAFirstSceneWithoutWaitingTenSeconds() {
        try (Visitor fresh = Browser.visitor(Browser.PHONE)) {
            CDPSession line = fresh.context().newCDPSession(fresh.page());
            JsonObject slow = new JsonObject();
            slow.addProperty("offline", false);
            slow.addProperty("latency", 400);
            slow.addProperty("downloadThroughput", 50_000);
            slow.addProperty("uploadThroughput", 50_000);
            line.send("Network.enable");
            line.send("Network.emulateNetworkConditions", slow);
            Map<String, Long> waits = new LinkedHashMap<>();

            waits.put("the first page", wait(() -> fresh.open("/signin.xhtml")));
            fresh.control("username").fill("maya");
            fresh.control("passphrase").fill(Demo.PASSPHRASE);
            waits.put("signing in", wait(() -> fresh.press(fresh.control("go"))));
            for (String step : List.of("tell", "own-way", "start-words")) {
                waits.put(step, wait(() -> fresh.press(fresh.control(step))));
            }
            fresh.control("words").fill("On a bad line.");
            waits.put("until it is saved", wait(() -> assertThat(fresh.page().locator("[data-save-state]"))
                    .hasText(Words.of("app.saved.text"))));

            waits.forEach(
                    (step, millis) -> System.out.printf("slow 3G (400 kbit/s, 400 ms): %s %d ms%n", step, millis));
            assertThat(waits.values()).allMatch(millis -> millis < 10_000);
        }
    }

    private static long wait(Runnable step) {
        long began = System.nanoTime();
        step.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @Test
    void theCheckOfHowOneIsSendsNothing() {
        maya.open("/story/ready.xhtml?prompt=strengths.hope");
        maya.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        List<String> sent = new ArrayList<>();
        maya.page().onRequest(request -> sent.add(request.url()));

        maya.page().locator("[data-ask]:not([hidden]) [data-answer]").first().click();
        maya.page().locator("[data-ask]:not([hidden]) [data-answer]").last().click();
        maya.page().locator("[data-ask]:not([hidden]) [data-answer]").first().click();

        assertThat(maya.page().locator("[data-result=pause]")).isVisible();
        assertThat(maya.page().locator("[data-result=ok]")).isHidden();
        assertThat(sent).isEmpty();
        maya.assertAccessible();
    }

    @Test
    void theCopyOpensByItselfAndHoldsEverything() throws IOException {
        Told told = Errands.tellAll(maya, "To keep");
        Errands.permit(maya, told);
        maya.open("/story/keep.xhtml?story=" + told.id());
        maya.assertAccessible();

        Download copy =
                maya.page().waitForDownload(() -> maya.control("download").click());

        assertThat(copy.suggestedFilename()).isEqualTo("story.zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(copy.path());
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(files.keySet())
                .contains("story/index.html", "story/words.txt", "story/permission.txt")
                .anyMatch(name -> name.endsWith(".jpg"))
                .anyMatch(name -> name.endsWith(".m4a"))
                .anyMatch(name -> name.endsWith(".vtt"))
                .allMatch(name -> name.matches("story/[a-z0-9-]+\\.[a-z0-9]+"));
        String page = new String(files.get("story/index.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains(told.title(), "A front door with a key in the lock", "I kept the key in my pocket all day.")
                .contains(Words.of("purpose.own_supervision.label"))
                .doesNotContain("http:", "https:", "<script", Person.MAYA.displayName());
        files.keySet().stream().filter(name -> name.matches(".*(jpg|m4a)")).forEach(name -> assertThat(page)
                .contains("src=\"" + name.substring("story/".length()) + "\""));
        try (Visitor danny = Person.DANNY.atPhone()) {
            assertThat(Errands.get(danny, "/copy/" + told.id()).status()).isEqualTo(404);
        }
    }

    @Test
    void whereAStoryIsSaysAllThatWasDecidedAndThatCheckersKeepNotes() {
        Told told = Errands.sent(maya, "Decided");
        try (Visitor ruth = Person.RUTH.atDesk()) {
            Errands.decide(ruth, "CONSENT", told, "approve", Map.of());
        }
        maya.open("/story/where.xhtml?story=" + told.id());

        assertThat(maya.control("answers")).containsText(Words.of("tracker.answer.approve.tag"));
        assertThat(maya.control("own-notes")).containsText(Words.of("app.contact.text"));
        assertThat(maya.page().locator("main")).containsText(Words.of("empty.collections.text"));
        maya.assertAccessible();
    }

    @Test
    void anOfficeNamesWhomItsPeopleCanTalkTo() {
        try (Visitor ada = Person.ADA.atDesk()) {
            ada.open("/identity/offices.xhtml");
            for (Locator office : ada.page().locator("#office-list a").all()) {
                String path = office.getAttribute("href");
                Errands.post(ada, path, "office-form", Map.of("support", "The drop-in, Mondays, 0123 456"), "save");
            }
        }
        maya.open("/help.xhtml");
        assertThat(maya.control("near")).containsText("The drop-in, Mondays, 0123 456");
    }

    @Test
    void aLanguageIsRememberedWithThePerson() {
        try (Visitor danny = Browser.as("danny")) {
            danny.press(danny.control("language"));
            assertThat(danny.page().locator("html")).hasAttribute("lang", "cy-GB");
            assertThat(danny.page().locator("main h1")).hasText(Words.welsh("home.page.title"));
        }
        try (Visitor again = Browser.as("danny")) {
            again.open("/home.xhtml");
            assertThat(again.page().locator("html")).hasAttribute("lang", "cy-GB");
            again.open("/story/start.xhtml");
            again.assertFitsWindow();
            again.assertAccessible();
            again.press(again.control("language"));
            assertThat(again.page().url()).endsWith("/story/start.xhtml");
            assertThat(again.page().locator("html")).hasAttribute("lang", "en-GB");
        }
    }

    @Test
    void pagesAreLightAndNoTitleAddressOrFileNameTells() {
        Told told = givenAStoryOfLongWords();
        Map<String, Integer> weights = new LinkedHashMap<>();
        try (Visitor fresh = Browser.visitor(Browser.PHONE)) {
            weights.put("/signin.xhtml", weigh(fresh, "/signin.xhtml"));
            assertThat(weights.get("/signin.xhtml")).isLessThanOrEqualTo(FIRST);
        }
        Deque<String> next = new ArrayDeque<>(List.of("/home.xhtml", Errands.edit(told)));
        Set<String> seen = new LinkedHashSet<>(next);
        while (!next.isEmpty() && seen.size() < 60) {
            String path = next.poll();
            weights.put(path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…"), weigh(maya, path));
            thenNothingTells(path);
            thenItCanBeReadMagnified(path);
            for (String link : links()) {
                if (seen.stream().map(TellingJourney::shape).noneMatch(shape(link)::equals)) {
                    seen.add(link);
                    next.add(link);
                }
            }
        }
        weights.forEach((path, bytes) -> System.out.println("bytes on the wire: " + bytes + " " + path));
        weights.remove("/signin.xhtml");
        assertThat(weights.values()).hasSizeGreaterThan(15).allMatch(bytes -> bytes <= AFTER);
    }

    /** A name and words as long as they may be without a place to break them. */
    private Told givenAStoryOfLongWords() {
        Told told = Errands.tellAll(maya, "Secretword");
        String title = "Secretword" + "w".repeat(110);
        Errands.post(maya, Errands.edit(told), "edit", Map.of("title", title), "save");
        String scene = Errands.addPart(maya, told, "add-words");
        String words = ("So " + "lo".repeat(150) + "ng.\n").repeat(20);
        Errands.post(maya, Errands.scene(told, scene), "edit", Map.of("words", words), "save");
        for (String page : List.of(Errands.edit(told), "/story/read.xhtml?story=" + told.id())) {
            maya.open(page);
            maya.assertAccessible();
            maya.assertFitsWindow();
        }
        return told;
    }

    private int weigh(Visitor visitor, String path) {
        List<Request> done = new ArrayList<>();
        java.util.function.Consumer<Request> note = done::add;
        visitor.page().onRequestFinished(note);
        Response response = visitor.open(path);
        visitor.page().waitForLoadState();
        visitor.page().offRequestFinished(note);
        assertThat(response.status()).as(path).isLessThan(400);
        return done.stream()
                .filter(request ->
                        !request.url().contains("/media/") && !request.url().startsWith("blob:"))
                .mapToInt(request -> request.sizes().responseBodySize + request.sizes().responseHeadersSize)
                .sum();
    }

    private void thenNothingTells(String path) {
        assertThat(maya.page().title()).isEqualTo(Words.of("app.page.title"));
        assertThat(maya.page().url().toLowerCase(java.util.Locale.ROOT))
                .as(path)
                .doesNotContain("secretword", "maya", "ellis", "front-door");
        Object files = maya.page()
                .evaluate(
                        "() => [...document.querySelectorAll('[src],[download],[href]')].map(e => (e.getAttribute('src') || '')"
                                + " + ' ' + (e.getAttribute('download') || '') + ' ' + (e.getAttribute('href') || '')).join('\\n')");
        assertThat(String.valueOf(files).toLowerCase(java.util.Locale.ROOT))
                .as(path)
                .doesNotContain("secretword", "maya", "ellis", "front-door");
    }

    /** 200 % and 400 % of a window of 1,280 by 800: nothing sticks out, nothing is cut off. */
    private void thenItCanBeReadMagnified(String path) {
        for (Browser.Size zoomed : List.of(new Browser.Size(640, 400), new Browser.Size(320, 256))) {
            maya.page().setViewportSize(zoomed.width(), zoomed.height());
            maya.assertFitsWindow();
            assertThat((List<?>) maya.page().evaluate(CUT_OFF))
                    .as("what is cut off on %s at a width of %d", path, zoomed.width())
                    .isEmpty();
        }
        maya.page().setViewportSize(Browser.PHONE.width(), Browser.PHONE.height());
    }

    private List<String> links() {
        Object found = maya.page()
                .evaluate(
                        "() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin"
                                + " && u.pathname.endsWith('.xhtml')).map(u => u.pathname + u.search)");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** An address without its ids: pages of one shape are looked at once. */
    private static String shape(String path) {
        return path.replaceAll("=[^&]*", "=");
    }
}
