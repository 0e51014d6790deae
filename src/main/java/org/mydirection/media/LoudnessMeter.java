package org.mydirection.media;

import java.util.Arrays;

/**
 * Measures the integrated loudness of one channel at 44.1 kHz as ITU-R BS.1770-5 (2023) and EBU R 128 (2023) have it:
 * weighted as an ear hears, in blocks of 400 ms every 100 ms, without those that are silence beside the rest. Not for
 * several threads.
 */
final class LoudnessMeter {

    /** In LUFS: a block below it is silence. */
    private static final double ABSOLUTE_GATE = -70;

    /** In LU below the mean of the others. */
    private static final double RELATIVE_GATE = -10;

    private static final int STEP = Pcm.RATE / 10;
    private static final int STEPS_OF_A_BLOCK = 4;

    private final Filter head = Filter.shelf(1681.974450955533, 3.999843853973347, 0.7071752369554196);
    private final Filter low = Filter.highPass(38.13547087602444, 0.5003270373238773);
    private double[] steps = new double[1024];
    private int count;
    private double sum;
    private int inStep;

    /** @param samples full scale is 1 */
    void add(float[] samples, int length) {
        int done = 0;
        while (done < length) {
            int until = Math.min(length, done + STEP - inStep);
            sum += power(samples, done, until);
            inStep += until - done;
            done = until;
            if (inStep == STEP) {
                endStep();
            }
        }
    }

    /** In LUFS; negative infinity when everything is silence, or shorter than a block. */
    double loudness() {
        double[] blocks = new double[Math.max(0, count - STEPS_OF_A_BLOCK + 1)];
        for (int i = 0; i < blocks.length; i++) {
            for (int j = 0; j < STEPS_OF_A_BLOCK; j++) {
                blocks[i] += steps[i + j] / STEPS_OF_A_BLOCK;
            }
        }
        double gate = lufs(meanAbove(blocks, power(ABSOLUTE_GATE))) + RELATIVE_GATE;
        return lufs(meanAbove(blocks, Math.max(power(ABSOLUTE_GATE), power(gate))));
    }

    /** The sample in the middle of the quietest tenth of a second between those two; {@code to} is not among them. */
    long quietest(long from, long to) {
        int quietest = (int) (from / STEP);
        for (int i = quietest; i < Math.min(count, to / STEP); i++) {
            if (steps[i] < steps[quietest]) {
                quietest = i;
            }
        }
        return (long) quietest * STEP + STEP / 2;
    }

    private double power(float[] samples, int from, int until) {
        double power = 0;
        for (int i = from; i < until; i++) {
            double heard = low.next(head.next(samples[i]));
            power += heard * heard;
        }
        return power;
    }

    private void endStep() {
        if (count == steps.length) {
            steps = Arrays.copyOf(steps, 2 * count);
        }
        head.forgetWhatNobodyHears();
        low.forgetWhatNobodyHears();
        steps[count++] = sum / STEP;
        sum = 0;
        inStep = 0;
    }

    private static double meanAbove(double[] blocks, double gate) {
        return Arrays.stream(blocks).filter(block -> block > gate).average().orElse(0);
    }

    private static double lufs(double power) {
        return -0.691 + 10 * Math.log10(power);
    }

    private static double power(double lufs) {
        return Math.pow(10, (lufs + 0.691) / 10);
    }

    /** One of the two filters of the recommendation, for this rate. */
    private static final class Filter {

        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double z1;
        private double z2;

        private Filter(double b0, double b1, double b2, double a0, double a1, double a2) {
            this.b0 = b0 / a0;
            this.b1 = b1 / a0;
            this.b2 = b2 / a0;
            this.a1 = a1 / a0;
            this.a2 = a2 / a0;
        }

        static Filter shelf(double frequency, double gain, double quality) {
            double k = Math.tan(Math.PI * frequency / Pcm.RATE);
            double high = Math.pow(10, gain / 20);
            double band = Math.pow(high, 0.4996667741545416);
            return new Filter(
                    high + band * k / quality + k * k,
                    2 * (k * k - high),
                    high - band * k / quality + k * k,
                    1 + k / quality + k * k,
                    2 * (k * k - 1),
                    1 - k / quality + k * k);
        }

        /** The recommendation does not scale it to one. */
        static Filter highPass(double frequency, double quality) {
            double k = Math.tan(Math.PI * frequency / Pcm.RATE);
            double a0 = 1 + k / quality + k * k;
            return new Filter(a0, -2 * a0, a0, a0, 2 * (k * k - 1), 1 - k / quality + k * k);
        }

        double next(double in) {
            double out = b0 * in + z1;
            z1 = b1 * in - a1 * out + z2;
            z2 = b2 * in - a2 * out;
            return out;
        }

        /** Or silence, after a while, is reckoned in numbers so small that each takes a hundred times as long. */
        void forgetWhatNobodyHears() {
            if (Math.abs(z1) + Math.abs(z2) < 1e-30) {
                z1 = 0;
                z2 = 0;
            }
        }
    }
}
