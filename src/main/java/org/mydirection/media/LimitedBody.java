package org.mydirection.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of a request in portions. One that hardly comes is broken off. A body that breaks off looks as if it ended, so that what came before can be kept;
 * {@link #failWhenBroken()} tells it afterwards. Not for several threads.
 */
final class LimitedBody extends InputStream {

    /** How long any client may take for its first bytes. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Bytes a second, on average: a phone far from the mast sends ten times as many. */
    private static final long LEAST = 512;

    private final InputStream body;
    private final LongSupplier nanos;
    private final long began;
    private long came;
    private long left;
    private int peeked = -1;
    private boolean ended;
    private IOException broken;

    LimitedBody(InputStream body) {
        this(body, System::nanoTime);
    }

    /** @param nanos a clock that never goes back */
    LimitedBody(InputStream body, LongSupplier nanos) {
        this.body = body;
        this.nanos = nanos;
        began = nanos.getAsLong();
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
            came += Math.max(0, count);
            requirePace(nanos.getAsLong() - began);
        } catch (IOException e) {
            broken = e;
        }
        ended = count < 0 || broken != null;
        return count;
    }

    private void requirePace(long taken) throws IOException {
        if (taken > PATIENCE_NANOS && came / TimeUnit.NANOSECONDS.toSeconds(taken) < LEAST) {
            throw new IOException("the client hardly sends, and only holds a thread");
        }
    }
}
