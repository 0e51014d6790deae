package org.mydirection.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The size of a picture as its header claims it, read before anything is decoded. Immutable.
 *
 * @param width in pixels, as stored (before the orientation is applied), above 0
 * @param height in pixels, likewise
 */
record PictureHeader(int width, int height) {

    /** HEIF keeps its sizes in the meta box, which comes first; that of an iPhone picture is about 4 KiB. */
    private static final int HEIF_HEAD = 4 * 1024 * 1024;

    /** Empty when there is no size to be read: the file is broken. */
    static Optional<PictureHeader> read(Path file, SourceType type) throws IOException {
        return switch (type) {
            case JPEG, PNG -> byReader(file);
            case GIF -> gif(head(file, 10));
            case WEBP -> webp(head(file, 30));
            case HEIC, AVIF -> heif(head(file, HEIF_HEAD));
            default -> throw new IllegalArgumentException(type + " is no picture");
        };
    }

    boolean isTooBig() {
        return MediaLimits.tooManyPixels(width, height);
    }

    private static Optional<PictureHeader> byReader(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return of(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHeader> gif(ByteBuffer head) {
        return head.limit() < 10
                ? Optional.empty()
                : of(Short.toUnsignedInt(head.getShort(6)), Short.toUnsignedInt(head.getShort(8)));
    }

    /** The three layouts of the WebP container (RFC 9649, November 2024). */
    private static Optional<PictureHeader> webp(ByteBuffer head) {
        if (head.limit() < 30) {
            return Optional.empty();
        }
        return switch (head.getInt(12)) {
            case 0x58385056 -> of(1 + threeBytes(head, 24), 1 + threeBytes(head, 27)); // VP8X
            case 0x20385056 -> of(head.getShort(26) & 0x3fff, head.getShort(28) & 0x3fff); // VP8 with a blank
            case 0x4c385056 -> { // VP8L
                int bits = head.getInt(21);
                yield of(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
            }
            default -> Optional.empty();
        };
    }

    /**
     * The largest of all sizes (ispe boxes) in the file, so that neither a tile nor a thumbnail is taken for the
     * picture.
     */
    private static Optional<PictureHeader> heif(ByteBuffer head) {
        head.order(ByteOrder.BIG_ENDIAN);
        PictureHeader largest = null;
        for (int i = 0; i + 16 <= head.limit(); i++) {
            if (head.getInt(i) == 0x69737065) {
                Optional<PictureHeader> found = of(head.getInt(i + 8), head.getInt(i + 12));
                if (found.isPresent() && (largest == null || found.get().pixels() > largest.pixels())) {
                    largest = found.get();
                }
            }
        }
        return Optional.ofNullable(largest);
    }

    private long pixels() {
        return (long) width * height;
    }

    private static Optional<PictureHeader> of(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PictureHeader(width, height)) : Optional.empty();
    }

    private static int threeBytes(ByteBuffer head, int at) {
        return head.getShort(at) & 0xffff | (head.get(at + 2) & 0xff) << 16;
    }

    private static ByteBuffer head(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ByteBuffer.wrap(in.readNBytes(most)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
