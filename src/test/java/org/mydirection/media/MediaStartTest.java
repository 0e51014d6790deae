package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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
