package org.mydirection.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile of linear light makes 55 of 255 a middle grey of about 128: whoever ignores it gets a dark picture. */
class ColourTest {

    private static final MediaWorld WORLD = MediaWorld.shared();
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    @Test
    void theProfileOfAJpegIsApplied() throws IOException {
        byte[] plain = encoded("jpeg");
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(segment);
        out.write(plain, 0, 2);
        out.writeShort(0xffe2);
        out.writeShort(2 + 14 + LINEAR.length);
        out.write("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {1, 1});
        out.write(LINEAR);
        out.write(plain, 2, plain.length - 2);
        assertMiddleGrey(segment.toByteArray());
    }

    @Test
    void theProfileOfAPngIsApplied() throws IOException {
        byte[] plain = encoded("png");
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("iCCPlinear\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(chunk)) {
            deflater.write(LINEAR);
        }
        CRC32 crc = new CRC32();
        crc.update(chunk.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(plain, 0, 33);
        out.writeInt(chunk.size() - 4);
        out.write(chunk.toByteArray());
        out.writeInt((int) crc.getValue());
        out.write(plain, 33, plain.length - 33);
        assertMiddleGrey(png.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void everyOrientationPutsTheMarkedCornerWhereItBelongs(int orientation, int right, int bottom) {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, 5, 5);
        g.dispose();

        BufferedImage upright = Orientation.apply(orientation, image);

        assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? 40 : 20);
        int x = right == 0 ? 0 : upright.getWidth() - 1;
        int y = bottom == 0 ? 0 : upright.getHeight() - 1;
        assertThat(new Color(upright.getRGB(x, y))).isEqualTo(Color.RED);
        assertThat(new Color(upright.getRGB(upright.getWidth() - 1 - x, upright.getHeight() - 1 - y)))
                .isEqualTo(Color.BLACK);
    }

    private static void assertMiddleGrey(byte[] picture) throws IOException {
        AssetId id = WORLD.receive(MediaKind.PICTURE, picture);
        assertThat(WORLD.settled(id).isReady()).isTrue();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(WORLD.bytes(id, Form.MASTER)));
        assertThat(new Color(image.getRGB(20, 20)).getGreen()).isBetween(122, 134);
    }

    private static byte[] encoded(String format) throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[1600];
        Arrays.fill(pixels, 0x373737);
        image.setRGB(0, 0, 40, 40, pixels, 0, 40);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }
}
