package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitisingTest {

    private static final MediaWorld WORLD = MediaWorld.shared();

    /** Each sample is made safe once, and looked at by several tests. */
    private static final Map<String, AssetId> READY = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "front-door-gps.jpg, 900, 1200",
        "kitchen.png, 1200, 900",
        "path.webp, 1280, 800",
        "first-day.heic, 960, 1280",
        "bench.avif, 1200, 800",
        "lamp.gif, 480, 480"
    })
    void everyKindOfPictureComesOutUprightAndBare(String sample, int width, int height) throws Exception {
        AssetId id = ready(MediaKind.PICTURE, sample);

        AssetView view = WORLD.view(id);
        assertThat(view.getWidth()).isEqualTo(width);
        assertThat(view.getHeight()).isEqualTo(height);
        assertThat(view.getDurationMillis()).isNull();
        assertThat(view.getPeaks()).isEmpty();
        for (Form form : Form.of(MediaKind.PICTURE)) {
            byte[] jpeg = WORLD.bytes(id, form);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            assertThat(Math.max(image.getWidth(), image.getHeight()))
                    .isEqualTo(Math.min(form.longestSide(), Math.max(width, height)));
            assertThat((double) image.getWidth() / image.getHeight())
                    .isCloseTo((double) width / height, org.assertj.core.data.Offset.offset(0.01));
            assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                            .getDirectories())
                    .extracting(Directory::getName)
                    .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
            assertThat(text(jpeg)).doesNotContain("Exif", "http", "Sam Sample", "London", "ICC_PROFILE");
        }
        assertThat(WORLD.get(MediaReading.class).open(id, Form.PLAYBACK)).isEmpty();
    }

    @Test
    void aPictureTakenSidewaysStandsUpright() throws Exception {
        BufferedImage door = master("front-door-gps.jpg");

        assertThat(colour(door, 450, 1120)).as("pavement at the bottom").matches(near(0xcad2c5));
        assertThat(colour(door, 350, 530)).as("the blue door").matches(near(0x376281));
    }

    @Test
    void whatWasTransparentIsWhite() throws Exception {
        assertThat(colour(master("kitchen.png"), 4, 4)).matches(near(0xffffff));
    }

    @Test
    void theFirstFrameOfAnAnimationIsKept() throws Exception {
        BufferedImage lamp = master("lamp.gif");

        assertThat(colour(lamp, 240, 180)).as("the shade").matches(near(0xf2d48f));
        assertThat(colour(lamp, 60, 60)).as("the dark wall of the first frame").matches(near(0x394a52));
    }

    @Test
    void heicAndAvifKeepTheirColours() throws Exception {
        assertThat(colour(master("first-day.heic"), 200, 500))
                .as("the red door")
                .matches(near(0xa44a3f));
        assertThat(colour(master("bench.avif"), 100, 750)).as("grass").matches(near(0x84a98c));
    }

    @ParameterizedTest
    @CsvSource({
        "first-day.wav, 6496",
        "first-day-artwork.mp3, 6496",
        "voice-memo-location.m4a, 5151",
        "recipe.ogg, 5754",
        "river.webm, 4580",
        "bus.flac, 5617",
        "quiet-voice.ogg, 3899"
    })
    void everyKindOfRecordingComesOutEvenAndBare(String sample, long millis) throws Exception {
        AssetId id = ready(MediaKind.RECORDING, sample);

        AssetView view = WORLD.view(id);
        byte[] mp4 = WORLD.bytes(id, Form.PLAYBACK);
        Path folder = Files.createTempDirectory(WORLD.data, "heard-");
        Path file = Files.write(folder.resolve("playback.mp4"), mp4);
        Map<String, String> answers = WORLD.get(MediaProbe.class).everything(file, SourceType.MP4, folder);

        double seconds = Double.parseDouble(answers.get("format.duration"));
        assertThat(seconds * 1000).isBetween(millis - 50.0, millis + 50.0);
        assertThat((double) view.getDurationMillis()).isBetween(millis - 50.0, millis + 50.0);
        assertThat(view.getPeaks()).hasSize(400).allMatch(peak -> peak >= 0 && peak <= 100);
        assertThat(view.getPeaks().stream().max(Integer::compare).orElseThrow()).isGreaterThan(30);
        assertThat(view.getWidth()).isNull();
        assertThat(answers)
                .containsEntry("streams.stream.0.codec_name", "aac")
                .containsEntry("streams.stream.0.channels", "1")
                .containsEntry("format.nb_streams", "1");
        assertThat(answers.keySet())
                .noneMatch(name -> name.startsWith("chapters"))
                .filteredOn(name -> name.contains(".tags."))
                .allMatch(name -> name.matches(".*(brand|brands|minor_version|language|handler_name|vendor_id)"));
        assertThat(text(mp4)).doesNotContain("©xyz", "+51.5007", "Sam Sample", "Lavf", "Lavc", "New recording");
        assertThat(text(mp4).indexOf("moov"))
                .as("ready to play while it loads")
                .isLessThan(text(mp4).indexOf("mdat"));
        assertThat(loudness(file, folder)).isBetween(-17.0, -15.0);
    }

    @Test
    void theRawUploadIsDestroyedOnceTheResultIsReady() {
        AssetId id = ready(MediaKind.PICTURE, "front-door-gps.jpg");

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        WORLD.count("select count(*) from media_asset where id = ? and raw_object is null", id.value())
                                == 1);
        assertThat(WORLD.count("select count(*) from media_rendition where asset_id = ?", id.value()))
                .isEqualTo(4);
    }

    @Test
    void whatLiesInTheStoreIsNothingButCiphertext() throws Exception {
        AssetId id = ready(MediaKind.PICTURE, "lamp.gif");
        UUID name = (UUID) WORLD.ask("select stored_object from media_rendition where asset_id = ?", id.value())
                .orElseThrow();

        byte[] stored = WORLD.get(ObjectStore.class).get(name, 0, 3).readAllBytes();

        assertThat(stored).isNotEqualTo(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        assertThat(stored[0]).as("the length of the header, as Tink writes it").isEqualTo((byte) 40);
    }

    @Test
    void nothingStaysInTheWorkFolder() throws Exception {
        ready(MediaKind.RECORDING, "bus.flac");

        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            try (var files = Files.list(WORLD.data.resolve("work"))) {
                return files.findAny().isEmpty();
            }
        });
    }

    private static AssetId ready(MediaKind kind, String sample) {
        return READY.computeIfAbsent(sample, name -> WORLD.ready(kind, name));
    }

    private static BufferedImage master(String sample) throws IOException {
        AssetId id = ready(MediaKind.PICTURE, sample);
        return ImageIO.read(new ByteArrayInputStream(WORLD.bytes(id, Form.MASTER)));
    }

    private static Color colour(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    static java.util.function.Predicate<Color> near(int rgb) {
        Color wanted = new Color(rgb);
        return found -> Math.abs(found.getRed() - wanted.getRed()) <= 12
                && Math.abs(found.getGreen() - wanted.getGreen()) <= 12
                && Math.abs(found.getBlue() - wanted.getBlue()) <= 12;
    }

    private static double loudness(Path file, Path folder) throws IOException {
        ToolRun run = WORLD.get(MediaTools.class)
                .ffmpeg(
                        folder,
                        Duration.ofSeconds(20),
                        List.of("-i", file.toString(), "-af", "ebur128=framelog=quiet", "-f", "null", "-"));
        Matcher matcher = Pattern.compile("I:\\s+(-[0-9.]+) LUFS").matcher(run.remarks());
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
