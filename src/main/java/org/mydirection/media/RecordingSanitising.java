package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mydirection.shared.Refused;

/**
 * Turns an untrusted recording into samples of one channel at an even loudness, and those into AAC in MP4 that holds
 * nothing else. One decode measures the loudness (EBU R 128, 2023) and draws the peaks; the next one encodes.
 */
@ApplicationScoped
class RecordingSanitising {

    /** In LUFS; what a phone's speaker and a room can both do with. */
    private static final double LOUDNESS = -16;

    /** In LUFS; below this there is nothing but noise, which is not made louder. */
    private static final double SILENCE = -60;

    /** In decibels. */
    private static final double MOST_GAIN = 40;

    /** In decibels; less than anybody hears. */
    private static final double NEAR_ENOUGH = 0.5;

    private static final int MOST_CORRECTIONS = 3;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(-?[0-9.]+|-inf|nan) LUFS");

    @Inject
    MediaTools tools;

    @Inject
    MediaProbe probe;

    /**
     * Writes the playback form into the work folder.
     *
     * @throws Refused error.file_broken, error.recording_too_long, or error.file_type when there is a film or no sound
     *     in it
     */
    public SanitisedMedia sanitise(Path raw, SourceType type, WorkFolder work) throws IOException {
        refuseOtherThanSound(probe.look(raw, type, work.path()));
        ToolRun analysis = analyse(raw, type, work);
        Peaks peaks = Peaks.of(analysis.output());
        if (!analysis.accepted() || peaks.isEmpty()) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        if (peaks.durationMillis() > MediaLimits.LONGEST_RECORDING.toMillis()) {
            throw new Refused(List.of(MediaLimits.refusal(MediaLimits.RECORDING_TOO_LONG)));
        }
        Path playback = work.file("playback.mp4");
        double gain = level(raw, type, loudness(analysis.remarks()), playback, work);
        return SanitisedMedia.recording(peaks.durationMillis(), peaks.scaled(Math.pow(10, gain / 20)), playback);
    }

    private static void refuseOtherThanSound(MediaProbe.Content content) {
        if (!content.readable()) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        if (content.film() || !content.sound()) {
            throw Refused.because(MediaLimits.TYPE);
        }
    }

    /** Measures the mono sound that will be heard, and writes its samples at 8 kHz to the output. */
    private ToolRun analyse(Path raw, SourceType type, WorkFolder work) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-v", "info"));
        arguments.addAll(MediaTools.input(type, raw));
        arguments.addAll(List.of(
                "-t",
                String.valueOf(MediaLimits.LONGEST_RECORDING.toSeconds() + 1),
                "-filter_complex",
                "[0:a:0]aformat=channel_layouts=mono,asplit[a][b];[a]ebur128=framelog=quiet,anullsink;"
                        + "[b]aresample=" + Peaks.RATE + ",aformat=sample_fmts=s16:channel_layouts=mono[p]",
                "-map",
                "[p]",
                "-f",
                "s16le",
                "pipe:1"));
        return tools.ffmpeg(work.path(), LIMIT, arguments);
    }

    /** The integrated loudness in LUFS; that of silence when there is none to be measured. */
    private static double loudness(String remarks) {
        Matcher matcher = INTEGRATED.matcher(remarks);
        double loudness = SILENCE;
        while (matcher.find()) {
            loudness = matcher.group(1).matches("-?[0-9.]+") ? Double.parseDouble(matcher.group(1)) : SILENCE;
        }
        return loudness;
    }

    /**
     * Encodes with the gain that is missing. Where the limiter took too much of it away, as with a voice of hard
     * consonants, it encodes again with that much more. Returns the gain in decibels that it ended with.
     */
    private double level(Path raw, SourceType type, double measured, Path playback, WorkFolder work)
            throws IOException {
        if (measured <= SILENCE) {
            encode(raw, type, 0, playback, work);
            return 0;
        }
        double gain = Math.min(MOST_GAIN, LOUDNESS - measured);
        double missing = LOUDNESS - encode(raw, type, gain, playback, work);
        for (int again = 0; again < MOST_CORRECTIONS && missing > NEAR_ENOUGH && gain < MOST_GAIN; again++) {
            gain = Math.min(MOST_GAIN, gain + missing);
            missing = LOUDNESS - encode(raw, type, gain, playback, work);
        }
        return gain;
    }

    /** Writes the playback form anew and returns the loudness of what went into it, in LUFS. */
    private double encode(Path raw, SourceType type, double gain, Path playback, WorkFolder work) throws IOException {
        Files.deleteIfExists(playback);
        List<String> arguments = new ArrayList<>(List.of("-v", "info"));
        arguments.addAll(MediaTools.input(type, raw));
        arguments.addAll(List.of("-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of(
                "-af",
                String.format(
                        Locale.ROOT,
                        "aformat=channel_layouts=mono,volume=%.2fdB,alimiter=limit=0.8:level=false,"
                                + "ebur128=framelog=quiet",
                        gain)));
        arguments.addAll(List.of("-c:a", "aac", "-b:a", "64k", "-ar", "44100", "-ac", "1"));
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart"));
        arguments.addAll(List.of("-f", "mp4", "file:" + playback));
        ToolRun run = tools.ffmpeg(work.path(), LIMIT, arguments);
        if (!run.accepted() || Files.size(playback) == 0) {
            throw Refused.because(MediaLimits.BROKEN);
        }
        return loudness(run.remarks());
    }
}
