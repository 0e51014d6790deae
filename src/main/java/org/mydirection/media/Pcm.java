package org.mydirection.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Samples in files of the work folder, one channel at 44.1 kHz, little endian without a header: decoded ones as floats, of
 * which 1 is full scale; those to be encoded as 16 bits.
 */
final class Pcm {

    /** Samples in a second. */
    static final int RATE = 44_100;

    private static final int AT_ONCE = 64 * 1024;

    /** No decoder of a sound that anybody recorded goes further; what does, or is no number, is broken. */
    private static final float MOST = 16;

    private Pcm() {}

    interface Sink {
        /** @param length of the samples that count; may be changed in place */
        void add(float[] samples, int length) throws IOException;
    }

    /** Gives all samples of a file of floats, some at a time, in the same array. */
    static void read(Path floats, Sink sink) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 * AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[AT_ONCE];
        try (FileChannel file = FileChannel.open(floats, StandardOpenOption.READ)) {
            while (file.read(bytes) >= 0) {
                bytes.flip();
                int length = bytes.remaining() / 4;
                bytes.asFloatBuffer().get(samples, 0, length);
                bytes.position(4 * length);
                bytes.compact();
                for (int i = 0; i < length; i++) {
                    if (!(Math.abs(samples[i]) <= MOST)) {
                        samples[i] = 0;
                    }
                }
                sink.add(samples, length);
            }
        }
    }

    /** Writes samples of 16 bits into a new file, or over an old one, from its beginning. */
    static final class Writer implements AutoCloseable {

        private final FileChannel file;
        private final ByteBuffer bytes = ByteBuffer.allocateDirect(2 * AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);

        Writer(Path shorts) throws IOException {
            file = FileChannel.open(
                    shorts, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        }

        /** @param samples between -1 and 1 */
        void add(float[] samples, int from, int until) throws IOException {
            for (int i = from; i < until; i++) {
                if (!bytes.hasRemaining()) {
                    empty();
                }
                bytes.putShort((short) Math.round(samples[i] * Short.MAX_VALUE));
            }
        }

        private void empty() throws IOException {
            bytes.flip();
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            bytes.clear();
        }

        @Override
        public void close() throws IOException {
            try (file) {
                empty();
            }
        }
    }
}
