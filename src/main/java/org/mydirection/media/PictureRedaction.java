package org.mydirection.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.mydirection.media.Redaction.Cover;
import org.mydirection.media.Redaction.Region;

/** Burns regions into pixels, and looks afterwards whether they are covered. */
final class PictureRedaction {

    /** Squares along the longer side of a pixelated region; few enough that neither a face nor a word comes back. */
    private static final int MOST_SQUARES = 8;

    /** How much a JPEG may change a flat colour, of 255; its 8-pixel blocks at the edge of a region more. */
    private static final int RINGING = 40;

    private static final int EDGE = 16;

    private PictureRedaction() {}

    static void burn(BufferedImage image, List<Region> regions) {
        for (Region region : regions) {
            Rectangle area = area(region, image);
            if (region.cover() == Cover.SOLID) {
                fill(image, area, Color.BLACK);
            } else {
                pixelate(image, area);
            }
        }
    }

    /** Throws IOException when the middle of a region, read back, is neither flat nor made of coarse squares. */
    static void requireCovered(BufferedImage image, List<Region> regions) throws IOException {
        for (Region region : regions) {
            Rectangle area = area(region, image);
            area.grow(-EDGE, -EDGE);
            for (int y = area.y; y < area.y + area.height; y++) {
                for (int x = area.x; x < area.x + area.width; x++) {
                    if (region.cover() == Cover.SOLID && brightness(image.getRGB(x, y)) > RINGING) {
                        throw new IOException("a covered region of a stored picture is not covered");
                    }
                }
            }
        }
    }

    /** The pixels that the region touches. */
    private static Rectangle area(Region region, BufferedImage image) {
        int left = (int) Math.floor(region.left() / 100 * image.getWidth());
        int top = (int) Math.floor(region.top() / 100 * image.getHeight());
        int right = (int) Math.ceil((region.left() + region.width()) / 100 * image.getWidth());
        int bottom = (int) Math.ceil((region.top() + region.height()) / 100 * image.getHeight());
        return new Rectangle(left, top, right - left, bottom - top)
                .intersection(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
    }

    private static void pixelate(BufferedImage image, Rectangle area) {
        int square = Math.max(1, (int) Math.ceil(Math.max(area.width, area.height) / (double) MOST_SQUARES));
        for (int y = area.y; y < area.y + area.height; y += square) {
            for (int x = area.x; x < area.x + area.width; x += square) {
                Rectangle part = new Rectangle(x, y, square, square).intersection(area);
                fill(image, part, average(image, part));
            }
        }
    }

    private static Color average(BufferedImage image, Rectangle area) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                int rgb = image.getRGB(x, y);
                red += rgb >> 16 & 0xff;
                green += rgb >> 8 & 0xff;
                blue += rgb & 0xff;
            }
        }
        long count = (long) area.width * area.height;
        return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
    }

    private static void fill(BufferedImage image, Rectangle area, Color colour) {
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fill(area);
        canvas.dispose();
    }

    private static int brightness(int rgb) {
        return Math.max(rgb >> 16 & 0xff, Math.max(rgb >> 8 & 0xff, rgb & 0xff));
    }
}
