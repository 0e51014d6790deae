package org.mydirection.media;

/** The outline of a recording, drawn from its samples. Not for several threads. */
final class Peaks {

    /** How many numbers an outline has. */
    static final int COUNT = 400;

    private final long samples;
    private final float[] loudest = new float[COUNT];
    private long seen;

    /** @param samples that will come in all */
    Peaks(long samples) {
        this.samples = samples;
    }

    /** @param some full scale is 1 */
    void add(float[] some, int length) {
        int done = 0;
        while (done < length) {
            int bucket = (int) (seen * COUNT / samples);
            // The first sample of the next one.
            long end = ((bucket + 1) * samples + COUNT - 1) / COUNT;
            int until = (int) Math.min(length, done + end - seen);
            float most = loudest[bucket];
            for (int i = done; i < until; i++) {
                most = Math.max(most, Math.abs(some[i]));
            }
            loudest[bucket] = most;
            seen += until - done;
            done = until;
        }
    }

    /** 400 numbers from 0 to 100, 100 being full scale, after the sound was made that many times louder. */
    byte[] scaled(double factor) {
        byte[] scaled = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            scaled[i] = (byte) Math.min(100, Math.round(100 * factor * loudest[i]));
        }
        return scaled;
    }
}
