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
import java.util.Optional;
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
    SegmentCache cache;

    /** What gives the ciphertext of an object of that name; the stream is not closed. */
    public SealingStream sealing(SealedKey key, UUID name, InputStream plain) throws IOException {
        try {
            return new SealingStream(cipher(key), boundTo(name), plain);
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the story does not open", e);
        }
    }

    /** Encrypts a file, which is not empty, into a new object under a random name. */
    public SealedObject seal(SealedKey key, Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file)) {
            return seal(key, plain, Files.size(file));
        }
    }

    /** The same from a stream of exactly that many bytes, 1 or more, which is not closed. */
    public SealedObject seal(SealedKey key, InputStream plain, long size) throws IOException {
        UUID name = UUID.randomUUID();
        SealingStream sealing = sealing(key, name, plain);
        store.put(name, sealing, sealing.sizeOf(size));
        return new SealedObject(name, sealing.header(), sealing.plainBytes(), key);
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
        open(object, from, toInclusive, out, beforeEachPiece, true);
    }

    private void open(
            SealedObject object,
            long from,
            long toInclusive,
            OutputStream out,
            Runnable beforeEachPiece,
            boolean cached)
            throws IOException {
        if (from < 0 || from > toInclusive || toInclusive >= object.size()) {
            throw new IllegalArgumentException("no such range");
        }
        try {
            AesGcmHkdfStreaming cipher = cipher(object.key());
            StreamSegmentDecrypter decrypter = cipher.newStreamSegmentDecrypter();
            decrypter.init(ByteBuffer.wrap(object.header()), boundTo(object.name()));
            Segments segments = new Segments(cipher, object.size());
            try (SealedObjectReader reader = new SealedObjectReader(object.name(), segments, cached)) {
                copy(reader, segments, decrypter, from, toInclusive, out, beforeEachPiece);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("a stored object does not open under its key", e);
        }
    }

    /** Opens whole objects, one behind the other and past the cache, into a new file that only the application may read. */
    public void open(List<SealedObject> objects, Path file) throws IOException {
        OwnerOnly.create(file);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (SealedObject object : objects) {
                open(object, 0, object.size() - 1, out, () -> {}, false);
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

    private void copy(
            SealedObjectReader reader,
            Segments segments,
            StreamSegmentDecrypter decrypter,
            long from,
            long toInclusive,
            OutputStream out,
            Runnable beforeEachPiece)
            throws IOException, GeneralSecurityException {
        ByteBuffer plain = ByteBuffer.allocate(SEGMENT);
        int last = segments.at(toInclusive);
        for (int segment = segments.at(from); segment <= last; segment++) {
            byte[] sealed = reader.read(segment, last);
            plain.clear();
            decrypter.decryptSegment(ByteBuffer.wrap(sealed), segment, segments.isLast(segment), plain);
            plain.flip();
            long begins = segments.plainStart(segment);
            int skip = (int) Math.max(0, from - begins);
            int until = (int) Math.min(plain.limit(), toInclusive - begins + 1);
            beforeEachPiece.run();
            out.write(plain.array(), skip, until - skip);
        }
    }

    /** Gives segment after segment: from the cache, or from the store by one request for each stretch that is missing. */
    private final class SealedObjectReader implements AutoCloseable {

        private final UUID name;
        private final Segments segments;
        private final boolean cached;
        private InputStream stretch;
        private int stretchEnds;

        SealedObjectReader(UUID name, Segments segments, boolean cached) {
            this.name = name;
            this.segments = segments;
            this.cached = cached;
        }

        /** @param last that will be asked for */
        byte[] read(int segment, int last) throws IOException {
            if (stretch == null && cached) {
                Optional<byte[]> kept = cache.find(name, segment);
                if (kept.isPresent()) {
                    return kept.get();
                }
            }
            if (stretch == null) {
                stretchEnds = endOfStretch(segment, last);
                long offset = segments.start(segment);
                stretch = store.get(name, offset, segments.end(stretchEnds) - offset);
            }
            byte[] sealed = new byte[(int) (segments.end(segment) - segments.start(segment))];
            if (stretch.readNBytes(sealed, 0, sealed.length) != sealed.length) {
                throw new EOFException("a stored object is shorter than its row says");
            }
            if (segment == stretchEnds) {
                close();
            }
            if (cached) {
                cache.keep(name, segment, sealed);
            }
            return sealed;
        }

        private int endOfStretch(int segment, int last) {
            int end = segment;
            while (end < last && !(cached && cache.holds(name, end + 1))) {
                end++;
            }
            return end;
        }

        @Override
        public void close() throws IOException {
            if (stretch != null) {
                stretch.close();
                stretch = null;
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
