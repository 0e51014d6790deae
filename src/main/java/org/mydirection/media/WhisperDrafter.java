package org.mydirection.media;

import io.github.givimad.whisperjni.WhisperJNI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;

/**
 * whisper.cpp on this machine, by a model in its ggml format that the setting {@code transcript.model} names. Off while the
 * setting is empty, which is the default. It runs as a child process for one draft at a time.
 */
@ApplicationScoped
public class WhisperDrafter implements TranscriptDrafter {

    /** Samples a second that whisper listens to. */
    private static final int RATE = 16_000;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** For the 20 minutes of the longest recording, on a slow machine. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final String WEB_CLASSES = "WEB-INF" + File.separator + "classes";
    private static final String NOT_HERE =
            "The engine for transcripts does not run on this machine: leave the setting transcript.model empty.";

    @Inject
    Settings settings;

    @Inject
    MediaSettings folders;

    @Inject
    MediaTools tools;

    @Inject
    MediaReading media;

    private final ReentrantLock one = new ReentrantLock();

    @Override
    public boolean available() {
        return settings.find("transcript.model").isPresent();
    }

    /** Throws {@link StartRefused} when what is named is not there or no model, or the engine does not run here. */
    public void check() {
        if (!available()) {
            return;
        }
        threads();
        if (!Files.isReadable(model())) {
            throw noModel();
        }
        try {
            if (run(folders.workFolder(), List.of()) != 0) {
                throw new StartRefused(NOT_HERE);
            }
            if (run(folders.workFolder(), List.of(model().toAbsolutePath().toString())) != 0) {
                throw noModel();
            }
        } catch (IOException cannot) {
            throw new StartRefused(NOT_HERE, cannot);
        }
    }

    private StartRefused noModel() {
        return new StartRefused(
                "The setting transcript.model must name a model of whisper.cpp, and " + model() + " is none.");
    }

    @Override
    public Optional<String> draft(AssetId recording) throws IOException {
        Optional<StoredForm> form = available() ? media.open(recording, Form.PLAYBACK) : Optional.empty();
        if (form.isEmpty()) {
            return Optional.empty();
        }
        one.lock();
        Path work = Files.createTempDirectory(folders.workFolder(), "draft-");
        try {
            return hear(samples(form.get(), work), work);
        } finally {
            WorkFolder.remove(work);
            one.unlock();
        }
    }

    /** The sound as 32-bit floats, low byte first, in a file. */
    private Path samples(StoredForm form, Path work) throws IOException {
        Path sound = work.resolve("sound.mp4");
        try (OutputStream out = Files.newOutputStream(sound)) {
            media.stream(form, 0, form.size() - 1, out, () -> {});
        }
        List<String> arguments = new ArrayList<>(MediaTools.input(SourceType.MP4, sound));
        arguments.addAll(List.of("-ac", "1", "-ar", String.valueOf(RATE), "-f", "f32le", "pipe:1"));
        return tools.ffmpeg(work, LIMIT, arguments).output();
    }

    private Optional<String> hear(Path samples, Path work) throws IOException {
        Path words = work.resolve("words.txt");
        int exit = run(
                work,
                List.of(
                        model().toAbsolutePath().toString(),
                        samples.toString(),
                        words.toString(),
                        settings.find("transcript.language").orElse("en"),
                        String.valueOf(threads())));
        if (exit != 0) {
            throw new IOException(
                    "the engine gave up on the model of the setting transcript.model (exit code " + exit + ")");
        }
        return Files.exists(words)
                ? Optional.of(Files.readString(words).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Runs {@link WhisperChild}: a model that the engine does not understand ends its process, and must not end ours. */
    private static int run(Path work, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                placeOf(WhisperChild.class) + File.pathSeparator + placeOf(WhisperJNI.class),
                WhisperChild.class.getName()));
        command.addAll(arguments);
        ProcessBuilder child = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        child.environment().clear();
        Process process = child.start();
        try {
            if (process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new IOException("the engine took longer than " + LONGEST.toMinutes() + " minutes");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for the engine was interrupted", hurried);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Where a class was loaded from: a folder or a jar. A server may name the class itself; then its folder. */
    private static String placeOf(Class<?> type) {
        try {
            String place = Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
            int classes = place.indexOf(WEB_CLASSES);
            return classes < 0 ? place : place.substring(0, classes + WEB_CLASSES.length());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("a class has no place", odd);
        }
    }

    private Path model() {
        return Path.of(settings.text("transcript.model"));
    }

    private int threads() {
        return settings.find("transcript.threads").isPresent() ? (int) settings.number("transcript.threads", 1, 64) : 2;
    }
}
