package org.mydirection.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The application that the journeys of a lane share: started once, on a free port, with an empty data folder, the demo people and
 * no cooling-off; ended with the tests.
 */
public final class Server {

    /** Each lane of the run has a server, and so a folder, of its own. */
    private static final Path FOLDER = Path.of("target", "journeys", System.getProperty("journeys.lane", "lane-1"));

    /** Small pictures only, so that one that is too large is soon made; and quick hashes for who signs in often. */
    private static final Map<String, String> SETTINGS = Map.of(
            "demo",
            "true",
            "consent.cooling.days",
            "0",
            "media.max.picture.megabytes",
            "1",
            "server.options",
            System.getProperty("server.options", "") + " -Dpassphrase.rounds=2100");

    private static Server running;
    private static Starter starter;

    private final String base;

    private Server(String base) {
        this.base = base;
    }

    /**
     * Starts it where it does not run yet, which takes some twenty seconds. Whoever writes journeys may name one that
     * runs already by {@code -Djourneys.server=http://127.0.0.1:…}.
     */
    public static synchronized Server running() {
        if (running == null && System.getProperty("journeys.server") != null) {
            running = new Server(System.getProperty("journeys.server"));
        }
        if (running == null) {
            Path data = emptied(folder("data"));
            starter = Starter.run(data, SETTINGS);
            try {
                running = new Server(starter.awaitReady());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the application was starting", hurried);
            }
        }
        return running;
    }

    /** Kills the starter of the one that runs; gives what it leaves behind. Whoever comes next starts another. */
    static synchronized List<ProcessHandle> abandoned() {
        running();
        List<ProcessHandle> left = starter.children();
        starter.kill();
        running = null;
        return left;
    }

    /** The address, without a slash at its end. */
    public String base() {
        return base;
    }

    /** The full address of a page, for example of {@code /signin.xhtml}. */
    public String url(String path) {
        return base + path;
    }

    /** The log of the running application, one line an event. */
    public List<String> log() {
        try {
            return Files.readAllLines(folder("data").resolve("log").resolve("my-direction.log"));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** A folder for what tests leave behind; absolute, not made yet. */
    static Path folder(String name) {
        return FOLDER.resolve(name).toAbsolutePath();
    }

    /** Deletes the folder and what is in it. */
    static Path emptied(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        }
        return folder;
    }
}
