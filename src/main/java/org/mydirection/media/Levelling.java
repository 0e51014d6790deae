package org.mydirection.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Brings decoded samples to one loudness: measured once, then made louder or softer as a whole, and limited where a peak
 * would be too loud. Where the limiter took much of it away, as with a voice of hard consonants, it does so again with
 * that much more. Nothing is encoded meanwhile. Not for several threads.
 */
final class Levelling {

    /** In LUFS; what a phone's speaker and a room can both do with. */
    static final double LOUDNESS = -16;

    /** In LUFS; below this there is nothing but noise, which is not made louder. */
    private static final double SILENCE = -60;

    /** In decibels. */
    private static final double MOST_GAIN = 40;

    /** In decibels; less than anybody hears. */
    private static final double NEAR_ENOUGH = 0.5;

    private static final int MOST_CORRECTIONS = 8;

    private final Path decoded;
    private final long samples;
    private final LoudnessMeter measured = new LoudnessMeter();
    private final Peaks peaks;
    private float loudest;
    private double gain;

    /** Measures it. @param decoded floats, as {@link Pcm} has them */
    Levelling(Path decoded) throws IOException {
        this.decoded = decoded;
        samples = Files.size(decoded) / 4;
        peaks = new Peaks(samples);
        Pcm.read(decoded, (some, length) -> {
            measured.add(some, length);
            peaks.add(some, length);
            for (int i = 0; i < length; i++) {
                loudest = Math.max(loudest, Math.abs(some[i]));
            }
        });
    }

    long samples() {
        return samples;
    }

    long durationMillis() {
        return samples * 1000 / Pcm.RATE;
    }

    /** A sample in the quietest tenth of a second between those two. */
    long quietest(long from, long to) {
        return measured.quietest(from, to);
    }

    /** Writes the level samples, as many, as 16 bits. */
    void write(Path levelled) throws IOException {
        double loudness = measured.loudness();
        if (loudness <= SILENCE) {
            write(levelled, 0, null);
            return;
        }
        gain = Math.min(MOST_GAIN, LOUDNESS - loudness);
        if (loudest * factor(gain) <= Limiter.MOST) {
            write(levelled, gain, null);
            return;
        }
        double missing = LOUDNESS - limited(levelled, gain);
        for (int again = 0; again < MOST_CORRECTIONS && missing > NEAR_ENOUGH && gain < MOST_GAIN; again++) {
            gain = Math.min(MOST_GAIN, gain + missing);
            missing = LOUDNESS - limited(levelled, gain);
        }
    }

    /** The outline of what was written last. */
    byte[] peaks() {
        return peaks.scaled(factor(gain));
    }

    /** Returns how loud it is now, in LUFS. */
    private double limited(Path levelled, double gain) throws IOException {
        LoudnessMeter meter = new LoudnessMeter();
        write(levelled, gain, meter);
        return meter.loudness();
    }

    private void write(Path levelled, double gain, LoudnessMeter meter) throws IOException {
        Limiter limiter = new Limiter(factor(gain));
        try (Pcm.Writer out = new Pcm.Writer(levelled)) {
            int[] late = {Limiter.AHEAD};
            Pcm.Sink sink = (some, length) -> {
                limiter.run(some, length);
                if (meter != null) {
                    meter.add(some, length);
                }
                int skipped = Math.min(late[0], length);
                late[0] -= skipped;
                out.add(some, skipped, length);
            };
            Pcm.read(decoded, sink);
            sink.add(new float[Limiter.AHEAD], Limiter.AHEAD);
        }
    }

    private static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
