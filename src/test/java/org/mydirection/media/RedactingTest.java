package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mydirection.media.Redaction.Cover;
import org.mydirection.media.Redaction.Region;
import org.mydirection.media.Redaction.Sound;
import org.mydirection.media.Redaction.Span;
import org.mydirection.shared.Refused;

class RedactingTest {

    private static MediaWorld world;
    private static Redacting redacting;

    @BeforeAll
    static void open() {
        world = MediaWorld.unstarted();
        world.settings.put("media.withheld.days", "30");
        world.start();
        redacting = world.get(Redacting.class);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void aCoveredRegionIsGoneFromEveryFormAndTheRestStays() throws IOException {
        AssetId id = world.ready(MediaKind.PICTURE, "kitchen.png");
        BufferedImage before = picture(id, Form.MASTER);
        StoredForm served = world.get(MediaReading.class).open(id, Form.SCREEN).orElseThrow();

        redact(id, picture(new Region(Cover.SOLID, 10, 20, 30, 25)));

        for (Form form : Form.of(MediaKind.PICTURE)) {
            BufferedImage after = picture(id, form);
            assertThat(after.getRGB(after.getWidth() / 4, after.getHeight() / 3) & 0xf0f0f0)
                    .as("black in %s", form)
                    .isZero();
        }
        BufferedImage after = picture(id, Form.MASTER);
        assertThat(after.getWidth()).isEqualTo(before.getWidth());
        assertThat(after.getHeight()).isEqualTo(before.getHeight());
        assertThat(distance(
                        before.getRGB(before.getWidth() * 3 / 4, before.getHeight() * 3 / 4),
                        after.getRGB(after.getWidth() * 3 / 4, after.getHeight() * 3 / 4)))
                .isLessThan(30);
        assertThat(world.get(MediaReading.class)
                        .open(id, Form.SCREEN)
                        .orElseThrow()
                        .etag())
                .isNotEqualTo(served.etag());
    }

    @Test
    void aPixelatedRegionHoldsAFewSquares() throws IOException {
        AssetId id = world.ready(MediaKind.PICTURE, "front-door-gps.jpg");
        redact(id, picture(new Region(Cover.PIXELATED, 0, 0, 100, 100)));
        BufferedImage after = picture(id, Form.MASTER);
        int square = (int) Math.ceil(Math.max(after.getWidth(), after.getHeight()) / 8.0);
        int inside = distance(after.getRGB(square / 3, square / 3), after.getRGB(square * 2 / 3, square * 2 / 3));
        assertThat(inside).as("within a square").isLessThan(12);
    }

    @Test
    void aSpanIsTakenOutAndTheLengthStays() throws IOException {
        AssetId id = world.ready(MediaKind.RECORDING, "first-day.wav");
        long length = world.view(id).getDurationMillis();
        double voice = loudness(id, 0, length);

        redact(id, sound(false, new Span(Sound.MUTED, 300, 700), new Span(Sound.BLEEPED, 1000, 1400)));

        assertThat(world.view(id).getDurationMillis()).isCloseTo(length, within(30));
        assertThat(loudness(id, 300, 700)).as("the muted span").isLessThan(voice / 100);
        assertThat(loudness(id, 1050, 1350)).as("the tone").isGreaterThan(500);
        assertThat(world.view(id).getPeaks()).hasSize(400);
        int silent = (int) (400 * 500 / length);
        assertThat(world.view(id).getPeaks().get(silent))
                .as("the waveform shows it")
                .isLessThan(3);
    }

    @Test
    void aDisguisedVoiceIsAnotherSoundOfTheSameLengthAndNeverTheSameTwice() throws IOException {
        AssetId first = world.ready(MediaKind.RECORDING, "quiet-voice.ogg");
        AssetId second = world.ready(MediaKind.RECORDING, "quiet-voice.ogg");
        long length = world.view(first).getDurationMillis();
        short[] before = samples(first);

        redact(first, sound(true));
        redact(second, sound(true, new Span(Sound.MUTED, 200, 600)));

        assertThat(world.view(first).getDurationMillis()).isCloseTo(length, within(30));
        assertThat(alike(before, samples(first))).isLessThan(0.2);
        assertThat(alike(samples(first), samples(second))).isLessThan(0.2);
        assertThat(loudness(second, 200, 600)).isLessThan(70);
    }

    @Test
    void whatWasShownBeforeIsWithheldAndDestroyedAfterItsTime() throws IOException {
        AssetId id = world.ready(MediaKind.PICTURE, "lamp.gif");
        List<UUID> before = forms(id);

        redact(id, picture(new Region(Cover.SOLID, 0, 0, 50, 50)));

        assertThat(forms(id)).doesNotContainAnyElementsOf(before);
        assertThat(world.objects()).containsAll(before);
        sweepIn(Duration.ofDays(29));
        assertThat(world.objects()).as("kept in case it was a mistake").containsAll(before);
        sweepIn(Duration.ofDays(31));
        assertThat(world.objects()).doesNotContainAnyElementsOf(before).containsAll(forms(id));
        assertThat(picture(id, Form.PHONE)).isNotNull();
    }

    @Test
    void aDiscardedFileGoesWithAllThatWasWithheld() throws IOException {
        AssetId id = world.ready(MediaKind.PICTURE, "lamp.gif");
        List<UUID> objects = new ArrayList<>(forms(id));
        redact(id, picture(new Region(Cover.SOLID, 0, 0, 50, 50)));
        objects.addAll(forms(id));
        world.get(MediaIntake.class).discard(id);

        await().untilAsserted(() -> assertThat(world.objects()).doesNotContainAnyElementsOf(objects));
    }

    @Test
    void whatIsDroppedLeavesNothing() {
        AssetId id = world.ready(MediaKind.PICTURE, "lamp.gif");
        List<UUID> before = world.objects();
        redacting.drop(redacting.prepare(id, picture(new Region(Cover.SOLID, 0, 0, 50, 50))));
        assertThat(world.objects()).containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,10,10", "0,0,0,10", "95,0,10,10", "0,50,10,60"})
    void aRegionOutsideThePictureIsRefused(double left, double top, double width, double height) {
        AssetId id = world.ready(MediaKind.PICTURE, "path.webp");
        assertThat(refusal(id, picture(new Region(Cover.SOLID, left, top, width, height))))
                .isEqualTo("redaction.region");
        assertThat(refusal(id, new Redaction(List.of(), List.of(), true))).isEqualTo("redaction.nothing");
    }

    @Test
    void aSpanOutsideTheRecordingIsRefused() {
        AssetId id = world.ready(MediaKind.RECORDING, "quiet-voice.ogg");
        assertThat(refusal(id, sound(false, new Span(Sound.MUTED, 0, 900_000)))).isEqualTo("redaction.span");
        assertThat(refusal(id, sound(false, new Span(Sound.MUTED, 500, 500)))).isEqualTo("redaction.span");
        assertThat(refusal(id, sound(false))).isEqualTo("redaction.nothing");
    }

    @Test
    void whatIsStillThereIsNoticed() {
        BufferedImage white = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 100, 100);
        assertThatThrownBy(
                        () -> PictureRedaction.requireCovered(white, List.of(new Region(Cover.SOLID, 10, 10, 50, 50))))
                .isInstanceOf(IOException.class);
        AssetId id = world.ready(MediaKind.RECORDING, "first-day.wav");
        for (Sound sound : Sound.values()) {
            assertThatThrownBy(() -> {
                        try (WorkFolder work = folder()) {
                            world.get(RecordingRedaction.class)
                                    .requireTakenOut(decoded(id, work), List.of(new Span(sound, 300, 900)));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static void redact(AssetId id, Redaction redaction) {
        redacting.replace(redacting.prepare(id, redaction));
    }

    private static String refusal(AssetId id, Redaction redaction) {
        return catchThrowableOfType(Refused.class, () -> redacting.prepare(id, redaction))
                .refusals()
                .get(0)
                .code();
    }

    private static Redaction picture(Region... regions) {
        return new Redaction(List.of(regions), List.of(), false);
    }

    private static Redaction sound(boolean disguised, Span... spans) {
        return new Redaction(List.of(), List.of(spans), disguised);
    }

    private static void sweepIn(Duration time) throws IOException {
        world.clock.moveTo(time);
        try {
            world.get(MediaSweep.class).run();
        } finally {
            world.clock.moveTo(Duration.ZERO);
        }
    }

    private static List<UUID> forms(AssetId id) {
        return world.get(AssetLedger.class).work(id).orElseThrow().forms().stream()
                .map(SealedForm::name)
                .toList();
    }

    private static BufferedImage picture(AssetId id, Form form) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(world.bytes(id, form)));
    }

    private static WorkFolder folder() throws IOException {
        return new WorkFolder(world.get(MediaSettings.class).workFolder(), AssetId.random());
    }

    private static Path decoded(AssetId id, WorkFolder work) throws IOException {
        Path mp4 = Files.write(work.file("heard.mp4"), world.bytes(id, Form.PLAYBACK));
        return world.get(RecordingRedaction.class).samples(mp4, SourceType.MP4, work, "heard.wav");
    }

    private static short[] samples(AssetId id) throws IOException {
        try (WorkFolder work = folder()) {
            ByteBuffer wav =
                    ByteBuffer.wrap(Files.readAllBytes(decoded(id, work))).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[(wav.capacity() - 44) / 2];
            wav.position(44)
                    .slice()
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        }
    }

    private static double loudness(AssetId id, long from, long to) throws IOException {
        short[] samples = samples(id);
        double sum = 0;
        int last = (int) Math.min(samples.length, to * 44_100 / 1000);
        int first = (int) (from * 44_100 / 1000);
        for (int i = first; i < last; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / (last - first));
    }

    /** The correlation of two sounds, 1 for the same. */
    private static double alike(short[] one, short[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            both += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return Math.abs(both) / Math.sqrt(first * second);
    }

    private static int distance(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff))
                + Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff))
                + Math.abs((one & 0xff) - (other & 0xff));
    }

    private static org.assertj.core.data.Offset<Long> within(long millis) {
        return org.assertj.core.data.Offset.offset(millis);
    }
}
