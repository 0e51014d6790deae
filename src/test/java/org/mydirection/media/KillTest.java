package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of the process that holds application, database and object store, at random moments, again and again on the
 * same folder. How often: system property {@code media.kills}; more of them by {@code mvn verify -Pstress}.
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
            assertThat(kept).isNotEmpty();
            for (String id : kept) {
                AssetView view = Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> world.view(new AssetId(UUID.fromString(id))), seen -> !seen.isUnderWay());
                assertThat(view.isReady()).as("%s", view).isTrue();
                assertThat(world.bytes(view.id(), Form.PHONE)).isNotEmpty();
            }
            for (String line : acknowledged) {
                if (line.startsWith("upload ")) {
                    thenItGoesOn(world, line.split(" "));
                }
            }
            thenASweepLeavesWhatSomebodyOwns(world);
        }
    }

    private void kill(int seed, int millis) throws IOException, InterruptedException {
        Path before = folder.resolve("acknowledged");
        long lines = Files.exists(before) ? Files.readAllLines(before).size() : 0;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
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
