package org.mydirection.media;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.StreamSegmentEncrypter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Reads plain bytes and gives out their ciphertext, one segment in memory at a time. Not for several threads. */
final class SealingStream extends InputStream {

    private final AesGcmHkdfStreaming cipher;
    private final InputStream plain;
    private final StreamSegmentEncrypter encrypter;
    private final byte[] header;
    private final int segmentSize;
    private final int plainSegmentSize;
    private byte[] next;
    private byte[] spare;
    private int nextLength;
    private ByteBuffer sealed;
    private boolean finished;
    private long plainBytes;

    SealingStream(AesGcmHkdfStreaming cipher, byte[] boundTo, InputStream plain)
            throws GeneralSecurityException, IOException {
        this.cipher = cipher;
        this.plain = plain;
        encrypter = cipher.newStreamSegmentEncrypter(boundTo);
        ByteBuffer first = encrypter.getHeader();
        header = new byte[first.remaining()];
        first.get(header);
        sealed = ByteBuffer.wrap(header);
        segmentSize = cipher.getCiphertextSegmentSize();
        plainSegmentSize = cipher.getPlaintextSegmentSize();
        next = new byte[plainSegmentSize];
        spare = new byte[plainSegmentSize];
        nextLength = plain.readNBytes(next, 0, plainSegmentSize - cipher.getCiphertextOffset());
    }

    /** Salt and nonce prefix: what must be kept to open any part of the object alone. */
    byte[] header() {
        return header.clone();
    }

    /** Bytes of ciphertext for that many plain ones, the header among them. */
    long sizeOf(long plainSize) {
        return cipher.expectedCiphertextSize(plainSize);
    }

    /** How many plain bytes were sealed so far. */
    long plainBytes() {
        return plainBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!sealed.hasRemaining()) {
            if (finished) {
                return -1;
            }
            sealNext();
        }
        int count = Math.min(length, sealed.remaining());
        sealed.get(target, offset, count);
        return count;
    }

    /** Gives the whole ciphertext, the header and then segment after segment, each in a buffer of its own with an array. */
    void segments(To to) throws IOException {
        to.take(sealed);
        while (!finished) {
            sealNext();
            to.take(sealed);
        }
    }

    private void sealNext() throws IOException {
        byte[] current = next;
        int length = nextLength;
        next = spare;
        spare = current;
        nextLength = plain.readNBytes(next, 0, plainSegmentSize);
        finished = nextLength == 0;
        ByteBuffer target = ByteBuffer.allocate(Math.min(segmentSize, length + segmentSize - plainSegmentSize));
        try {
            encrypter.encryptSegment(ByteBuffer.wrap(current, 0, length), finished, target);
        } catch (GeneralSecurityException e) {
            throw new IOException("a segment could not be encrypted", e);
        }
        plainBytes += length;
        sealed = target.flip();
    }

    interface To {
        void take(ByteBuffer segment) throws IOException;
    }
}
