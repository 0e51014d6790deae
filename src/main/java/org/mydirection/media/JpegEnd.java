package org.mydirection.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a JPEG is there to its end: decoders fill what is missing with grey and call it a picture. */
final class JpegEnd {

    private static final byte MARKER = (byte) 0xff;
    private static final byte START_OF_SCAN = (byte) 0xda;
    private static final byte END_OF_IMAGE = (byte) 0xd9;
    private static final int AT_ONCE = 64 * 1024;

    private JpegEnd() {}

    /**
     * Whether the end marker follows the pixels (ITU-T T.81, 1992, B.1.1.2). One inside a thumbnail does not count, and
     * what comes after it does not matter.
     */
    static boolean isThere(Path jpeg) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg), 65536))) {
            in.skipNBytes(2);
            skipToPixels(in);
            return endFollows(in);
        } catch (EOFException cutOff) {
            return false;
        }
    }

    /** How many passes there are over the pixels, those of thumbnails included: 1 unless it is progressive. */
    static int scans(Path jpeg) throws IOException {
        try (InputStream in = Files.newInputStream(jpeg)) {
            int scans = 0;
            byte last = 0;
            byte[] some = new byte[AT_ONCE];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                for (int i = 0; i < length; i++) {
                    // Within pixels a value of 255 is followed by a zero: this is always a marker, or chance in a
                    // profile.
                    if (last == MARKER && some[i] == START_OF_SCAN) {
                        scans++;
                    }
                    last = some[i];
                }
            }
            return scans;
        }
    }

    private static void skipToPixels(DataInputStream in) throws IOException {
        while (true) {
            int value = in.readUnsignedByte();
            while (value == 0xff) {
                value = in.readUnsignedByte();
            }
            int length = in.readUnsignedShort();
            in.skipNBytes(Math.max(0, length - 2));
            if ((byte) value == START_OF_SCAN) {
                return;
            }
        }
    }

    private static boolean endFollows(InputStream in) throws IOException {
        byte last = 0;
        byte[] some = new byte[AT_ONCE];
        for (int length = in.read(some); length >= 0; length = in.read(some)) {
            for (int i = 0; i < length; i++) {
                if (last == MARKER && some[i] == END_OF_IMAGE) {
                    return true;
                }
                last = some[i];
            }
        }
        return false;
    }
}
