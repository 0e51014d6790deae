package org.mydirection.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets at most so many bytes through and breaks off with the first byte too many. */
final class CappedStream extends FilterInputStream {

    private final long most;
    private long count;

    CappedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** Whether it broke off because there was too much. */
    boolean isOverflown() {
        return count > most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            add(1);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            add(read);
        }
        return read;
    }

    private void add(int read) throws IOException {
        count += read;
        if (isOverflown()) {
            throw new IOException("more bytes than are taken in");
        }
    }
}
