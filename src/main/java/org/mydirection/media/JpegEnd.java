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

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(jpeg), 65536)) {
            int scans = 0;
            int last = 0;
            for (int value = in.read(); value >= 0; value = in.read()) {
                // Within pixels a value of 255 is followed by a zero: this is always a marker, or chance in a profile.
                if (last == 0xff && value == START_OF_SCAN) {
                    scans++;
                }
                last = value;
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
            if (value == START_OF_SCAN) {
                return;
            }
        }
    }

    private static boolean endFollows(InputStream in) throws IOException {
        int last = 0;
        for (int value = in.read(); value >= 0; value = in.read()) {
            if (last == 0xff && value == END_OF_IMAGE) {
                return true;
            }
            last = value;
        }
        return false;
    }
}
