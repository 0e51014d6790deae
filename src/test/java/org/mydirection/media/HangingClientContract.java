package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients of the packaged application that ask for a recording and read nothing, or begin an upload and send no more: they
 * cost no thread for ever. It takes minutes of waiting, so it is not part of the build: {@code mvn package -DskipTests}, then
 * {@code mvn surefire:test -Dtest=HangingClientContract}.
 */
class HangingClientContract {

    private static final int CLIENTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void whoDoesNotReadAndWhoDoesNotSendHoldNoThreadForEver() throws Exception {
        List<Wire> clients = new ArrayList<>();
        try (BenchServer server = BenchServer.application(folder.resolve("data"), Map.of())) {
            server.signIn("maya");
            String story = server.story();
            String part = server.part(story, "add-voice");
            try (Wire wire = new Wire(server.address(), server.cookie())) {
                wire.put("/upload" + part, talk());
            }
            String recording = server.ready(part, "playback");
            String another = server.part(story, "add-voice");
            for (int i = 0; i < CLIENTS; i++) {
                Wire reader = new Wire(server.address(), server.cookie());
                clients.add(reader);
                reader.ask(recording, 0, 5_000_000);
                Wire sender = new Wire(server.address(), server.cookie());
                clients.add(sender);
                sender.beginPut("/upload" + another, 20_000_000);
                sender.write(new byte[1000]);
            }

            Awaitility.await().until(() -> held(server) == 2 * CLIENTS);
            long began = System.nanoTime();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> held(server) == 0);
            System.out.printf(
                    "%d clients that hang were let go of after %d s%n",
                    2 * CLIENTS, (System.nanoTime() - began) / 1_000_000_000);
            assertThat(server.status(recording)).isEqualTo(200);
        } finally {
            for (Wire client : clients) {
                client.close();
            }
        }
    }

    /** Threads of the server that are at work for a picture or a recording. */
    private static long held(BenchServer server) throws IOException {
        Process dump = new ProcessBuilder(
                        Path.of(BenchServer.java()).resolveSibling("jcmd").toString(),
                        String.valueOf(server.pid()),
                        "Thread.print")
                .start();
        String threads = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(threads.split("\n\n"))
                .filter(thread -> thread.contains("web.media.MediaServlet.doGet")
                        || thread.contains("web.media.UploadServlet.doPut"))
                .count();
    }

    /** Fifteen minutes of noise. */
    private static byte[] talk() throws IOException {
        byte[] head = Files.readAllBytes(MediaWorld.SAMPLES.resolve("first-day.wav"));
        byte[] talk = new byte[15 * 60 * 2 * 16_000];
        new Random(4).nextBytes(talk);
        System.arraycopy(head, 0, talk, 0, 44);
        for (int i = 0; i < 4; i++) {
            talk[40 + i] = (byte) (talk.length - 44 >> 8 * i);
            talk[4 + i] = (byte) (talk.length - 8 >> 8 * i);
        }
        return talk;
    }
}
