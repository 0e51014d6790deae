package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@link MalwareScanTest} says of clamd, asked of a real one that knows the EICAR test string wherever it stands. Not
 * part of the build, which brings no clamd: {@code mvn test -Dtest=ClamdContract -Dclamd.port=3310}.
 */
class ClamdContract {

    private static final MediaWorld WORLD = MediaWorld.unstarted();

    @BeforeAll
    static void start() {
        WORLD.start();
        WORLD.settings.put("clamd.host", "127.0.0.1");
        WORLD.settings.put("clamd.port", System.getProperty("clamd.port", "3310"));
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void aCleanPictureGoesOn() {
        AssetId id = WORLD.receive(MediaKind.PICTURE, MediaWorld.sample("front-door-gps.jpg"));
        assertThat(WORLD.settled(id).isReady()).isTrue();
    }

    @Test
    void aPictureWithTheTestStringBehindItIsRefused() throws IOException {
        ByteArrayOutputStream infected = new ByteArrayOutputStream();
        infected.write(MediaWorld.sample("front-door-gps.jpg"));
        // In two parts, so that no scanner finds it in this file.
        infected.write(("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII));
        AssetId id = WORLD.receive(MediaKind.PICTURE, infected.toByteArray());
        assertThat(WORLD.settled(id).getRefusal()).isEqualTo("error.file_unsafe");
    }

    @Test
    void whatIsLargerThanItTakesIsNoVerdict() {
        byte[] large = new byte[3_000_000];
        byte[] head = MediaWorld.sample("front-door-gps.jpg");
        System.arraycopy(head, 0, large, 0, Math.min(head.length, 1000));
        SealedKey key = WORLD.get(VaultKeys.class).require(WORLD.newKey());
        assertThatThrownBy(() -> WORLD.get(MalwareScan.class)
                        .requireClean(java.util.List.of(WORLD.get(Vault.class)
                                .seal(key, new java.io.ByteArrayInputStream(large), large.length))))
                .as("with StreamMaxLength 2M")
                .isInstanceOf(ScanUnavailable.class);
    }
}
