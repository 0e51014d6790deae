package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With tools that misbehave, in place of ffmpeg. */
class SandboxTest {

    private final MediaWorld world = MediaWorld.unstarted();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aToolThatRunsTooLongIsEndedWithAllThatItBegan() throws IOException {
        String mark = "3" + Math.abs(UUID.randomUUID().hashCode());
        MediaTools tools = tool("sleep " + mark + " & (sleep " + mark + " & wait) & sleep " + mark);

        assertThatThrownBy(() -> tools.ffmpeg(work(), Duration.ofSeconds(1), List.of("x")))
                .isInstanceOf(ToolEnded.class);

        Awaitility.await()
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses().filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains(mark))
                                .isPresent()))
                        .isEmpty());
    }

    @Test
    void aToolHasLimits() throws IOException {
        MediaTools tools = tool("ulimit -v; ulimit -t; ulimit -c; ulimit -n; ulimit -p 2>/dev/null || ulimit -u");

        List<String> limits = Files.readAllLines(
                tools.ffmpeg(work(), Duration.ofSeconds(7), List.of("x")).output());

        assertThat(limits.get(0)).as("KiB of memory").isEqualTo(String.valueOf(Sandbox.MOST_MEMORY / 1024));
        assertThat(limits.get(1)).as("seconds of processor time").isEqualTo("14");
        assertThat(limits.get(2)).as("core dump").isEqualTo("0");
        assertThat(limits.get(3)).as("open files").isEqualTo(String.valueOf(Sandbox.MOST_FILES));
        assertThat(Integer.parseInt(limits.get(4))).as("processes").isBetween(257, 20_000);
    }

    @Test
    void aToolFindsTheLibrariesBesideIt() throws IOException {
        MediaTools tools = tool("echo \"$LD_LIBRARY_PATH\"; dirname \"$0\"");

        List<String> said = Files.readAllLines(
                tools.ffmpeg(work(), Duration.ofSeconds(7), List.of("x")).output());

        assertThat(said.get(0)).isEqualTo(said.get(1));
    }

    @Test
    void aToolThatWritesWithoutEndIsEnded() throws IOException {
        MediaTools tools = tool("exec cat /dev/zero > big");
        assertThatThrownBy(() -> tools.ffmpeg(work(), Duration.ofSeconds(60), List.of("x")))
                .isInstanceOf(ToolEnded.class);
    }

    @Test
    void aToolThatTakesMemoryWithoutEndIsEnded() throws IOException {
        MediaTools tools = tool("exec dd if=/dev/zero of=/dev/null bs=3G count=1");
        assertThat(tools.ffmpeg(work(), Duration.ofSeconds(60), List.of("x")).accepted())
                .isFalse();
    }

    @Test
    void aToolSeesNothingOfOurEnvironment() throws IOException {
        MediaTools tools = tool("/usr/bin/env");
        assertThat(Files.readString(tools.ffmpeg(work(), Duration.ofSeconds(7), List.of("x"))
                        .output()))
                .doesNotContain("HOME=", "\nPATH=", "JAVA");
    }

    @Test
    void aFileOnWhichTheToolCrashesIsRefusedAfterSomeTries() throws IOException {
        AssetView settled = settledWith("kill -SEGV $$");
        assertThat(settled.getRefusal()).isEqualTo("error.file_broken");
        Awaitility.await().until(() -> world.objects().isEmpty());
        assertThat(world.count("select count(*) from media_asset where raw_object is not null"))
                .isZero();
    }

    @Test
    void aFileForWhichTheDiskHasNoRoomHasFailedAndIsNotRefused() throws IOException {
        AssetView settled = settledWith("echo 'x: No space left on device' >&2; exit 1");
        assertThat(settled.isFailed()).isTrue();
        assertThat(world.objects()).as("the upload").hasSize(1);
    }

    private AssetView settledWith(String script) throws IOException {
        tool(script);
        world.get(MediaJobs.class).pauseFor(Duration.ofMillis(2));
        world.start();
        return world.settled(world.receive(MediaKind.PICTURE, MediaWorld.sample("lamp.gif")));
    }

    private MediaTools tool(String script) throws IOException {
        Path folder = Files.createDirectories(world.data.resolve("tools-of-the-test"));
        for (String name : List.of("ffmpeg", "ffprobe")) {
            Path file = folder.resolve(name);
            Files.writeString(
                    file, "#!/bin/sh\nfor last; do :; done\n[ \"$last\" = -version ] && exit 0\n" + script + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
        world.settings.put("ffmpeg.path", folder.toString());
        OwnerOnly.folder(world.get(MediaSettings.class).workFolder());
        MediaTools tools = world.get(MediaTools.class);
        tools.open();
        return tools;
    }

    private Path work() throws IOException {
        Path work = world.get(MediaSettings.class).workFolder().resolve("a");
        OwnerOnly.folder(work);
        return work;
    }
}
