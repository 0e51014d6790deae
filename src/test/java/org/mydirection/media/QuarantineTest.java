package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final Quarantine QUARANTINE = WORLD.get(Quarantine.class);
    private static final int SIZE = 2 * Quarantine.PIECE + 5;

    @Test
    void whatComesIsStoredInPiecesThatOpenToTheSameBytes() throws IOException {
        byte[] plain = random();

        List<SealedObject> stored = QUARANTINE.take(newKey(), new LimitedBody(new ByteArrayInputStream(plain)), SIZE);

        assertThat(stored).extracting(SealedObject::size).containsExactly(2_000_000L, 2_000_000L, 5L);
        assertThat(opened(stored)).isEqualTo(plain);
        assertThat(QUARANTINE.room()).as("memory is given back").isEqualTo(Quarantine.IN_MEMORY);
    }

    @Test
    void noMoreIsTakenThanWasAskedForAndNothingIsStoredOfNothing() throws IOException {
        LimitedBody body = new LimitedBody(new ByteArrayInputStream(new byte[SIZE]));

        assertThat(QUARANTINE.take(newKey(), body, 7))
                .extracting(SealedObject::size)
                .containsExactly(7L);
        assertThat(QUARANTINE.take(newKey(), new LimitedBody(InputStream.nullInputStream()), 7))
                .isEmpty();
    }

    /** Each of them has begun its piece, none gives its last byte before the last one has begun. */
    @Test
    void moreUploadsThanMemoryIsForGoThroughFilesThatAreGoneAfterwards() throws Exception {
        Path work = WORLD.get(MediaSettings.class).workFolder();
        int[] room = new int[1];
        long[] files = new long[1];
        byte[] plain = nest(Quarantine.IN_MEMORY, () -> {
            room[0] = QUARANTINE.room();
            List<SealedObject> one = QUARANTINE.take(
                    newKey(),
                    new LimitedBody(new InputStream() {
                        private int left = 70_000;

                        @Override
                        public int read() throws IOException {
                            if (left == 100) {
                                files[0] = spools(work);
                            }
                            return left-- > 0 ? 1 : -1;
                        }
                    }),
                    70_000);
            return opened(one);
        });
        assertThat(room[0]).as("room when all the memory is taken").isZero();
        assertThat(files[0]).as("files while one more comes").isEqualTo(1);
        assertThat(plain).hasSize(70_000).containsOnly(1);
        assertThat(spools(work)).isZero();
        assertThat(QUARANTINE.room()).isEqualTo(Quarantine.IN_MEMORY);
    }

    @Test
    void nothingStaysWhenTheStoreBreaksOff() throws Exception {
        Set<UUID> before = stored();
        InputStream thenFails = new InputStream() {
            private int count;

            @Override
            public int read() {
                if (++count == Quarantine.PIECE + 10) {
                    throw new IllegalStateException("broken");
                }
                return 1;
            }
        };

        assertThatThrownBy(() -> QUARANTINE.take(newKey(), new LimitedBody(thenFails), SIZE))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stored()).isEqualTo(before);
        assertThat(QUARANTINE.room()).isEqualTo(Quarantine.IN_MEMORY);
    }

    @Test
    void whoSendsByDropsIsBrokenOffAndWhatCameIsKept() throws IOException {
        long[] seconds = {0};
        InputStream drops = new InputStream() {
            @Override
            public int read() {
                seconds[0] += 20;
                return 1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = (byte) read();
                return 1;
            }
        };
        LimitedBody body = new LimitedBody(drops, () -> TimeUnit.SECONDS.toNanos(seconds[0]));

        List<SealedObject> stored = QUARANTINE.take(newKey(), body, SIZE);

        assertThat(stored).singleElement().matches(object -> object.size() < 10);
        assertThat(seconds[0]).as("seconds").isLessThan(100);
        assertThatThrownBy(body::failWhenBroken).isInstanceOf(IOException.class);
    }

    private interface Inner {
        byte[] run() throws IOException;
    }

    /** Uploads within uploads: that many have more than a segment of a piece in memory when the inner one runs. */
    private static byte[] nest(int uploads, Inner inner) throws IOException {
        if (uploads == 0) {
            return inner.run();
        }
        byte[][] found = new byte[1][];
        InputStream stream = new InputStream() {
            private int left = 70_000;

            @Override
            public int read() throws IOException {
                if (left == 1) {
                    found[0] = nest(uploads - 1, inner);
                }
                return left-- > 0 ? 2 : -1;
            }
        };
        QUARANTINE.take(newKey(), new LimitedBody(stream), 70_000);
        return found[0];
    }

    private static long spools(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.getFileName().toString().startsWith("spool-"))
                    .count();
        }
    }

    private static Set<UUID> stored() throws IOException {
        Set<UUID> names = new HashSet<>();
        WORLD.get(ObjectStore.class).namesBefore(Instant.now().plusSeconds(60), names::addAll);
        return names;
    }

    private static SealedKey newKey() {
        return WORLD.get(VaultKeys.class).require(WORLD.newKey());
    }

    private static byte[] random() {
        byte[] bytes = new byte[SIZE];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] opened(List<SealedObject> objects) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (SealedObject object : new ArrayList<>(objects)) {
            WORLD.get(Vault.class).open(object, 0, object.size() - 1, all, () -> {});
        }
        return all.toByteArray();
    }
}
