package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;

/**
 * The engine for drafts, really loaded. What it writes with a trained model is not tested here: there is no model in the
 * build.
 */
class WhisperDrafterTest {

    private static final MediaWorld WORLD = MediaWorld.shared();

    @TempDir
    Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final WhisperDrafter drafter = new WhisperDrafter();

    WhisperDrafterTest() {
        drafter.settings = new Settings() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
        drafter.folders = WORLD.get(MediaSettings.class);
        drafter.tools = WORLD.get(MediaTools.class);
        drafter.media = WORLD.get(MediaReading.class);
    }

    @Test
    void itIsOffUntilAModelIsNamed() throws IOException {
        drafter.check();
        assertThat(drafter.available()).isFalse();
        assertThat(drafter.draft(WORLD.ready(MediaKind.RECORDING, "first-day.wav")))
                .isEmpty();
    }

    @Test
    void aModelThatIsNotThereRefusesTheStart() {
        settings.put("transcript.model", folder.resolve("none.bin").toString());
        assertThatThrownBy(drafter::check).isInstanceOf(StartRefused.class).hasMessageContaining("transcript.model");
    }

    @Test
    void aFileThatIsNoModelRefusesTheStartThoughTheEngineIsFoundAndLoads() throws IOException {
        Path text = Files.writeString(folder.resolve("model.bin"), "not a model");
        settings.put("transcript.model", text.toString());
        assertThatThrownBy(drafter::check)
                .isInstanceOf(StartRefused.class)
                .hasMessage("The setting transcript.model must name a model of whisper.cpp, and " + text + " is none.");
    }

    @Test
    void aFileThatIsNoModelFailsInPlainWords() throws IOException {
        Path text = Files.writeString(folder.resolve("model.bin"), "not a model");
        settings.put("transcript.model", text.toString());
        assertThatThrownBy(() -> drafter.draft(WORLD.ready(MediaKind.RECORDING, "first-day.wav")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("transcript.model");
    }

    @Test
    void nothingOfARecordingIsLeftInTheWorkFolder() throws IOException {
        settings.put(
                "transcript.model",
                Files.writeString(folder.resolve("model.bin"), "a").toString());
        AssetId recording = WORLD.ready(MediaKind.RECORDING, "first-day.wav");
        assertThatThrownBy(() -> drafter.draft(recording)).isInstanceOf(IOException.class);
        try (var left = Files.list(drafter.folders.workFolder())) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("draft-"));
        }
    }

    @Test
    void aPictureHasNoWords() throws IOException {
        settings.put("transcript.model", folder.toString());
        assertThat(drafter.draft(WORLD.ready(MediaKind.PICTURE, "kitchen.png"))).isEmpty();
    }
}
