package org.mydirection.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The parts of a RIFF file such as WebP (RFC 9649, November 2024). */
final class RiffChunks {

    private static final int HEAD = 12;

    private RiffChunks() {}

    /** Whether every part is as long as it says: readers set aside what is claimed before they look whether it is there. */
    static boolean fit(Path file) throws IOException {
        long left = Files.size(file) - HEAD;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(HEAD);
            while (left >= 2 * Integer.BYTES) {
                in.skipNBytes(Integer.BYTES);
                long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
                left -= 2 * Integer.BYTES + length;
                if (left < 0) {
                    return false;
                }
                long padded = Math.min(left, length % 2);
                in.skipNBytes(length + padded);
                left -= padded;
            }
            return true;
        } catch (EOFException cutOff) {
            return false;
        }
    }
}
