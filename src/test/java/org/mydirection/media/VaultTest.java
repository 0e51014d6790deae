package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mydirection.shared.NotFound;

class VaultTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final Vault VAULT = WORLD.get(Vault.class);

    /** One byte; the ends of the first, second and third segment and their neighbours; many segments. */
    @ParameterizedTest
    @ValueSource(ints = {1, 65479, 65480, 65481, 130999, 131000, 131001, 196520, 1_000_003})
    void anyRangeOpensToThePlainBytes(int size) throws IOException {
        byte[] plain = random(size, size);
        SealedObject object = sealed(plain);
        assertThat(object.size()).isEqualTo(size);
        assertThat(open(object, 0, size - 1)).isEqualTo(plain);
        Random dice = new Random(size);
        for (int i = 0; i < 25; i++) {
            int from = dice.nextInt(size);
            int to = from + dice.nextInt(size - from);
            assertThat(open(object, from, to)).isEqualTo(Arrays.copyOfRange(plain, from, to + 1));
        }
    }

    @Test
    void noPieceIsLargerThanPromisedAndEachIsAnnounced() throws IOException {
        SealedObject object = sealed(random(300_000, 1));
        AtomicInteger announced = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        VAULT.open(
                object,
                10,
                299_999,
                new ByteArrayOutputStream() {
                    @Override
                    public synchronized void write(byte[] bytes, int offset, int length) {
                        assertThat(length).isBetween(1, 128 * 1024);
                        assertThat(announced.get()).isEqualTo(written.incrementAndGet());
                    }
                },
                announced::incrementAndGet);
        assertThat(written.get()).isEqualTo(5);
    }

    @Test
    void theCallerCanEndTheStreamBetweenTwoPieces() throws IOException {
        SealedObject object = sealed(random(300_000, 2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger pieces = new AtomicInteger();

        assertThatThrownBy(() -> VAULT.open(object, 0, 299_999, out, () -> {
                    if (pieces.incrementAndGet() == 3) {
                        throw new NotFound();
                    }
                }))
                .isInstanceOf(NotFound.class);

        assertThat(out.size()).as("two pieces and not a byte more").isEqualTo(65480 + 65520);
    }

    @Test
    void aRangeOutsideTheObjectIsRefused() throws IOException {
        SealedObject object = sealed(random(10, 3));
        assertThatThrownBy(() -> open(object, 0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open(object, -1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open(object, 6, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anObjectUnderAnotherKeyOrAnotherNameDoesNotOpen() throws IOException {
        SealedObject object = sealed(random(1000, 4));
        SealedObject otherKey = new SealedObject(object.name(), object.header(), object.size(), newKey());
        assertThatThrownBy(() -> open(otherKey, 0, 999)).isInstanceOf(IOException.class);

        UUID swapped = UUID.randomUUID();
        ObjectStore store = WORLD.get(ObjectStore.class);
        byte[] sealed = store.get(object.name(), 0, 1056).readAllBytes();
        store.put(swapped, new ByteArrayInputStream(sealed), sealed.length);
        SealedObject otherName = new SealedObject(swapped, object.header(), object.size(), object.key());
        assertThatThrownBy(() -> open(otherName, 0, 999)).isInstanceOf(IOException.class);
    }

    @Test
    void oneChangedBitIsNoticed() throws IOException {
        SealedObject object = sealed(random(1000, 5));
        ObjectStore store = WORLD.get(ObjectStore.class);
        byte[] sealed = store.get(object.name(), 0, 1056).readAllBytes();
        sealed[500] ^= 1;
        store.delete(object.name());
        store.put(object.name(), new ByteArrayInputStream(sealed), sealed.length);

        assertThatThrownBy(() -> open(object, 0, 10)).isInstanceOf(IOException.class);
    }

    @Test
    void whatWasReadIsReadFromTheCacheAndWhatIsMissingFromTheStore() throws IOException {
        byte[] plain = random(1_000_000, 6);
        SealedObject object = sealed(plain);
        assertThat(open(object, 200_000, 300_000)).isEqualTo(Arrays.copyOfRange(plain, 200_000, 300_001));
        assertThat(open(object, 0, 999_999)).as("around the cached ones").isEqualTo(plain);

        WORLD.get(ObjectStore.class).delete(object.name());

        assertThat(open(object, 0, 999_999)).as("all cached").isEqualTo(plain);
    }

    @Test
    void theCacheHoldsCiphertextAndNeverMoreThanItsSetting() throws IOException {
        SegmentCache cache = WORLD.get(SegmentCache.class);
        byte[] plain = new byte[3_000_000];
        for (int i = 0; i < 30; i++) {
            SealedObject object = sealed(plain);
            assertThat(open(object, 0, plain.length - 1)).isEqualTo(plain);
            assertThat(cache.taken()).isLessThanOrEqualTo(64L * 1024 * 1024);
            byte[] kept = cache.find(object.name(), 3).orElseThrow();
            assertThat(kept).isNotEqualTo(Arrays.copyOf(plain, kept.length));
        }
        assertThat(cache.taken()).isGreaterThan(60L * 1024 * 1024);
    }

    private static SealedObject sealed(byte[] plain) throws IOException {
        return VAULT.seal(newKey(), new ByteArrayInputStream(plain), plain.length);
    }

    private static SealedKey newKey() {
        return WORLD.get(VaultKeys.class).require(WORLD.newKey());
    }

    private static byte[] open(SealedObject object, long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VAULT.open(object, from, to, out, () -> {});
        return out.toByteArray();
    }

    private static byte[] random(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
