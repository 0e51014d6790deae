package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stored object that is really read and decrypted, sent to clients whose time is told by hand. */
class WhileSendingTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final int SIZE = 4_000_000;

    private static SealedObject object;

    private long now;
    private long sent;
    private long lastAt;

    @BeforeAll
    static void somethingLong() throws IOException {
        SealedKey key = WORLD.get(VaultKeys.class).require(WORLD.newKey());
        object = WORLD.get(Vault.class).seal(key, new ByteArrayInputStream(new byte[SIZE]), SIZE);
    }

    @Test
    void whatIsTakenBackStopsWithinASecond() {
        long takenBack = TimeUnit.MILLISECONDS.toNanos(1_234);
        assertThatThrownBy(() -> send(100, at -> at < takenBack)).isInstanceOf(SendingEnded.class);
        assertThat(lastAt).isLessThan(takenBack + TimeUnit.SECONDS.toNanos(1));
        assertThat(sent).isBetween(12 * 60_000L, SIZE / 2L);
    }

    @Test
    void whatIsDecidedBesideIsNotAskedForAgain() {
        AtomicInteger times = new AtomicInteger();
        WhileSending watch = new WhileSending(() -> times.incrementAndGet() > 0, () -> now);
        for (int i = 0; i < 50; i++) {
            now += TimeUnit.MILLISECONDS.toNanos(200);
            if (i % 4 == 0) {
                watch.allowed();
            }
            watch.run();
        }
        assertThat(times).hasValue(0);
        now += TimeUnit.MILLISECONDS.toNanos(900);
        watch.run();
        assertThat(times).as("nobody beside any more").hasValue(1);
    }

    @Test
    void aClientThatHardlyReadsIsNotWaitedFor() {
        assertThatThrownBy(() -> send(29_000, at -> true)).isInstanceOf(SendingEnded.class);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(now)).isLessThan(90);
    }

    @Test
    void aPhoneFarFromTheMastGetsAll() throws IOException {
        send(9_000, at -> true);
        assertThat(sent).isEqualTo(SIZE);
    }

    @Test
    void whatIsSentAtOnceIsNotAskedForAgain() throws IOException {
        send(0, at -> false);
        assertThat(sent).isEqualTo(SIZE);
    }

    /** To a client that takes so long for each piece. */
    private void send(long millisAPiece, LongPredicate allowedAt) throws IOException {
        WhileSending watch = new WhileSending(() -> allowedAt.test(now), () -> now);
        WORLD.get(Vault.class)
                .open(
                        object,
                        0,
                        SIZE - 1,
                        new OutputStream() {
                            @Override
                            public void write(int one) {
                                throw new UnsupportedOperationException();
                            }

                            @Override
                            public void write(byte[] bytes, int offset, int length) {
                                lastAt = now;
                                sent += length;
                                now += TimeUnit.MILLISECONDS.toNanos(millisAPiece);
                            }
                        },
                        watch);
    }
}
