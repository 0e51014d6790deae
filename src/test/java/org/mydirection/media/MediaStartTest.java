package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mydirection.shared.StartRefused;

class MediaStartTest {

    private final MediaWorld world = MediaWorld.unstarted();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "store.endpoint, not an address",
        "store.endpoint, ftp://localhost",
        "store.bucket, Not_A_Bucket",
        "ffmpeg.path, /nowhere",
        "media.max.megabytes, many",
        "media.max.picture.megabytes, 0",
        "clamd.port, 70000",
        "clamd.required, true",
        "clamd.required, perhaps",
        "media.max.person.megabytes, 0",
        "media.max.quarantine.megabytes, all",
        "data.dir, /dev/null/here"
    })
    void aSettingThatCannotBeUsedIsNamed(String setting, String value) {
        world.settings.put(setting, value);
        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining(setting);
    }

    @Test
    void aStoreThatDoesNotAnswerIsNamed() {
        world.settings.put("store.endpoint", "http://127.0.0.1:9");
        world.settings.put("store.access.key", "key");
        world.settings.put("store.secret.key", "secret");
        world.settings.put("vault.key.file", keyFile("a.key", (byte) 1).toString());
        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("store.endpoint");
    }

    @Test
    void aStoreWithoutKeysIsNamed() {
        world.settings.put("store.endpoint", "http://127.0.0.1:9");
        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("store.access.key");
    }

    @Test
    void theKeyFileIsMadeOnTheFirstRunForItsOwnerOnly() throws IOException {
        world.start();
        Path key = world.data.resolve("vault.key");
        assertThat(Base64.getDecoder().decode(Files.readString(key).strip())).hasSize(32);
        assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
        assertThat(world.get(MediaHealth.class).storeAnswers()).isTrue();
        assertThat(world.get(MediaHealth.class).toolsAnswer()).isTrue();

        world.stop();
        assertThat(world.get(MediaHealth.class).storeAnswers()).isFalse();
    }

    @Test
    void whatWasStoredIsThereAfterARestart() {
        world.start();
        AssetId id = world.ready(MediaKind.PICTURE, "path.webp");
        byte[] before = world.bytes(id, Form.PHONE);
        world.stop();

        world.start();

        assertThat(world.bytes(id, Form.PHONE)).isEqualTo(before);
    }

    @Test
    void aMissingKeyFileIsNeverReplacedWhileKeysAreWrappedByIt() throws IOException {
        world.start();
        world.newKey();
        world.stop();
        Files.delete(world.data.resolve("vault.key"));

        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("vault.key.file");
        assertThat(world.data.resolve("vault.key")).doesNotExist();
    }

    @Test
    void theWrongKeyFileIsRefused() {
        world.start();
        world.newKey();
        world.stop();
        world.settings.put("vault.key.file", keyFile("wrong.key", (byte) 7).toString());

        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("vault.key.file");
    }

    @Test
    void aKeyFileThatWasNamedIsNeverMade() {
        world.settings.put("vault.key.file", world.data.resolve("named.key").toString());
        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("vault.key.file");
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsRefused() throws IOException {
        Files.writeString(world.data.resolve("vault.key"), "letmein");
        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("vault.key.file");
    }

    @Test
    void aStartMayReplaceTheKeyFileWithoutWritingAnyObjectAgain() throws IOException {
        world.start();
        AssetId id = world.ready(MediaKind.PICTURE, "path.webp");
        byte[] before = world.bytes(id, Form.PHONE);
        List<UUID> objects = world.objects();
        String old = Files.readString(world.data.resolve("vault.key"));
        world.stop();

        world.settings.put("vault.rotate", "true");
        world.start();

        assertThat(Files.readString(world.data.resolve("vault.key"))).isNotEqualTo(old);
        assertThat(world.data.resolve("vault.key.old")).hasContent(old.strip());
        assertThat(world.data.resolve("vault.key.new")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(world.data.resolve("vault.key")))
                .hasSize(2);
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(objects);
        assertThat(world.bytes(id, Form.PHONE)).isEqualTo(before);

        world.stop();
        world.settings.remove("vault.rotate");
        world.start();
        assertThat(world.bytes(id, Form.PHONE)).isEqualTo(before);
        world.stop();
        Files.writeString(world.data.resolve("vault.key"), old);
        assertThatThrownBy(world::start).isInstanceOf(StartRefused.class).hasMessageContaining("vault.key.file");
    }

    @Test
    void aRotationThatEndedBeforeTheFilesChangedIsBroughtToItsEnd() throws IOException {
        world.start();
        AssetId id = world.ready(MediaKind.PICTURE, "path.webp");
        byte[] before = world.bytes(id, Form.PHONE);
        world.get(KeyWrapping.class).rotate(world.get(VaultKeys.class)::rewrap);
        world.stop();

        world.start();

        assertThat(world.data.resolve("vault.key.new")).doesNotExist();
        assertThat(world.bytes(id, Form.PHONE)).isEqualTo(before);
    }

    /** Who has every object, of the store and of its backups, has nothing once the key of the story is destroyed. */
    @Test
    void aDestroyedKeyLeavesNothingThatAnyCopyCouldBeReadBy() throws IOException {
        world.start();
        VaultKeyId key = world.newKey();
        AssetId id = world.receive(key, MediaKind.PICTURE, MediaWorld.sample("path.webp"));
        assertThat(world.settled(id).isReady()).isTrue();
        StoredForm stored = world.get(MediaReading.class).open(id, Form.MASTER).orElseThrow();
        Path copy = world.data.resolve("copy-of-the-store");
        copy(world.data.resolve("store"), copy);
        byte[] wrapped = stored.sealed().key().wrapped();

        world.get(VaultKeys.class).destroy(key);

        assertThat(world.count("select count(*) from vault_key where wrapped is not null"))
                .isZero();
        assertThat(bytesOf(world.data, copy)).noneMatch(file -> contains(file, wrapped));
        assertThat(world.get(MediaReading.class).open(id, Form.MASTER)).isEmpty();
        world.stop();
        WorkFolder.remove(world.data.resolve("store"));
        copy(copy, world.data.resolve("store"));
        world.start();
        assertThat(world.get(MediaReading.class).open(id, Form.MASTER)).isEmpty();
        SealedKey another = world.get(VaultKeys.class).require(world.newKey());
        SealedObject guessed = new SealedObject(
                stored.sealed().name(),
                stored.sealed().header(),
                stored.sealed().size(),
                another);
        assertThatThrownBy(() ->
                        world.get(Vault.class).open(guessed, 0, 10, java.io.OutputStream.nullOutputStream(), () -> {}))
                .isInstanceOf(IOException.class);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static List<byte[]> bytesOf(Path... folders) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.add(Files.readAllBytes(file));
                }
            }
        }
        return all;
    }

    private static boolean contains(byte[] whole, byte[] part) {
        return new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatAnEarlierRunLeftInTheWorkFolderGoes() throws IOException {
        Path left = Files.createDirectories(world.data.resolve("work/abc")).resolve("raw");
        Files.writeString(left, "half a picture");

        world.start();

        assertThat(left).doesNotExist();
    }

    private Path keyFile(String name, byte fill) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, fill);
        try {
            return Files.writeString(
                    world.data.resolve(name), Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
