package org.mydirection.media;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;

/**
 * whisper.cpp on this machine, by a model in its ggml format that the setting {@code transcript.model} names. Off while the
 * setting is empty, which is the default: the model is loaded for a draft and let go after it.
 */
@ApplicationScoped
public class WhisperDrafter implements TranscriptDrafter {

    /** Samples a second that whisper listens to. */
    private static final int RATE = 16_000;

    private static final Duration LIMIT = Duration.ofMinutes(3);

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

    /** Throws {@link StartRefused} when a model is named that is not there, or the engine does not run here. */
    public void check() {
        if (!available()) {
            return;
        }
        if (!Files.isReadable(model())) {
            throw new StartRefused(
                    "The setting transcript.model must name a model of whisper.cpp, and " + model() + " is none.");
        }
        threads();
        try {
            WhisperJNI.loadLibrary();
        } catch (IOException | UnsatisfiedLinkError cannot) {
            throw new StartRefused(
                    "The engine for transcripts does not run on this machine: leave the setting transcript.model empty.",
                    cannot);
        }
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
            return hear(samples(form.get(), work));
        } finally {
            WorkFolder.remove(work);
            one.unlock();
        }
    }

    private float[] samples(StoredForm form, Path work) throws IOException {
        Path sound = work.resolve("sound.mp4");
        try (OutputStream out = Files.newOutputStream(sound)) {
            media.stream(form, 0, form.size() - 1, out, () -> {});
        }
        List<String> arguments = new ArrayList<>(MediaTools.input(SourceType.MP4, sound));
        arguments.addAll(List.of("-ac", "1", "-ar", String.valueOf(RATE), "-f", "f32le", "pipe:1"));
        ToolRun run = tools.ffmpeg(work, LIMIT, arguments);
        byte[] bytes = Files.readAllBytes(run.output());
        float[] samples = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
        return samples;
    }

    private Optional<String> hear(float[] samples) throws IOException {
        WhisperJNI.loadLibrary();
        WhisperJNI whisper = new WhisperJNI();
        WhisperContext context = whisper.init(model());
        if (context == null) {
            throw new IOException("the model of the setting transcript.model cannot be read");
        }
        try {
            WhisperFullParams wanted = new WhisperFullParams();
            wanted.nThreads = threads();
            wanted.language = settings.find("transcript.language").orElse("en");
            wanted.printProgress = false;
            if (whisper.full(context, wanted, samples, samples.length) != 0) {
                return Optional.empty();
            }
            StringBuilder words = new StringBuilder();
            for (int segment = 0; segment < whisper.fullNSegments(context); segment++) {
                words.append(whisper.fullGetSegmentText(context, segment).strip())
                        .append('\n');
            }
            return Optional.of(words.toString().strip()).filter(text -> !text.isEmpty());
        } finally {
            context.close();
        }
    }

    private Path model() {
        return Path.of(settings.text("transcript.model"));
    }

    private int threads() {
        return settings.find("transcript.threads").isPresent() ? (int) settings.number("transcript.threads", 1, 64) : 2;
    }
}
