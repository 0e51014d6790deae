package org.mydirection.media;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Makes a whisper of a voice. In windows of 23 milliseconds only the coarse shape of the spectrum is kept (so that the
 * pitch is gone), moved up or down by an amount that wanders at random (so that the size of the throat is gone), multiplied
 * by noise, and filled with random phases. Random numbers are the system's and are kept nowhere: nothing of it can be
 * undone. What it does not hide: {@link Redaction#disguised}. Not for several threads.
 */
final class VoiceDisguise {

    private static final int WINDOW = 1024;
    private static final int STEP = WINDOW / 4;
    private static final int HALF = WINDOW / 2;

    /** Frequencies (of 43 Hz each) that are blurred into one on both sides: more than the pitch of any voice. */
    private static final int BLUR = 6;

    private final SecureRandom random = new SecureRandom();
    private final byte[] noise = new byte[1 << 16];
    private int used = noise.length;

    private final double[] hann = new double[WINDOW];
    private final double[] cosine = new double[HALF];
    private final double[] sine = new double[HALF];
    private final double[] real = new double[WINDOW];
    private final double[] imaginary = new double[WINDOW];
    private final double[] shape = new double[HALF + 1];
    private final double[] ahead = new double[WINDOW];
    private double shift = random.nextBoolean() ? 0.75 : 1.3;

    VoiceDisguise() {
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
        for (int i = 0; i < HALF; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / WINDOW);
            sine[i] = Math.sin(2 * Math.PI * i / WINDOW);
        }
    }

    /** Overwrites the samples (16 bits, one channel), as many as there are. */
    void overwrite(ByteBuffer samples) {
        int count = samples.capacity() / 2;
        for (int start = 0; start < count; start += STEP) {
            for (int i = 0; i < WINDOW; i++) {
                real[i] = start + i < count ? samples.getShort(2 * (start + i)) * hann[i] : 0;
                imaginary[i] = 0;
            }
            transform();
            whisper();
            transform();
            for (int i = 0; i < WINDOW; i++) {
                ahead[i] += real[i] * hann[i] / WINDOW / 1.5;
            }
            // What lies before the next window is final, and is not read again.
            for (int i = 0; i < STEP && start + i < count; i++) {
                samples.putShort(2 * (start + i), (short) Math.max(-32768, Math.min(32767, Math.round(ahead[i]))));
            }
            System.arraycopy(ahead, STEP, ahead, 0, WINDOW - STEP);
            java.util.Arrays.fill(ahead, WINDOW - STEP, WINDOW, 0);
        }
    }

    private void whisper() {
        blur();
        wander();
        for (int i = 1; i < HALF; i++) {
            double strength = at(i / shift) * (0.5 + chance());
            double phase = 2 * Math.PI * chance();
            real[i] = strength * Math.cos(phase);
            imaginary[i] = strength * Math.sin(phase);
            real[WINDOW - i] = real[i];
            imaginary[WINDOW - i] = -imaginary[i];
        }
        real[0] = 0;
        imaginary[0] = 0;
        real[HALF] = 0;
        imaginary[HALF] = 0;
    }

    private void blur() {
        for (int i = 0; i <= HALF; i++) {
            double sum = 0;
            int from = Math.max(0, i - BLUR);
            int to = Math.min(HALF, i + BLUR);
            for (int j = from; j <= to; j++) {
                sum += real[j] * real[j] + imaginary[j] * imaginary[j];
            }
            shape[i] = Math.sqrt(sum / (to - from + 1));
        }
    }

    private double at(double frequency) {
        int below = (int) frequency;
        double part = frequency - below;
        return below >= HALF ? 0 : shape[below] * (1 - part) + shape[below + 1] * part;
    }

    /** Stays away from 1, where nothing would be moved. */
    private void wander() {
        double least = shift < 1 ? 0.7 : 1.2;
        double most = shift < 1 ? 0.83 : 1.42;
        shift = Math.max(least, Math.min(most, shift + (chance() - 0.5) * 0.02));
    }

    /** From 0 to 1. */
    private double chance() {
        if (used + 2 > noise.length) {
            random.nextBytes(noise);
            used = 0;
        }
        int number = (noise[used] & 0xff) << 8 | noise[used + 1] & 0xff;
        used += 2;
        return number / 65536.0;
    }

    /** Fourier's. The way back is the same, but for the direction of time within a window, which noise does not have. */
    private void transform() {
        for (int i = 1, j = 0; i < WINDOW; i++) {
            int bit = WINDOW >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double swap = real[i];
                real[i] = real[j];
                real[j] = swap;
                swap = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = swap;
            }
        }
        for (int size = 2; size <= WINDOW; size <<= 1) {
            int stride = WINDOW / size;
            for (int start = 0; start < WINDOW; start += size) {
                for (int i = 0; i < size / 2; i++) {
                    int even = start + i;
                    int odd = even + size / 2;
                    double re = real[odd] * cosine[i * stride] + imaginary[odd] * sine[i * stride];
                    double im = imaginary[odd] * cosine[i * stride] - real[odd] * sine[i * stride];
                    real[odd] = real[even] - re;
                    imaginary[odd] = imaginary[even] - im;
                    real[even] += re;
                    imaginary[even] += im;
                }
            }
        }
    }
}
