package org.mydirection.media;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.StreamSegmentEncrypter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** Reads plain bytes and gives out their ciphertext, one segment in memory at a time. Not for several threads. */
final class SealingStream extends InputStream {

    private final InputStream plain;
    private final StreamSegmentEncrypter encrypter;
    private final byte[] header;
    private final int segmentSize;
    private final int plainSegmentSize;
    private byte[] next;
    private ByteBuffer sealed;
    private boolean finished;
    private long plainBytes;

    SealingStream(AesGcmHkdfStreaming cipher, byte[] boundTo, InputStream plain)
            throws GeneralSecurityException, IOException {
        this.plain = plain;
        encrypter = cipher.newStreamSegmentEncrypter(boundTo);
        ByteBuffer first = encrypter.getHeader();
        header = new byte[first.remaining()];
        first.get(header);
        sealed = ByteBuffer.wrap(header);
        segmentSize = cipher.getCiphertextSegmentSize();
        plainSegmentSize = cipher.getPlaintextSegmentSize();
        next = plain.readNBytes(plainSegmentSize - cipher.getCiphertextOffset());
    }

    /** Salt and nonce prefix: what must be kept to open any part of the object alone. */
    byte[] header() {
        return header.clone();
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

    private void sealNext() throws IOException {
        byte[] current = next;
        next = plain.readNBytes(plainSegmentSize);
        finished = next.length == 0;
        ByteBuffer target = ByteBuffer.allocate(segmentSize);
        try {
            encrypter.encryptSegment(ByteBuffer.wrap(current), finished, target);
        } catch (GeneralSecurityException e) {
            throw new IOException("a segment could not be encrypted", e);
        }
        plainBytes += current.length;
        sealed = target.flip();
    }
}
