package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One person at a browser of their own, with nothing in it from anybody else. {@link #close()} fails when, on any page,
 * the browser reported an error or a breach of the content security policy, or asked another host for anything.
 */
public final class Visitor implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Only what breaks a rule is told in full: the rest costs as much time again. */
    private static final String BREACHES = """
            async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']})).violations
              .map(rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.target).join(', '))""";

    /**
     * What a page demands to be read before one can go on: the words in front of them, from the top of the page to the
     * control that leads on, in the order of reading. What is folded, hidden or said by a button, a link or an answer is not: it is there for
     * whoever wants it. A block is a heading, a paragraph, a label or a hint.
     */
    private static final String DEMANDED = """
            id => {
              const goal = document.getElementById(id);
              const words = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              const blocks = new Map();
              while (words.nextNode()) {
                const text = words.currentNode;
                const element = text.parentElement;
                const before = text.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_FOLLOWING;
                if (before && text.data.trim() && element.checkVisibility({visibilityProperty: true})
                    && !element.closest('a, button, summary, option, textarea, noscript, audio, li > label')) {
                  const block = element.closest('h1, h2, h3, p, li, label, legend, .hint, div, section');
                  blocks.set(block, (blocks.get(block) || '') + text.data);
                }
              }
              return [...blocks.values()].map(block => block.replace(/\\s+/g, ' ').trim());
            }""";

    /** A name of a page, of a step or a clock: no stop, and four words at most. Anything else is sentences. */
    private static final Pattern NAME = Pattern.compile("([^\\s.?!]+ ){0,3}[^\\s.?!]+");

    /** How many states were looked at: a number for the name of each picture. */
    private static int states;

    private final Supplier<com.microsoft.playwright.Browser> browser;
    private final Server server;
    private final Browser.Size size;
    private final Line line;
    private BrowserContext context;
    private Page page;
    private final List<String> faults = new ArrayList<>();

    /** @param session the cookies of somebody who signed in; empty for nobody */
    Visitor(
            Supplier<com.microsoft.playwright.Browser> browser,
            Server server,
            Browser.Size size,
            Map<String, String> session) {
        this.browser = browser;
        this.server = server;
        this.size = size;
        this.line = new Line(server.base());
        line.cookies().putAll(session);
    }

    /** The page in front of the person: where nothing was opened yet, the first one of who is signed in. */
    public Page page() {
        boolean first = page == null;
        sitDown();
        if (first && !line.cookies().isEmpty()) {
            page.navigate(server.url("/home.xhtml"));
        }
        return page;
    }

    /** The cookies, requests and further pages of the person. */
    public BrowserContext context() {
        sitDown();
        return context;
    }

    /** The person's requests that need not be seen; in the session that their browser has at this moment. */
    Line line() {
        if (context != null) {
            line.cookies().clear();
            context.cookies().forEach(cookie -> line.cookies().put(cookie.name, cookie.value));
        }
        return line;
    }

    /** A browser is costly: it comes when somebody looks. */
    private void sitDown() {
        if (context != null) {
            return;
        }
        context = browser.get()
                .newContext(new NewContextOptions()
                        .setBaseURL(server.base())
                        .setViewportSize(size.width(), size.height())
                        .setLocale("en-GB")
                        .setReducedMotion(ReducedMotion.REDUCE));
        context.addCookies(line.cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setUrl(server.base())
                        .setHttpOnly(true)
                        .setSameSite(SameSiteAttribute.STRICT))
                .toList());
        context.onRequest(request -> noticeRequest(request.url()));
        context.onConsoleMessage(this::noticeMessage);
        context.onWebError(error -> faults.add("script error: " + error.error()));
        page = context.newPage();
    }

    /** Goes to a page of the application, for example {@code /signin.xhtml}; gives the answer to the request. */
    public Response open(String path) {
        sitDown();
        return page.navigate(server.url(path));
    }

    /** Presses a button or link and waits until the page that follows, by whatever redirects, is there. */
    public void press(Locator control) {
        // The answer is here before the page is: who went on at once would stop it, or read the old one.
        page().evaluate("() => { window.pressedHere = true; }");
        page().waitForResponse(
                        response -> response.request().isNavigationRequest()
                                && response.frame().equals(page().mainFrame())
                                && (response.status() < 300 || response.status() >= 400),
                        control::click);
        page().waitForFunction("() => !window.pressedHere");
        page().waitForLoadState();
    }

    /** The button of that name, and no other. */
    public Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The link whose name holds these words. */
    public Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** The way back at the top of a page. */
    public Locator back() {
        return page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(Words.of("app.back.label"))
                                .setExact(true));
    }

    /** The heading whose words hold these. */
    public Locator heading(String words) {
        return page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words));
    }

    /** The control of that client id. */
    public Locator control(String id) {
        return page().locator("[id='" + id + "']");
    }

    /** Fails with what axe finds against WCAG 2.2 AA on the page as it is now; a state that somebody may want to look at. */
    public void assertAccessible() {
        if (page().evaluate("typeof window.axe").equals("undefined")) {
            page().evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page().evaluate(BREACHES, WCAG))
                .as("WCAG 2.2 AA on %s", page().url())
                .isEmpty();
        lookedAt("state-" + ++states
                + page().url().replaceAll("https?://[^/]+|\\.xhtml.*", "").replace('/', '-'));
    }

    /** Fails where the page demands more than one sentence before that control; names beside it, two at most. */
    public void assertOneSentenceLeadsTo(String id) {
        List<String> demanded = ((List<?>) page().evaluate(DEMANDED, id))
                .stream().map(String::valueOf).toList();
        List<String> sentences = demanded.stream()
                .filter(block -> !NAME.matcher(block).matches())
                .flatMap(block -> Stream.of(block.split("(?<=[.?!]) ")))
                .toList();
        String at = page().url().replaceAll(".*(/[a-z-]+/[a-z-]+)\\.xhtml.*|.*(/[a-z]+)\\.xhtml.*", "$1$2");
        System.out.printf("to be read on %s before \"%s\": %s%n", at, id, demanded);
        assertThat(sentences).as("what %s demands to be read before %s", at, id).hasSizeLessThanOrEqualTo(1);
        assertThat(demanded.size() - sentences.size())
                .as("names on %s: %s", at, demanded)
                .isLessThanOrEqualTo(2);
    }

    /** Fails when the page is wider than the window. */
    public void assertFitsWindow() {
        Object over = page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) over).intValue())
                .as("CSS pixels that stick out of the window on %s", page().url())
                .isLessThanOrEqualTo(0);
    }

    /** Keeps a picture of the whole page as {@code target/journeys/<lane>/shots/<name>.png}. */
    public void shot(String name) {
        Path file = Server.folder("shots").resolve(name + ".png");
        page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /**
     * Keeps a picture of the page as it is now under {@code target/journeys/<lane>/look/}, and one each in forced
     * colours and as it is printed, for somebody to look through: only when asked to by {@code -Djourneys.look}.
     */
    public void lookedAt(String name) {
        if (System.getProperty("journeys.look") == null) {
            return;
        }
        picture(name, new Page.EmulateMediaOptions());
        picture(name + "-forced", new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        picture(name + "-print", new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    private void picture(String name, Page.EmulateMediaOptions as) {
        page().emulateMedia(as);
        Path file = Server.folder("look").resolve(name + ".png");
        page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page().emulateMedia(
                        new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setForcedColors(ForcedColors.NONE));
    }

    /** What the browser complained of so far. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Goes without a word about faults: for a test that caused them on purpose, or failed already. */
    public void leave() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void close() {
        leave();
        assertThat(faults).as("what the browser complained of").isEmpty();
    }

    private void noticeRequest(String url) {
        boolean ours = url.startsWith(server.base() + "/")
                || url.startsWith(server.base().replace("http:", "ws:") + "/");
        boolean local = url.startsWith("blob:") || url.startsWith("data:") || url.startsWith("about:");
        if (!ours && !local) {
            faults.add("request to another host: " + url);
        }
    }

    /** A page or a recording that is refused is no fault; a script, style or picture of our own that is missing is. */
    private void noticeMessage(ConsoleMessage message) {
        boolean refusedPage = message.text().startsWith("Failed to load resource")
                && !message.location().contains("/jakarta.faces.resource/");
        if ("error".equals(message.type()) && !refusedPage) {
            faults.add("console: " + message.text() + " at " + message.location());
        }
    }
}
