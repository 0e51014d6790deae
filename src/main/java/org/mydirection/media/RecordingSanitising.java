package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mydirection.shared.Refused;

/**
 * Turns an untrusted recording into samples of one channel at an even loudness, and those into AAC in MP4 that holds
 * nothing else. It is decoded once, measured and levelled as samples, and encoded once.
 */
@ApplicationScoped
class RecordingSanitising {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Samples of a twentieth of a second: less is a click, in which nobody says anything. */
    private static final long LEAST = Pcm.RATE / 20;

    @Inject
    MediaTools tools;

    @Inject
    MediaProbe probe;

    @Inject
    RecordingEncoding encoding;

    /**
     * Writes the playback form into the work folder.
     *
     * @throws Refused error.file_broken, which a recording under 50 milliseconds is, too; error.recording_too_long;
     *     error.file_type when there is a film or no sound in it
     */
    public SanitisedMedia sanitise(Path raw, SourceType type, WorkFolder work) throws IOException {
        refuseOtherThanSound(probe.look(raw, type, work.path()));
        Levelling levelling = new Levelling(decode(raw, type, work));
        if (levelling.samples() < LEAST) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        if (levelling.durationMillis() > MediaLimits.LONGEST_RECORDING.toMillis()) {
            throw new Refused(List.of(MediaLimits.refusal(MediaLimits.RECORDING_TOO_LONG)));
        }
        Path samples = work.file("levelled.pcm");
        levelling.write(samples);
        return SanitisedMedia.recording(
                levelling.durationMillis(), levelling.peaks(), encoding.encode(samples, levelling, work));
    }

    private static void refuseOtherThanSound(MediaProbe.Content content) {
        if (!content.readable()) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        if (content.film() || !content.sound()) {
            throw Refused.because(MediaLimits.TYPE);
        }
    }

    /** The mono sound that will be heard, as {@link Pcm} has it; a second of it more than anybody may send. */
    private Path decode(Path raw, SourceType type, WorkFolder work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error"));
        arguments.addAll(MediaTools.input(type, raw));
        arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn"));
        arguments.addAll(List.of("-t", String.valueOf(MediaLimits.LONGEST_RECORDING.toSeconds() + 1)));
        arguments.addAll(List.of("-af", "aformat=channel_layouts=mono,aresample=" + Pcm.RATE));
        arguments.addAll(List.of("-c:a", "pcm_f32le", "-ac", "1", "-f", "f32le", "pipe:1"));
        ToolRun run = tools.ffmpeg(work.path(), LIMIT, arguments);
        if (!run.accepted()) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        return run.output();
    }
}
