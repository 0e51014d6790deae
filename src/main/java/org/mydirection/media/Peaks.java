package org.mydirection.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The outline of a recording, drawn from its samples (signed 16 bit, little endian, mono, 8 kHz). Immutable. */
final class Peaks {

    /** Samples in a second. */
    static final int RATE = 8000;

    /** How many numbers an outline has. */
    static final int COUNT = 400;

    private final long samples;
    private final int[] loudest;

    private Peaks(long samples, int[] loudest) {
        this.samples = samples;
        this.loudest = loudest;
    }

    static Peaks of(Path pcm) throws IOException {
        long samples = Files.size(pcm) / 2;
        int[] loudest = new int[COUNT];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pcm), 64 * 1024)) {
            for (long i = 0; i < samples; i++) {
                int low = in.read();
                int sample = Math.abs((short) (in.read() << 8 | low));
                int bucket = (int) (i * COUNT / samples);
                loudest[bucket] = Math.max(loudest[bucket], sample);
            }
        }
        return new Peaks(samples, loudest);
    }

    boolean isEmpty() {
        return samples == 0;
    }

    long durationMillis() {
        return samples * 1000 / RATE;
    }

    /** 400 numbers from 0 to 100, 100 being full scale, after the sound was made that many times louder. */
    byte[] scaled(double factor) {
        byte[] scaled = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            scaled[i] = (byte) Math.min(100, Math.round(100 * factor * loudest[i] / 32768));
        }
        return scaled;
    }
}
