package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 at random moments, again and again: of the process that holds application, database and object store; of the
 * object store alone; of PostgreSQL alone. How often: system property {@code media.kills}; more of them by {@code mvn
 * verify -Pstress}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("media.kills", 1);

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingStaysBehind() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < KILLS; i++) {
            kill(i, random.nextInt(1500));
        }

        try (MediaWorld world = MediaWorld.in(folder)) {
            world.get(MediaJobs.class).beatEvery(Duration.ofMillis(250));
            world.start();
            List<String> acknowledged = Files.readAllLines(folder.resolve("acknowledged"));
            Set<String> discarded = ids(acknowledged, "discarding ");
            Set<String> kept = ids(acknowledged, "asset ");
            kept.removeAll(discarded);
            thenEachIsReady(world, kept);
            for (String line : acknowledged) {
                if (line.startsWith("upload ")) {
                    thenItGoesOn(world, line.split(" "));
                }
            }
            thenASweepLeavesWhatSomebodyOwns(world);
        }
    }

    @Test
    void theStoreAloneMayBeKilledWhileFilesComeInAndAreWorkedOn() throws Exception {
        KilledStore store = new KilledStore(folder.resolve("objects"), freePort());
        store.start();
        try (MediaWorld world = MediaWorld.unstarted()) {
            store.settings(world);
            world.settings.put("vault.key.file", key().toString());
            world.get(MediaJobs.class).pauseFor(Duration.ofMillis(20));
            startOnceItAnswers(world);
            Set<String> acknowledged = whileFilesComeIn(world, () -> {
                store.kill();
                store.start();
            });
            thenEachIsReady(world, acknowledged);
            thenASweepLeavesWhatSomebodyOwns(world);
        } finally {
            store.kill();
        }
    }

    @Test
    void theDatabaseAloneMayBeKilledWhileFilesComeInAndAreWorkedOn() throws Exception {
        KilledPostgres postgres = new KilledPostgres(folder.resolve("postgres"), freePort());
        postgres.start();
        try (MediaWorld world = MediaWorld.on(postgres.connections())) {
            world.get(MediaJobs.class).pauseFor(Duration.ofMillis(20));
            world.get(MediaJobs.class).beatEvery(Duration.ofMillis(250));
            world.start();
            Set<String> acknowledged = whileFilesComeIn(world, () -> {
                postgres.kill();
                postgres.start();
            });
            thenEachIsReady(world, acknowledged);
            thenASweepLeavesWhatSomebodyOwns(world);
        } finally {
            postgres.kill();
        }
    }

    /** What was acknowledged while something was killed again and again, and until some came through after the last time. */
    private static Set<String> whileFilesComeIn(MediaWorld world, Killing killing) throws Exception {
        VaultKeyId key = world.newKey();
        byte[] picture = MediaWorld.smallPicture();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean enough = new AtomicBoolean();
        Thread sender = new Thread(() -> {
            while (!enough.get()) {
                try {
                    acknowledged.add(
                            world.receive(key, MediaKind.PICTURE, picture).text());
                } catch (RuntimeException refused) {
                    Thread.onSpinWait(); // it was not acknowledged
                }
            }
        });
        Random random = new Random(12);
        sender.start();
        try {
            for (int i = 0; i < KILLS; i++) {
                awaitMore(acknowledged);
                sender.join(random.nextInt(300)); // the moment is chance
                killing.run();
            }
            awaitMore(acknowledged);
        } finally {
            enough.set(true);
            sender.join();
        }
        return acknowledged;
    }

    private static void awaitMore(Set<String> acknowledged) {
        int before = acknowledged.size();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() > before + 2);
    }

    private static void thenEachIsReady(MediaWorld world, Set<String> acknowledged) {
        assertThat(acknowledged).isNotEmpty();
        for (String id : acknowledged) {
            AssetView view = Awaitility.await()
                    .ignoreExceptions()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> world.view(new AssetId(UUID.fromString(id))), seen -> !seen.isUnderWay());
            assertThat(view.isReady()).as("%s", view).isTrue();
            assertThat(world.bytes(view.id(), Form.PHONE)).isNotEmpty();
        }
    }

    private static void startOnceItAnswers(MediaWorld world) {
        Awaitility.await().ignoreExceptions().atMost(Duration.ofMinutes(1)).until(() -> {
            world.start();
            return true;
        });
    }

    private Path key() throws IOException {
        String key = Base64.getEncoder().encodeToString(new byte[KeyWrapping.KEY_BYTES]);
        return Files.writeString(folder.resolve("key"), key);
    }

    private static int freePort() throws IOException {
        return BenchServer.freePort();
    }

    private interface Killing {
        void run() throws Exception;
    }

    private void kill(int seed, int millis) throws IOException, InterruptedException {
        Path before = folder.resolve("acknowledged");
        long lines = Files.exists(before) ? Files.readAllLines(before).size() : 0;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1", // it lives for seconds
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString(),
                        String.valueOf(seed))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output-" + seed).toFile())
                .start();
        try {
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                assertThat(process.isAlive())
                        .as(() -> "the process ended by itself: " + folder)
                        .isTrue();
                return Files.exists(before) && Files.readAllLines(before).size() > lines + 5;
            });
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** It stands where it was acknowledged at least, and is never finished by itself. */
    private static void thenItGoesOn(MediaWorld world, String[] upload) {
        world.get(Uploading.class)
                .find(world.owner, new UploadId(UUID.fromString(upload[1])))
                .filter(view -> !view.finished())
                .ifPresent(view -> assertThat(view.received()).isGreaterThanOrEqualTo(Long.parseLong(upload[2])));
    }

    private static void thenASweepLeavesWhatSomebodyOwns(MediaWorld world) throws IOException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> world.get(AssetLedger.class).unfinished(1).isEmpty());
        world.clock.moveTo(Duration.ofHours(2));
        world.get(MediaSweep.class).run();
        List<UUID> objects = world.objects();
        assertThat(new HashSet<>(world.get(AssetLedger.class).owned(objects)))
                .as("every object has an owner")
                .containsExactlyInAnyOrderElementsOf(objects);
        long rows = world.count("select (select count(*) from media_rendition) + (select count(*) from media_piece)");
        assertThat((long) objects.size()).as("every row has its object").isEqualTo(rows);
    }

    private static Set<String> ids(List<String> lines, String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());
    }
}
