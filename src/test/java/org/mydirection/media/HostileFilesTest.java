package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were made to take the process down: by what they inflate to, by what they claim, by how often they are walked. */
class HostileFilesTest {

    /** More than the process of the tests may take as one array, less than a minute of inflating. */
    private static final long BOMB = 300_000_000;

    @TempDir
    private Path folder;

    @Test
    void aTextAndAProfileThatInflateWithoutEndAreLeftOutOfAPng() throws IOException {
        byte[] bomb = deflated(BOMB);
        byte[] png = png(Map.of("zTXt", named(bomb), "iCCP", named(bomb), "iTXt", named(bomb)));

        assertThat(PlainPng.copy(write(png), folder.resolve("plain.png"))).isTrue();

        byte[] plain = Files.readAllBytes(folder.resolve("plain.png"));
        assertThat(new String(plain, StandardCharsets.ISO_8859_1))
                .contains("IHDR", "IDAT", "IEND")
                .doesNotContain("zTXt", "iCCP", "iTXt");
    }

    @Test
    void theProfileOfACameraStaysInAPng() throws IOException {
        assertThat(PlainPng.copy(write(png(Map.of("iCCP", named(deflated(3_000))))), folder.resolve("plain.png")))
                .isTrue();
        assertThat(new String(Files.readAllBytes(folder.resolve("plain.png")), StandardCharsets.ISO_8859_1))
                .contains("iCCP");
    }

    @Test
    void aPngWithABombIsStillAPicture() throws IOException {
        MediaWorld world = MediaWorld.shared();

        AssetId id = world.receive(MediaKind.PICTURE, png(Map.of("zTXt", named(deflated(BOMB)))));

        assertThat(world.settled(id).isReady()).isTrue();
    }

    @Test
    void aPartThatIsLongerThanItsFileIsRefused() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.writeLong(0x89504e470d0a1a0aL);
        out.writeInt(Integer.MAX_VALUE);
        out.writeBytes("eXIf");
        assertThat(PlainPng.copy(write(png.toByteArray()), folder.resolve("plain.png")))
                .isFalse();

        ByteArrayOutputStream webp = new ByteArrayOutputStream();
        DataOutputStream riff = new DataOutputStream(webp);
        riff.writeBytes("RIFF");
        riff.writeInt(Integer.reverseBytes(Integer.MAX_VALUE));
        riff.writeBytes("WEBPEXIF");
        riff.writeInt(Integer.reverseBytes(Integer.MAX_VALUE - 100));
        assertThat(RiffChunks.fit(write(webp.toByteArray()))).isFalse();
        assertThat(RiffChunks.fit(write(MediaWorld.sample("path.webp")))).isTrue();
    }

    @Test
    void thePassesOverAJpegAreCounted() throws IOException {
        assertThat(JpegEnd.scans(write(MediaWorld.sample("front-door-gps.jpg"))))
                .isBetween(1, 12);

        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            many.write(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55});
        }
        assertThat(JpegEnd.scans(write(many.toByteArray()))).isEqualTo(500);
    }

    @Test
    void howOftenTheProcessEndedInTheMiddleIsKnownAfterAStart() throws IOException {
        AssetId asset = AssetId.random();
        for (int ended = 0; ended < MediaProcessing.MOST_ENDS; ended++) {
            // Not closed: the process is gone.
            WorkFolder work = new WorkFolder(folder, asset);
            assertThat(work.brokenOff()).isEqualTo(ended);
            Files.writeString(work.file("raw"), "bytes of a person");
            WorkFolder.clear(folder);
            assertThat(work.file("raw")).doesNotExist();
        }
        try (WorkFolder work = new WorkFolder(folder, asset)) {
            assertThat(work.brokenOff()).isEqualTo(MediaProcessing.MOST_ENDS);
        }
        try (WorkFolder work = new WorkFolder(folder, asset)) {
            assertThat(work.brokenOff()).isZero();
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "hostile", ""), bytes);
    }

    private static byte[] png(Map<String, byte[]> more) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.writeLong(0x89504e470d0a1a0aL);
        chunk(out, "IHDR", new byte[] {0, 0, 0, 10, 0, 0, 0, 10, 8, 2, 0, 0, 0});
        for (Map.Entry<String, byte[]> chunk : more.entrySet()) {
            chunk(out, chunk.getKey(), chunk.getValue());
        }
        chunk(out, "IDAT", deflated(310));
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

    /** A name, a zero, the way it is compressed, and the bytes. */
    private static byte[] named(byte[] compressed) {
        byte[] content = new byte[compressed.length + 3];
        content[0] = 'a';
        System.arraycopy(compressed, 0, content, 3, compressed.length);
        return content;
    }

    private static byte[] deflated(long zeros) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] piece = new byte[100_000];
        try (OutputStream out = new DeflaterOutputStream(deflated, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (long left = zeros; left > 0; left -= piece.length) {
                out.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
        return deflated.toByteArray();
    }
}
