package org.mydirection.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/**
 * A copy of a PNG with what its pixels need and nothing else (W3C PNG, third edition, June 2025). Texts and profiles are
 * compressed in a PNG: readers inflate them whole, and a file of some kilobytes would take all memory of the process.
 */
final class PlainPng {

    private static final long SIGNATURE = 0x89504e470d0a1a0aL;
    private static final int CHECKSUM = 4;

    private static final Set<String> PIXELS = Set.of("IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "IDAT", "IEND");

    /** Bytes of a colour profile when inflated; that of a camera or screen is some kilobytes. */
    private static final int MOST_PROFILE = 4 * 1024 * 1024;

    /** Bytes of camera data, of which the orientation is read. */
    private static final int MOST_CAMERA_DATA = 64 * 1024;

    private PlainPng() {}

    /** Writes the copy; false when the file is cut off or claims parts that are longer than itself. */
    static boolean copy(Path from, Path to) throws IOException {
        long left = Files.size(from) - Long.BYTES;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from), 65536));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to), 65536))) {
            if (in.readLong() != SIGNATURE) {
                return false;
            }
            out.writeLong(SIGNATURE);
            String type = "";
            while (!type.equals("IEND")) {
                int length = in.readInt();
                type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                left -= 2 * Integer.BYTES + (long) length + CHECKSUM;
                if (length < 0 || left < 0) {
                    return false;
                }
                chunk(in, out, type, length);
            }
            return true;
        } catch (EOFException cutOff) {
            return false;
        }
    }

    private static void chunk(DataInputStream in, DataOutputStream out, String type, int length) throws IOException {
        boolean small =
                type.equals("iCCP") && length <= MOST_PROFILE || type.equals("eXIf") && length <= MOST_CAMERA_DATA;
        if (!small && !PIXELS.contains(type)) {
            in.skipNBytes((long) length + CHECKSUM);
            return;
        }
        byte[] content = in.readNBytes(length + CHECKSUM);
        if (content.length < length + CHECKSUM) {
            throw new EOFException();
        }
        if (type.equals("iCCP") && !inflatesWithin(content, length)) {
            return;
        }
        out.writeInt(length);
        out.write(type.getBytes(StandardCharsets.ISO_8859_1));
        out.write(content);
    }

    /** A profile is a name, a zero, the way it is compressed (a zero too), and the compressed bytes. */
    private static boolean inflatesWithin(byte[] content, int length) {
        int name = 0;
        while (name < length && content[name] != 0) {
            name++;
        }
        if (name + 2 >= length) {
            return false;
        }
        try (InflaterInputStream profile =
                new InflaterInputStream(new ByteArrayInputStream(content, name + 2, length - name - 2))) {
            profile.skipNBytes(MOST_PROFILE);
            return false;
        } catch (EOFException shorter) {
            return true;
        } catch (IOException unusable) {
            return false;
        }
    }
}
