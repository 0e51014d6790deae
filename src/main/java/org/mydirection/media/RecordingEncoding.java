package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mydirection.shared.Refused;

/**
 * Encodes samples to AAC in MP4 with nothing else in it, ready to play while it loads. The encoder keeps one processor
 * busy, so a long recording is encoded in two halves at once, which are joined in its quietest place near the middle: each
 * frame of AAC stands for itself but for its overlap with the one before.
 */
@ApplicationScoped
class RecordingEncoding {

    /** Samples of a frame of AAC. The encoder begins with one of silence. */
    static final int FRAME = 1024;

    /** Frames that the second half begins earlier, so that its encoder is in the same mood as the first one's. */
    private static final int RUN_UP = 24;

    private static final long WORTH_TWO = 30L * Pcm.RATE;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ADTS_HEADER = 7;

    @Inject
    MediaTools tools;

    /** Returns the playback form, a new file in the work folder. */
    Path encode(Path samples, Levelling levelling, WorkFolder work) throws IOException {
        return levelling.samples() < WORTH_TWO
                ? whole(samples, work)
                : halves(samples, middle(levelling) / FRAME, work);
    }

    /** Encodes all of it at once. */
    Path whole(Path samples, WorkFolder work) throws IOException {
        Path playback = work.file("playback.mp4");
        List<String> arguments = encoder(samples, 0);
        arguments.addAll(container());
        arguments.add("file:" + playback);
        return run(arguments, playback, work);
    }

    /** @param last frame that is taken from the first half, 0 being the silence before the sound */
    Path halves(Path samples, long last, WorkFolder work) throws IOException {
        long earlier = Math.max(0, last + 1 - RUN_UP);
        try (Beside<Path> second = new Beside<>(() -> secondHalf(samples, earlier, work))) {
            Path first = work.file("first.aac");
            List<String> arguments = encoder(samples, 0);
            // It writes two more than it is asked for.
            arguments.addAll(List.of("-frames:a", String.valueOf(last + 1), "-f", "adts", "file:" + first));
            run(arguments, first, work);
            Path joined = work.file("joined.aac");
            try (OutputStream out = Files.newOutputStream(joined)) {
                copy(first, 0, last + 1, out);
                copy(second.get(), last + 1 - earlier, Long.MAX_VALUE, out);
            }
            return wrap(joined, work);
        }
    }

    private Path secondHalf(Path samples, long firstFrame, WorkFolder work) throws IOException {
        Path half = work.file("second.aac");
        List<String> arguments = encoder(samples, firstFrame * FRAME);
        arguments.addAll(List.of("-f", "adts", "file:" + half));
        return run(arguments, half, work);
    }

    private static long middle(Levelling levelling) {
        long half = levelling.samples() / 2;
        return levelling.quietest(half - 10L * Pcm.RATE, half + 10L * Pcm.RATE);
    }

    private static List<String> encoder(Path samples, long skipped) {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-protocol_whitelist", "file,pipe"));
        arguments.addAll(List.of("-f", "s16le", "-ar", String.valueOf(Pcm.RATE), "-ac", "1"));
        arguments.addAll(List.of("-skip_initial_bytes", String.valueOf(2 * skipped), "-i", "file:" + samples));
        arguments.addAll(List.of("-map_metadata", "-1", "-c:a", "aac", "-b:a", "64k"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact"));
        return arguments;
    }

    /** Copies the frames from one to before another, or to the end. */
    private static void copy(Path frames, long from, long until, OutputStream out) throws IOException {
        byte[] bytes = Files.readAllBytes(frames);
        int begin = 0;
        int at = 0;
        long frame = 0;
        while (frame < until && at + ADTS_HEADER <= bytes.length) {
            if (frame == from) {
                begin = at;
            }
            // 13 bits (ISO/IEC 14496-3, 2019, 1.A.3.2).
            at += (bytes[at + 3] & 3) << 11 | (bytes[at + 4] & 0xff) << 3 | (bytes[at + 5] & 0xff) >> 5;
            frame++;
        }
        if (frame <= from || at > bytes.length || until != Long.MAX_VALUE && frame < until) {
            throw new IOException("a half of a recording is too short");
        }
        out.write(bytes, begin, at - begin);
    }

    private Path wrap(Path frames, WorkFolder work) throws IOException {
        Path playback = work.file("playback.mp4");
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        // The sound begins behind the first frame, and the file says so.
        arguments.addAll(List.of("-itsoffset", String.format(Locale.ROOT, "%.9f", -(double) FRAME / Pcm.RATE)));
        arguments.addAll(MediaTools.container(SourceType.AAC, frames));
        arguments.addAll(List.of("-map_metadata", "-1", "-c:a", "copy", "-bsf:a", "aac_adtstoasc"));
        arguments.addAll(List.of("-fflags", "+bitexact"));
        arguments.addAll(container());
        arguments.add("file:" + playback);
        return run(arguments, playback, work);
    }

    private static List<String> container() {
        return List.of("-movflags", "+faststart", "-f", "mp4");
    }

    private Path run(List<String> arguments, Path written, WorkFolder work) throws IOException {
        if (!tools.ffmpeg(work.path(), LIMIT, arguments).accepted() || Files.size(written) == 0) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        return written;
    }
}
