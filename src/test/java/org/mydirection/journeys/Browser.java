package org.mydirection.journeys;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mydirection.web.demo.Demo;

/**
 * One real Chromium for the whole run, and a fresh profile for each person who sits down at it. For one thread: that of
 * the tests.
 */
public final class Browser {

    /** A phone of the narrowest kind, in CSS pixels. */
    public static final Size PHONE = new Size(320, 640);

    /** A desk's screen, in CSS pixels. */
    public static final Size DESK = new Size(1280, 800);

    /** Milliseconds that a page may take on a busy machine. */
    private static final double PATIENCE = 20_000;

    private static final Map<String, Map<String, String>> SESSIONS = new HashMap<>();

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser chromium;
    private static com.microsoft.playwright.Browser speaking;

    private Browser() {}

    /** The width and height of a window, in CSS pixels. */
    public record Size(int width, int height) {}

    /** Somebody who is not signed in. */
    public static Visitor visitor(Size size) {
        return new Visitor(Browser::chromium, Server.running(), size, Map.of());
    }

    /**
     * Somebody who signed in before in this run and comes back to their first page; or signs in now. Who comes back
     * twice at once has one session: a journey that ends a session signs in for itself, by {@link #as}.
     */
    public static Visitor back(String userName, String passphrase, Size size) {
        if (SESSIONS.containsKey(userName)) {
            Visitor visitor = new Visitor(Browser::chromium, Server.running(), size, SESSIONS.get(userName));
            if (!visitor.line().get("/home.xhtml").url().contains("/signin.xhtml")) {
                return visitor;
            }
        }
        Visitor visitor = as(userName, passphrase, size);
        SESSIONS.put(userName, Map.copyOf(visitor.line().cookies()));
        return visitor;
    }

    /** One of the demo people, signed in, at the phone of the narrowest kind. */
    public static Visitor as(String userName) {
        return as(userName, PHONE);
    }

    /** One of the demo people, signed in. */
    public static Visitor as(String userName, Size size) {
        return as(userName, Demo.PASSPHRASE, size);
    }

    /** Somebody who signs in by the form, and comes to their first page. */
    public static Visitor as(String userName, String passphrase, Size size) {
        return signedIn(visitor(size), userName, passphrase);
    }

    private static Visitor signedIn(Visitor visitor, String userName, String passphrase) {
        Line.Answer answer = visitor.line()
                .post("/signin.xhtml", "signin", Map.of("username", userName, "passphrase", passphrase), "go", true);
        if (answer.status() != 200 || answer.url().contains("/signin.xhtml")) {
            throw new AssertionError(userName + " did not get in: " + answer.status() + " " + answer.url());
        }
        return visitor;
    }

    /** One of the demo people, signed in, at a browser whose microphone hears the sample first-day.wav again and again. */
    public static Visitor speaking(String userName, Size size) {
        return speaking(userName, Demo.PASSPHRASE, size);
    }

    /** The same for somebody else than the demo people. */
    public static Visitor speaking(String userName, String passphrase, Size size) {
        if (speaking == null) {
            chromium();
            List<String> arguments = new ArrayList<>(arguments());
            arguments.add("--use-fake-device-for-media-stream");
            arguments.add("--use-fake-ui-for-media-stream");
            arguments.add("--use-file-for-fake-audio-capture=" + Errands.SAMPLES.resolve("first-day.wav"));
            speaking = launch(arguments);
        }
        return signedIn(new Visitor(() -> speaking, Server.running(), size, Map.of()), userName, passphrase);
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = launch(arguments());
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "end of the browser"));
        }
        return chromium;
    }

    private static com.microsoft.playwright.Browser launch(List<String> arguments) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.find())
                        .setArgs(arguments));
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-sync",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--autoplay-policy=no-user-gesture-required"));
        if (Chromium.isRoot()) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }
}
