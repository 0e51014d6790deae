package org.mydirection.media;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.StreamSegmentDecrypter;
import com.google.crypto.tink.subtle.StreamSegmentEncrypter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/**
 * Keeps bytes as ciphertext in the object store: AES-256-GCM-HKDF in segments of 64 KiB, under the key of a story,
 * bound to the random name of the object. Any range opens by itself, in constant memory.
 */
@ApplicationScoped
class Vault {

    /** The size of an encrypted segment; a piece that is written out is 16 bytes smaller at least. */
    static final int SEGMENT = 64 * 1024;

    /** Each of these is opened once before the start is over, since the cipher is a hundred times slower when cold. */
    private static final int WARMING_SEGMENTS = 40_000;

    @Inject
    ObjectStore store;

    @Inject
    KeyWrapping wrapping;

    @Inject
    MediaSettings settings;

    /**
     * Encrypts everything the stream gives into a new object under a random name; the stream is not closed. The
     * ciphertext lies in a file of the work folder until it is whole, so that an upload takes a few segments of memory,
     * however many come at once and however slow they are.
     */
    public SealedObject seal(SealedKey key, InputStream plain) throws IOException {
        UUID name = UUID.randomUUID();
        Path spool = settings.workFolder().resolve("spool-" + name);
        OwnerOnly.create(spool);
        try {
            SealingStream sealing = new SealingStream(cipher(key), boundTo(name), plain);
            try (OutputStream out = Files.newOutputStream(spool, StandardOpenOption.TRUNCATE_EXISTING)) {
                sealing.transferTo(out);
            }
            store.put(name, spool);
            return new SealedObject(name, sealing.header(), sealing.plainBytes(), key);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the story does not open", e);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    /** The same from a file, which is not empty. */
    public SealedObject seal(SealedKey key, Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file)) {
            return seal(key, plain, Files.size(file));
        }
    }

    /**
     * Writes the plain bytes of the range to {@code out}, which is neither flushed nor closed.
     *
     * @param from first byte, 0 or more
     * @param toInclusive last byte, from {@code from} to size - 1
     * @param beforeEachPiece called before each piece, which is smaller than 64 KiB; what it throws ends the stream
     */
    public void open(SealedObject object, long from, long toInclusive, OutputStream out, Runnable beforeEachPiece)
            throws IOException {
        if (from < 0 || from > toInclusive || toInclusive >= object.size()) {
            throw new IllegalArgumentException("no such range");
        }
        try {
            AesGcmHkdfStreaming cipher = cipher(object.key());
            StreamSegmentDecrypter decrypter = cipher.newStreamSegmentDecrypter();
            decrypter.init(ByteBuffer.wrap(object.header()), boundTo(object.name()));
            Segments segments = new Segments(cipher, object.size());
            copy(object.name(), segments, decrypter, from, toInclusive, out, beforeEachPiece);
        } catch (GeneralSecurityException e) {
            throw new IOException("a stored object does not open under its key", e);
        }
    }

    /** Opens whole objects, one behind the other, into a new file that only the application may read. */
    public void open(List<SealedObject> objects, Path file) throws IOException {
        OwnerOnly.create(file);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (SealedObject object : objects) {
                open(object, 0, object.size() - 1, out, () -> {});
            }
        }
    }

    /** Deletes the object; one that is not there is no failure. */
    public void destroy(UUID name) throws IOException {
        store.delete(name);
    }

    /** Makes the cipher fast before the first person needs it; takes about half a second. */
    public void warm() throws GeneralSecurityException {
        AesGcmHkdfStreaming cipher = cipher(new byte[KeyWrapping.KEY_BYTES], 256);
        byte[] nothing = new byte[0];
        StreamSegmentEncrypter encrypter = cipher.newStreamSegmentEncrypter(nothing);
        ByteBuffer sealed = ByteBuffer.allocate(256);
        encrypter.encryptSegment(ByteBuffer.wrap(new byte[200]), false, sealed);
        sealed.flip();
        StreamSegmentDecrypter decrypter = cipher.newStreamSegmentDecrypter();
        decrypter.init(encrypter.getHeader(), nothing);
        ByteBuffer plain = ByteBuffer.allocate(256);
        for (int i = 0; i < WARMING_SEGMENTS; i++) {
            plain.clear();
            decrypter.decryptSegment(sealed.duplicate(), 0, false, plain);
        }
    }

    private SealedObject seal(SealedKey key, InputStream plain, long size) throws IOException {
        UUID name = UUID.randomUUID();
        try {
            AesGcmHkdfStreaming cipher = cipher(key);
            SealingStream sealing = new SealingStream(cipher, boundTo(name), plain);
            store.put(name, sealing, cipher.expectedCiphertextSize(size));
            return new SealedObject(name, sealing.header(), sealing.plainBytes(), key);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the story does not open", e);
        }
    }

    private void copy(
            UUID name,
            Segments segments,
            StreamSegmentDecrypter decrypter,
            long from,
            long toInclusive,
            OutputStream out,
            Runnable beforeEachPiece)
            throws IOException, GeneralSecurityException {
        int first = segments.at(from);
        int last = segments.at(toInclusive);
        long offset = segments.start(first);
        ByteBuffer plain = ByteBuffer.allocate(SEGMENT);
        byte[] sealed = new byte[SEGMENT];
        try (InputStream in = store.get(name, offset, segments.end(last) - offset)) {
            for (int segment = first; segment <= last; segment++) {
                int length = (int) (segments.end(segment) - segments.start(segment));
                if (in.readNBytes(sealed, 0, length) != length) {
                    throw new EOFException("a stored object is shorter than its row says");
                }
                plain.clear();
                decrypter.decryptSegment(ByteBuffer.wrap(sealed, 0, length), segment, segments.isLast(segment), plain);
                plain.flip();
                long begins = segments.plainStart(segment);
                int skip = (int) Math.max(0, from - begins);
                int until = (int) Math.min(plain.limit(), toInclusive - begins + 1);
                beforeEachPiece.run();
                out.write(plain.array(), skip, until - skip);
            }
        }
    }

    private AesGcmHkdfStreaming cipher(SealedKey key) throws GeneralSecurityException {
        return cipher(wrapping.unwrap(key), SEGMENT);
    }

    private static AesGcmHkdfStreaming cipher(byte[] key, int segment) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KeyWrapping.KEY_BYTES, segment, 0);
    }

    private static byte[] boundTo(UUID name) {
        return name.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the segments of an object lie: the first one is a header shorter, the last one may be shorter still. */
    private static final class Segments {

        private final int header;
        private final int plainSegment;
        private final int firstPlainSegment;
        private final long sealedSize;
        private final int last;

        Segments(AesGcmHkdfStreaming cipher, long size) {
            header = cipher.getHeaderLength();
            plainSegment = cipher.getPlaintextSegmentSize();
            firstPlainSegment = plainSegment - header;
            sealedSize = cipher.expectedCiphertextSize(size);
            last = at(size - 1);
        }

        int at(long plainPosition) {
            return plainPosition < firstPlainSegment
                    ? 0
                    : Math.toIntExact(1 + (plainPosition - firstPlainSegment) / plainSegment);
        }

        long plainStart(int segment) {
            return segment == 0 ? 0 : firstPlainSegment + (segment - 1L) * plainSegment;
        }

        long start(int segment) {
            return segment == 0 ? header : (long) segment * SEGMENT;
        }

        long end(int segment) {
            return Math.min((segment + 1L) * SEGMENT, sealedSize);
        }

        boolean isLast(int segment) {
            return segment == last;
        }
    }
}
