package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

class MediaIntakeTest {

    private static MediaWorld world;

    @BeforeAll
    static void open() {
        world = MediaWorld.unstarted();
        world.settings.put("media.max.picture.megabytes", "1");
        world.settings.put("media.max.megabytes", "11");
        world.start();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refusal(MediaKind.PICTURE, new byte[0])).isEqualTo(Refusal.of("error.file_empty"));
    }

    @ParameterizedTest
    @CsvSource({
        "page-renamed.mp3, RECORDING",
        "page-renamed.mp3, PICTURE",
        "first-day-artwork.mp3, PICTURE",
        "front-door-gps.jpg, RECORDING"
    })
    void whatIsNotOfThatKindIsRefusedByItsContent(String sample, MediaKind expected) {
        assertThat(refusal(expected, MediaWorld.sample(sample))).isEqualTo(Refusal.of("error.file_type"));
    }

    @Test
    void tooLargeAFileIsRefusedWhileItArrivesAndLeavesNothing() {
        List<UUID> before = world.objects();
        byte[] picture = Arrays.copyOf(MediaWorld.sample("kitchen.png"), 1_000_001);
        assertThat(refusal(MediaKind.PICTURE, picture)).isEqualTo(Refusal.of("error.file_too_big", 1));

        byte[] recording = Arrays.copyOf(MediaWorld.sample("first-day.wav"), 12_000_000);
        assertThat(refusal(MediaKind.RECORDING, recording)).isEqualTo(Refusal.of("error.file_too_big", 11));
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        List<UUID> before = world.objects();
        InputStream breaking = new SequenceInputStream(
                new ByteArrayInputStream(MediaWorld.sample("first-day.wav")), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the person went into a tunnel");
                    }
                });

        assertThatThrownBy(() -> world.get(MediaIntake.class)
                        .receive(world.owner, world.newKey(), MediaKind.RECORDING, breaking))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void anUnknownOrDestroyedKeyTakesNothingIn() {
        VaultKeyId destroyed = world.newKey();
        world.get(VaultKeys.class).destroy(destroyed);
        assertThatThrownBy(() -> world.receive(destroyed, MediaKind.PICTURE, MediaWorld.sample("kitchen.png")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> world.receive(VaultKeyId.random(), MediaKind.PICTURE, MediaWorld.sample("kitchen.png")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anOwnerWhoIsNotThereLeavesNoObjectBehind() {
        List<UUID> before = world.objects();
        VaultKeyId key = world.newKey();
        assertThatThrownBy(() -> world.get(MediaIntake.class)
                        .receive(
                                UUID.randomUUID(),
                                key,
                                MediaKind.PICTURE,
                                new ByteArrayInputStream(MediaWorld.sample("lamp.gif"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @CsvSource({
        "front-door-gps.jpg, 4000",
        "kitchen.png, 4000",
        "path.webp, 400",
        "first-day.heic, 4000",
        "bench.avif, 2000",
        "lamp.gif, 12"
    })
    void halfAPictureIsRefusedAsBroken(String sample, int kept) {
        assertRefused(MediaKind.PICTURE, Arrays.copyOf(MediaWorld.sample(sample), kept), "error.file_broken");
    }

    @ParameterizedTest
    @CsvSource({"first-day.wav, 44", "voice-memo-location.m4a, 600", "recipe.ogg, 60", "bus.flac, 60"})
    void aRecordingWithNothingToHearIsRefusedAsBroken(String sample, int kept) {
        assertRefused(MediaKind.RECORDING, Arrays.copyOf(MediaWorld.sample(sample), kept), "error.file_broken");
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() {
        AssetView view = assertRefused(MediaKind.PICTURE, pngThatClaims(10_000, 5_001), "error.picture_too_big");
        assertThat(view.getReason()).isEqualTo(Refusal.of("error.picture_too_big", 50));
        assertRefused(MediaKind.PICTURE, pngThatClaims(20_001, 10), "error.picture_too_big");
    }

    @Test
    void aFilmIsNotARecording() throws IOException {
        for (String container : List.of("mp4", "matroska", "mov")) {
            byte[] film =
                    made("-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-f", "lavfi", "-i", "sine=d=1", "-f", container);
            assertThat(codeOf(MediaKind.RECORDING, film)).as(container).isEqualTo("error.file_type");
        }
    }

    @Test
    void aRecordingOfMoreThanTwentyMinutesIsRefused() throws IOException {
        byte[] long20 = made("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono:d=1203", "-b:a", "16k", "-f", "mp3");
        AssetView view = assertRefused(MediaKind.RECORDING, long20, "error.recording_too_long");
        assertThat(view.getReason()).isEqualTo(Refusal.of("error.recording_too_long", 20));
    }

    @Test
    void silenceStaysSilence() throws IOException {
        byte[] silence = made("-f", "lavfi", "-i", "anullsrc=r=16000:cl=stereo:d=2", "-f", "wav");
        AssetId id = world.receive(MediaKind.RECORDING, silence);
        AssetView view = world.settled(id);
        assertThat(view.isReady()).isTrue();
        assertThat(view.getPeaks()).hasSize(400).containsOnly(0);
    }

    @Test
    void whatWasRefusedKeepsNoBytes() {
        AssetId id = world.receive(MediaKind.PICTURE, Arrays.copyOf(MediaWorld.sample("kitchen.png"), 4000));
        assertThat(world.settled(id).isRefused()).isTrue();
        assertThat(world.get(MediaReading.class).open(id, Form.MASTER)).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        world.count("select count(*) from media_asset where id = ? and raw_object is null", id.value())
                                == 1);
    }

    private static AssetView assertRefused(MediaKind kind, byte[] bytes, String code) {
        AssetView view = world.settled(world.receive(kind, bytes));
        assertThat(view.getStatus()).isEqualTo(AssetStatus.REFUSED);
        assertThat(view.getRefusal()).isEqualTo(code);
        return view;
    }

    /** Of the refusal, at once or after a look inside. */
    private static String codeOf(MediaKind kind, byte[] bytes) {
        try {
            return world.settled(world.receive(kind, bytes)).getRefusal();
        } catch (Refused atOnce) {
            return atOnce.refusals().get(0).code();
        }
    }

    private static Refusal refusal(MediaKind expected, byte[] bytes) {
        Refused refused = catchThrowableOfType(Refused.class, () -> world.receive(expected, bytes));
        assertThat(refused).isNotNull();
        return refused.refusals().get(0);
    }

    /** A file that ffmpeg makes for a test. */
    private static byte[] made(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory(world.data, "made-");
        Path file = folder.resolve("made");
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.add(file.toString());
        assertThat(world.get(MediaTools.class)
                        .ffmpeg(folder, Duration.ofSeconds(30), all)
                        .accepted())
                .isTrue();
        return Files.readAllBytes(file);
    }

    /** The signature and header of a PNG of that size, and nothing of its pixels. */
    private static byte[] pngThatClaims(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17).order(ByteOrder.BIG_ENDIAN);
        header.put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        png.writeBytes(header.array());
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        png.writeBytes(new byte[] {0, 0, 0, 0, 'I', 'D', 'A', 'T', 0x35, (byte) 0xaf, 6, 0x1e});
        return png.toByteArray();
    }
}
