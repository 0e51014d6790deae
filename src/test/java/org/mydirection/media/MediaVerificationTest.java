package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaVerificationTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final MediaVerification VERIFICATION = WORLD.get(MediaVerification.class);

    @Test
    void aPictureThatKeptItsMetadataIsFound() {
        Path gps = MediaWorld.SAMPLES.resolve("front-door-gps.jpg");
        assertThatThrownBy(() -> VERIFICATION.requireOnlyPixels(gps)).isInstanceOf(IOException.class);
    }

    @Test
    void aSegmentThatNobodyKnowsIsFound() throws IOException {
        byte[] clean = WORLD.bytes(WORLD.ready(MediaKind.PICTURE, "lamp.gif"), Form.PHONE);
        Path folder = Files.createTempDirectory(WORLD.data, "verify-");
        Path bare = Files.write(folder.resolve("bare.jpg"), clean);
        VERIFICATION.requireOnlyPixels(bare);

        byte[] tagged = new byte[clean.length + 8];
        System.arraycopy(clean, 0, tagged, 0, 2);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xe7, 0, 6, 's', 'e', 'c', 'r'}, 0, tagged, 2, 8);
        System.arraycopy(clean, 2, tagged, 10, clean.length - 2);
        Path file = Files.write(folder.resolve("tagged.jpg"), tagged);
        assertThatThrownBy(() -> VERIFICATION.requireOnlyPixels(file)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice-memo-location.m4a", "recipe.ogg", "first-day-artwork.mp3"})
    void aRecordingThatKeptItsTagsIsFound(String sample) throws IOException {
        Path folder = Files.createTempDirectory(WORLD.data, "verify-");
        Path file = MediaWorld.SAMPLES.resolve(sample).toAbsolutePath();
        assertThatThrownBy(() -> VERIFICATION.requireOnlySamples(file, folder)).isInstanceOf(IOException.class);
    }
}
