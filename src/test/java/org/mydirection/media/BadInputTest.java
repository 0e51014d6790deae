package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mydirection.shared.Refused;

/**
 * Files that are broken or made to break something. Each ends in a refusal or in a clean rendition, and the next good one
 * goes through. How many mutations and truncations: system properties {@code media.mutations} (of each sample) and
 * {@code media.truncations} (bytes between two); a small seeded share here, all of it by {@code mvn verify -Pstress}.
 */
class BadInputTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final int MUTATIONS = Integer.getInteger("media.mutations", 2);
    private static final int TRUNCATIONS = Integer.getInteger("media.truncations", 0);

    /** Of the many that come at once; the others are broken, which costs less. */
    private static final int GOOD_IS_EACH = 8;

    /** Some of each sample are tried where every kilobyte would take too long. */
    private static final int FEW = 2;

    @AfterEach
    void theNextGoodOneGoesThrough() throws IOException {
        assertThat(treat(MediaKind.PICTURE, png(60, 40))).isEqualTo("clean");
    }

    static Stream<String> samples() {
        return Stream.of(
                "front-door-gps.jpg",
                "kitchen.png",
                "lamp.gif",
                "path.webp",
                "first-day.heic",
                "bench.avif",
                "first-day.wav",
                "first-day-artwork.mp3",
                "voice-memo-location.m4a",
                "quiet-voice.ogg",
                "river.webm",
                "bus.flac");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileThatEndsTooEarlyIsRefusedOrClean(String sample) throws IOException {
        byte[] whole = MediaWorld.sample(sample);
        int step = TRUNCATIONS > 0 ? TRUNCATIONS : Math.max(1024, whole.length / FEW);
        for (int length = TRUNCATIONS > 0 ? 1 : step / 2; length < whole.length; length += step) {
            treat(kind(whole), Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileWithFlippedBitsIsRefusedOrClean(String sample) throws IOException {
        byte[] whole = MediaWorld.sample(sample);
        Random random = new Random(sample.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = whole.clone();
            // Half of them near the beginning, where what a parser believes is written.
            int reach = i % 2 == 0 ? Math.min(2048, mutated.length) : mutated.length;
            for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
                mutated[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
            }
            treat(kind(whole), mutated);
        }
    }

    @Test
    void aBombThatSaysSoIsRefusedBeforeItIsDecoded() throws IOException {
        Instant began = Instant.now();
        assertThat(treat(MediaKind.PICTURE, png(50_000, 50_000))).isEqualTo("error.picture_too_big");
        assertThat(treat(MediaKind.PICTURE, png(30_000, 10))).isEqualTo("error.picture_too_big");
        assertThat(treat(MediaKind.PICTURE, png(7_000, 7_000)))
                .as("49 megapixels from some kilobytes")
                .isEqualTo("error.picture_too_big");
        assertThat(treat(MediaKind.PICTURE, webp(16_000_000, 16_000_000))).isEqualTo("error.picture_too_big");
        assertThat(treat(MediaKind.PICTURE, avif(60_000, 60_000))).isEqualTo("error.picture_too_big");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void ofTenThousandFramesOneIsLookedAt() throws IOException {
        assertThat(treat(MediaKind.PICTURE, gif(10_000))).isEqualTo("clean");
    }

    @Test
    void aRecordingThatClaimsTenHoursIsTakenForWhatItIs() throws IOException {
        byte[] flac = MediaWorld.sample("bus.flac");
        ByteBuffer claim = ByteBuffer.wrap(flac);
        long samples = 10L * 3600 * 44_100;
        claim.put(21, (byte) (claim.get(21) & 0xf0 | (int) (samples >> 32)));
        claim.putInt(22, (int) samples);
        assertThat(treat(MediaKind.RECORDING, flac)).isIn("clean", "error.file_broken");
    }

    @Test
    void whatIsAlsoAPageAndAnArchiveBecomesAPicture() throws IOException {
        byte[] jpeg = MediaWorld.sample("front-door-gps.jpg");
        byte[] page = "<html><script>alert('page')</script>".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream polyglot = new ByteArrayOutputStream();
        polyglot.write(jpeg, 0, 2);
        polyglot.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (page.length + 2)});
        polyglot.write(page);
        polyglot.write(jpeg, 2, jpeg.length - 2);
        polyglot.write(zip());

        AssetId id = WORLD.receive(MediaKind.PICTURE, polyglot.toByteArray());

        assertThat(WORLD.settled(id).isReady()).isTrue();
        for (Form form : Form.of(MediaKind.PICTURE)) {
            String bytes = new String(WORLD.bytes(id, form), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("script", "PK\u0003\u0004").endsWith("\u00ff\u00d9");
        }
    }

    @Test
    void whatBeginsAsAPageIsNoRecording() throws IOException {
        ByteArrayOutputStream mp3 = new ByteArrayOutputStream();
        mp3.write("<!DOCTYPE html><html><body>".getBytes(StandardCharsets.US_ASCII));
        mp3.write(MediaWorld.sample("first-day-artwork.mp3"));
        assertThat(treat(MediaKind.RECORDING, mp3.toByteArray())).isEqualTo("error.file_type");
    }

    @Test
    void whatIsNotOnTheListIsRefusedBeforeAnyDecoder() throws IOException {
        List<byte[]> others = List.of(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                zip(),
                "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1),
                playlist(9),
                concat(9));
        for (byte[] other : others) {
            for (MediaKind kind : MediaKind.values()) {
                assertThat(treat(kind, other)).isEqualTo("error.file_type");
            }
        }
    }

    /** Behind the detection, too: each demuxer by itself opens nothing that a file names. */
    @ParameterizedTest
    @EnumSource(SourceType.class)
    void whatNamesOtherFilesAndAddressesOpensNothing(SourceType type) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(1); // the tools have ended: what they asked for waits in the queue
            for (byte[] script : List.of(playlist(listener.getLocalPort()), concat(listener.getLocalPort()))) {
                assertThat(sanitise(type, script)).isIn("error.file_broken", "error.picture_too_big");
            }
            assertThatThrownBy(listener::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aLengthThatLiesTakesNothingIn() throws Exception {
        byte[] photo = MediaWorld.sample("front-door-gps.jpg");
        Uploading uploading = WORLD.get(Uploading.class);
        UploadId id = uploading.open(
                WORLD.owner, WORLD.newKey(), MediaKind.PICTURE, "here", Optional.of(photo.length - 1000L));
        InputStream more = new SequenceInputStream(new ByteArrayInputStream(photo), new ByteArrayInputStream(photo));
        assertThat(uploading.append(WORLD.owner, id, 0, more).received()).isEqualTo(photo.length - 1000L);
        assertThat(WORLD.settled(uploading.finish(WORLD.owner, id)).getRefusal())
                .isEqualTo("error.file_broken");
    }

    @Test
    void ofTwoHundredAtOnceTheGoodOnesGoThroughAndTheBrokenOnesAreRefused() throws Exception {
        byte[] good = png(60, 40);
        byte[] broken = Arrays.copyOf(good, good.length - 20);
        ExecutorService people = Executors.newFixedThreadPool(200);
        try {
            List<Future<AssetId>> sent = IntStream.range(0, 200)
                    .mapToObj(i -> people.submit(
                            () -> WORLD.receive(MediaKind.PICTURE, i % GOOD_IS_EACH == 0 ? good : broken)))
                    .toList();
            for (int i = 0; i < sent.size(); i++) {
                AssetView settled = WORLD.settled(sent.get(i).get());
                assertThat(settled.isReady()).isEqualTo(i % GOOD_IS_EACH == 0);
                assertThat(settled.getRefusal()).isEqualTo(settled.isReady() ? null : "error.file_broken");
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** As intake and the job would; what comes out must be clean. */
    private static String treat(MediaKind kind, byte[] bytes) throws IOException {
        Optional<SourceType> type = SourceType.of(Arrays.copyOf(bytes, Math.min(bytes.length, SourceType.HEAD)))
                .filter(found -> found.kind() == kind);
        return type.isEmpty() ? MediaLimits.TYPE : sanitise(type.get(), bytes);
    }

    private static String sanitise(SourceType type, byte[] bytes) throws IOException {
        try (WorkFolder work = new WorkFolder(WORLD.get(MediaSettings.class).workFolder(), AssetId.random())) {
            Path raw = Files.write(work.file("raw"), bytes);
            SanitisedMedia media = type.kind() == MediaKind.PICTURE
                    ? WORLD.get(PictureSanitising.class).sanitise(raw, type, work)
                    : WORLD.get(RecordingSanitising.class).sanitise(raw, type, work);
            for (Path file : media.files().values()) {
                verify(type.kind(), file, work);
            }
            return "clean";
        } catch (Refused refused) {
            return refused.refusals().get(0).code();
        } catch (ToolEnded ended) {
            return "error.file_broken"; // so it ends after some tries
        }
    }

    private static void verify(MediaKind kind, Path file, WorkFolder work) {
        try {
            if (kind == MediaKind.PICTURE) {
                WORLD.get(MediaVerification.class).requireOnlyPixels(file);
            } else {
                WORLD.get(MediaVerification.class).requireOnlySamples(file, work.path());
            }
        } catch (IOException unclean) {
            fail("something else than pixels and samples came out", unclean);
        }
    }

    private static MediaKind kind(byte[] whole) {
        return SourceType.of(Arrays.copyOf(whole, Math.min(whole.length, SourceType.HEAD)))
                .orElseThrow()
                .kind();
    }

    private static byte[] playlist(int port) {
        return ("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXTINF:1,\nhttp://127.0.0.1:" + port
                        + "/a.ts\n#EXT-X-ENDLIST\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(int port) {
        return ("ffconcat version 1.0\nfile file:///etc/passwd\nfile http://127.0.0.1:" + port + "/a.wav\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("script.html"));
            zip.write("<script>alert('page')</script>".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** White, so that it is small whatever it claims. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.writeLong(0x89504e470d0a1a0aL);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(pixels)) {
            deflating.write(new byte[100_000]);
        }
        chunk(out, "IDAT", pixels.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        checksum.update(content);
        out.writeInt(content.length);
        out.writeBytes(type);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }

    private static byte[] webp(int width, int height) {
        ByteBuffer webp = ByteBuffer.allocate(60).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        webp.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(52);
        webp.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0);
        put24(webp, width - 1);
        put24(webp, height - 1);
        return webp.array();
    }

    private static void put24(ByteBuffer to, int value) {
        to.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    /** With every size in it, of tiles and of the whole, replaced. */
    private static byte[] avif(int width, int height) {
        byte[] avif = MediaWorld.sample("bench.avif");
        ByteBuffer boxes = ByteBuffer.wrap(avif);
        for (int i = 0; i + 16 <= avif.length; i++) {
            if (boxes.getInt(i) == 0x69737065) {
                boxes.putInt(i + 8, width).putInt(i + 12, height);
            }
        }
        return avif;
    }

    private static byte[] gif(int frames) throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        gif.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
        gif.write(new byte[] {1, 0, 1, 0, (byte) 0x80, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        for (int i = 0; i < frames; i++) {
            gif.write(new byte[] {0x21, (byte) 0xf9, 4, 0, 1, 0, 0, 0});
            gif.write(new byte[] {0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0});
        }
        gif.write(0x3b);
        return gif.toByteArray();
    }
}
