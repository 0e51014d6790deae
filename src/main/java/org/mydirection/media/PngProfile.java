package org.mydirection.media;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Node;

/** The colour profile of a PNG (its iCCP chunk), which the reader of the platform hands out but does not apply. */
final class PngProfile {

    private static final String FORMAT = "javax_imageio_png_1.0";

    /** A profile of a camera or screen is some kilobytes; anything larger is left aside. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private PngProfile() {}

    /** Empty when there is none, it is unusable, or it is not for three colour channels. */
    static Optional<ICC_ColorSpace> of(ImageReader reader) throws IOException {
        try {
            Node root = reader.getImageMetadata(0).getAsTree(FORMAT);
            for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
                if ("iCCP".equals(node.getNodeName())) {
                    byte[] compressed = (byte[]) ((IIOMetadataNode) node).getUserObject();
                    return read(compressed);
                }
            }
        } catch (RuntimeException unusable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The same samples, said to be in that colour space; the image itself when its samples are not of that shape. */
    static BufferedImage attach(ICC_ColorSpace profile, BufferedImage image) {
        SampleModel samples = image.getSampleModel();
        if (!(samples instanceof ComponentSampleModel)
                || samples.getNumBands() < 3
                || image.getColorModel().getColorSpace().getType() != ColorSpace.TYPE_RGB) {
            return image;
        }
        boolean alpha = image.getColorModel().hasAlpha();
        ColorModel model = new ComponentColorModel(
                profile,
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                image.getRaster().getTransferType());
        return new BufferedImage(model, image.getRaster(), false, null);
    }

    private static Optional<ICC_ColorSpace> read(byte[] compressed) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            ICC_Profile profile = ICC_Profile.getInstance(in.readNBytes(MOST_BYTES));
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB
                    ? Optional.of(new ICC_ColorSpace(profile))
                    : Optional.empty();
        }
    }
}
