package org.mydirection.media;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request in portions. A body that breaks off looks as if it ended, so that what came before can be kept;
 * {@link #failWhenBroken()} tells it afterwards. Not for several threads.
 */
final class LimitedBody extends InputStream {

    private final InputStream body;
    private long left;
    private int peeked = -1;
    private boolean ended;
    private IOException broken;

    LimitedBody(InputStream body) {
        this.body = body;
    }

    /** Begins the next portion of at most that many bytes; whether there is one byte at least. */
    boolean next(long most) {
        left = most;
        if (left > 0 && peeked < 0 && !ended) {
            byte[] one = new byte[1];
            if (fetch(one, 0, 1) == 1) {
                peeked = one[0] & 0xff;
            }
        }
        return left > 0 && peeked >= 0;
    }

    void failWhenBroken() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (left <= 0) {
            return -1;
        }
        int count = 1;
        if (peeked >= 0) {
            target[offset] = (byte) peeked;
            peeked = -1;
        } else {
            count = fetch(target, offset, (int) Math.min(length, left));
        }
        left -= Math.max(0, count);
        return count;
    }

    private int fetch(byte[] target, int offset, int length) {
        if (ended) {
            return -1;
        }
        int count = -1;
        try {
            count = body.read(target, offset, length);
        } catch (IOException e) {
            broken = e;
        }
        ended = count < 0;
        return count;
    }
}
