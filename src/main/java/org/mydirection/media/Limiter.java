package org.mydirection.media;

import java.util.Arrays;

/**
 * Makes samples louder and turns itself down before a peak that would be too loud, within 5 ms and back within about 50,
 * so that no sample is above {@link #MOST}. What comes out is {@link #AHEAD} samples late. Not for several threads.
 */
final class Limiter {

    /** Of full scale: room for what an encoder adds to a peak. */
    static final float MOST = 0.8f;

    /** 5 ms. */
    static final int AHEAD = Pcm.RATE / 200;

    private static final double BACK = 1 - Math.exp(-1 / (0.05 * Pcm.RATE));

    private final float gain;
    private final float[] waiting = new float[AHEAD];
    private final double[] turned = new double[AHEAD];
    private double sum = AHEAD;
    private int at;

    /** What the samples that wait allow, the lowest first: their values and their numbers, in a ring. */
    private final float[] lowest = new float[AHEAD + 1];

    private final long[] number = new long[AHEAD + 1];
    private int first;
    private int count;
    private long now;
    private double envelope = 1;

    /** @param gain a factor, above 0 */
    Limiter(double gain) {
        this.gain = (float) gain;
        Arrays.fill(turned, 1);
    }

    /** Overwrites the samples by those that were given {@link #AHEAD} before; silence comes before the first. */
    void run(float[] samples, int length) {
        for (int i = 0; i < length; i++) {
            float in = samples[i] * gain;
            float late = waiting[at];
            waiting[at] = in;
            remember(Math.abs(in) > MOST ? MOST / Math.abs(in) : 1);
            envelope = Math.min(lowest[first], envelope + (1 - envelope) * BACK);
            sum += envelope - turned[at];
            turned[at] = envelope;
            at = at + 1 == AHEAD ? 0 : at + 1;
            double mean = sum / AHEAD;
            samples[i] = (float) (late * Math.min(1, mean));
            // Sums of many small numbers drift; and a peak that is a hair too loud is cut.
            if (Math.abs(samples[i]) > MOST) {
                samples[i] = Math.copySign(MOST, samples[i]);
            }
        }
    }

    private void remember(float allowed) {
        if (count > 0 && number[first] <= now - (AHEAD + 1)) {
            first = next(first);
            count--;
        }
        while (count > 0 && lowest[(first + count - 1) % lowest.length] >= allowed) {
            count--;
        }
        int last = (first + count) % lowest.length;
        lowest[last] = allowed;
        number[last] = now++;
        count++;
    }

    private int next(int place) {
        return place + 1 == lowest.length ? 0 : place + 1;
    }
}
