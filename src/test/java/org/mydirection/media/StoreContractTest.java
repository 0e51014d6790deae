package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the vault asks of an object store: plain S3. Against the embedded one, or against the one that the system
 * properties {@code contract.store.endpoint}, {@code contract.store.access.key}, {@code contract.store.secret.key} and,
 * where they differ, {@code contract.store.bucket} and {@code contract.store.region} name. What it stores it deletes.
 */
class StoreContractTest {

    private static MediaWorld world;
    private static ObjectStore store;
    private static final List<UUID> MADE = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        world = MediaWorld.unstarted();
        Stream.of("store.endpoint", "store.access.key", "store.secret.key", "store.bucket", "store.region")
                .filter(name -> System.getProperty("contract." + name) != null)
                .forEach(name -> world.settings.put(name, System.getProperty("contract." + name)));
        store = world.get(ObjectStore.class);
        OwnerOnly.folder(world.get(MediaSettings.class).storeFolder());
        store.open();
    }

    @AfterAll
    static void close() throws IOException {
        for (UUID name : MADE) {
            store.delete(name);
        }
        world.close();
    }

    @Test
    void itAnswers() {
        assertThat(store.answers()).isTrue();
    }

    @Test
    void whatIsPutIsThereWholeAndInAnyRange() throws IOException {
        byte[] bytes = random(300_000);
        UUID name = put(bytes);
        assertThat(get(name, 0, bytes.length)).isEqualTo(bytes);
        assertThat(get(name, 0, 1)).isEqualTo(Arrays.copyOf(bytes, 1));
        assertThat(get(name, 123_456, 1000)).isEqualTo(Arrays.copyOfRange(bytes, 123_456, 124_456));
        assertThat(get(name, bytes.length - 1, 1)).isEqualTo(new byte[] {bytes[bytes.length - 1]});
    }

    @Test
    void aFileOfSeveralPartsIsOneObject() throws IOException {
        byte[] bytes = random(12_000_000);
        UUID name = name();
        store.put(name, Files.write(folder.resolve("large"), bytes));
        assertThat(get(name, 5_242_000, 2000)).isEqualTo(Arrays.copyOfRange(bytes, 5_242_000, 5_244_000));
        assertThat(get(name, 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void whatBreaksOffIsNotThere() {
        UUID name = name();
        InputStream breaking = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 100_000) {
                    throw new IOException("broken off");
                }
                return 1;
            }
        };
        assertThatThrownBy(() -> store.put(name, breaking, 200_000)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get(name, 0, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        UUID name = put(random(10));
        store.delete(name);
        store.delete(name);
        assertThatThrownBy(() -> get(name, 0, 10)).isInstanceOf(IOException.class);
        assertThat(names(Instant.now().plus(Duration.ofDays(1)))).doesNotContain(name);
    }

    @Test
    void allAreListedWithTheirTimes() throws IOException {
        List<UUID> made = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            made.add(put(random(5)));
        }
        assertThat(names(Instant.now().plus(Duration.ofDays(1)))).containsAll(made);
        assertThat(names(Instant.now().minus(Duration.ofDays(1)))).doesNotContainAnyElementsOf(made);
    }

    private static List<UUID> names(Instant before) throws IOException {
        List<UUID> names = new ArrayList<>();
        store.namesBefore(before, names::addAll);
        return names;
    }

    private static UUID put(byte[] bytes) throws IOException {
        UUID name = name();
        store.put(name, new ByteArrayInputStream(bytes), bytes.length);
        return name;
    }

    private static UUID name() {
        UUID name = UUID.randomUUID();
        MADE.add(name);
        return name;
    }

    private static byte[] get(UUID name, long offset, long length) throws IOException {
        try (InputStream in = store.get(name, offset, length)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
