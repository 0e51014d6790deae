package org.mydirection.media;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Stands beside an answer that is being sent, and ends it: when it is not allowed any more, which is asked again before a
 * piece whenever the last answer is older than 0.9 seconds; and when the client takes so little that it only holds a
 * thread. Give it to {@link MediaReading#stream} as what is called before each piece. Not for several threads, but for {@link #allowed}.
 */
public final class WhileSending implements Runnable {

    private static final long ASKED_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    /** How long any client may take for the first pieces. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Bytes a second, on average: half of what a recording needs that is played while it comes. */
    private static final long LEAST = 4 * 1024;

    private final BooleanSupplier stillAllowed;
    private final LongSupplier nanos;
    private final long began;
    private volatile long asked;
    private long pieces;

    /**
     * Access was decided just now.
     *
     * @param stillAllowed decides it anew
     * @param nanos a clock that never goes back, as {@link System#nanoTime}
     */
    public WhileSending(BooleanSupplier stillAllowed, LongSupplier nanos) {
        this.stillAllowed = stillAllowed;
        this.nanos = nanos;
        began = nanos.getAsLong();
        asked = began;
    }

    /** It was decided just now by somebody beside, on another thread: it need not be asked again here for a while. */
    public void allowed() {
        asked = nanos.getAsLong();
    }

    /** Throws {@link SendingEnded} when no further piece may go out. */
    @Override
    public void run() {
        long now = nanos.getAsLong();
        if (isTooSlow(now - began)) {
            throw new SendingEnded("the client hardly reads");
        }
        pieces++;
        if (now - asked >= ASKED_AGAIN_NANOS) {
            if (!stillAllowed.getAsBoolean()) {
                throw new SendingEnded("taken back while it was sent");
            }
            asked = now;
        }
    }

    /** Every piece counts as a whole one: the first and the last may be smaller. */
    private boolean isTooSlow(long taken) {
        return taken > PATIENCE_NANOS && pieces * Vault.SEGMENT / TimeUnit.NANOSECONDS.toSeconds(taken) < LEAST;
    }
}
