package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With a store that says that it is there and yet does not give what it has, as one that comes up, or is overloaded. */
class StoreAwayTest {

    private static final Map<String, byte[]> OBJECTS = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static HttpServer server;
    private static MediaWorld world;
    private static volatile Trouble trouble = Trouble.NONE;

    enum Trouble {
        NONE,
        BUSY,
        HANGS_UP,
        BREAKS_OFF
    }

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(THREADS);
        server.createContext("/", StoreAwayTest::answer);
        server.start();
        world = MediaWorld.unstarted();
        Path key = world.data.resolve("a.key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[KeyWrapping.KEY_BYTES]));
        world.settings.put(
                "store.endpoint", "http://127.0.0.1:" + server.getAddress().getPort());
        world.settings.put("store.access.key", "store");
        world.settings.put("store.secret.key", "secret-of-the-test");
        world.settings.put("vault.key.file", key.toString());
        world.get(MediaJobs.class).pauseFor(Duration.ofMillis(2));
        world.start();
    }

    @AfterAll
    static void close() {
        world.close();
        server.stop(0);
        THREADS.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFileWaitsHoweverOftenTheStoreCouldNot(Trouble what) {
        world.get(MediaJobs.class).stop();
        AssetId id = world.receive(MediaKind.PICTURE, MediaWorld.smallPicture());
        trouble = what;

        world.get(MediaJobs.class).start();

        Awaitility.await()
                .until(() -> world.ask(
                                        "select max(consecutive_failures) from scheduled_tasks where task_name = 'media-work'")
                                .map(Object::toString)
                                .map(Integer::parseInt)
                                .orElse(0)
                        > MediaJobs.ATTEMPTS);
        assertThat(world.view(id).isUnderWay()).isTrue();
        trouble = Trouble.NONE;
        assertThat(world.settled(id).isReady()).isTrue();
    }

    private static void answer(HttpExchange asked) throws IOException {
        try (asked) {
            String name = asked.getRequestURI().getPath();
            byte[] body = asked.getRequestBody().readAllBytes();
            boolean anObject = name.lastIndexOf('/') > 0 && !name.endsWith("/");
            if (anObject && trouble == Trouble.HANGS_UP) {
                return;
            }
            if (anObject && trouble == Trouble.BUSY) {
                asked.sendResponseHeaders(503, -1);
                return;
            }
            switch (asked.getRequestMethod()) {
                case "PUT" -> {
                    OBJECTS.put(name, body);
                    asked.sendResponseHeaders(200, -1);
                }
                case "GET" -> give(asked, OBJECTS.get(name));
                case "DELETE" -> {
                    OBJECTS.remove(name);
                    asked.sendResponseHeaders(204, -1);
                }
                default -> asked.sendResponseHeaders(200, -1);
            }
        }
    }

    private static void give(HttpExchange asked, byte[] object) throws IOException {
        String[] range =
                asked.getRequestHeaders().getFirst("Range").substring(6).split("-");
        int from = Integer.parseInt(range[0]);
        byte[] part = Arrays.copyOfRange(object, from, Integer.parseInt(range[1]) + 1);
        asked.sendResponseHeaders(206, part.length);
        int sent = trouble == Trouble.BREAKS_OFF ? part.length / 2 : part.length;
        asked.getResponseBody().write(part, 0, sent);
        asked.getResponseBody().flush();
    }
}
