package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.mydirection.shared.Refused;

/**
 * Turns an untrusted picture into upright sRGB pixels on white, and those into JPEG files that hold nothing else. One
 * picture at a time in the whole process, so that the memory it takes (about 600 MB for 50 megapixels) is taken once.
 */
@ApplicationScoped
class PictureSanitising {

    private static final float QUALITY = 0.85f;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Passes of a progressive JPEG; cameras and programs write about ten, and each costs a walk over all pixels. */
    private static final int MOST_SCANS = 100;

    private static final Semaphore ONE_AT_A_TIME = new Semaphore(1, true);

    @Inject
    MediaTools tools;

    /**
     * Writes every form of a picture into the work folder.
     *
     * @throws Refused error.file_broken or error.picture_too_big
     */
    public SanitisedMedia sanitise(Path raw, SourceType type, WorkFolder work) throws IOException {
        PictureHeader header = PictureHeader.read(raw, type).orElseThrow(PictureSanitising::broken);
        refuseTooBig(header);
        if (MediaLimits.isBomb(header.width(), header.height(), Files.size(raw))) {
            throw new Refused(List.of(MediaLimits.refusal(MediaLimits.PICTURE_TOO_BIG)));
        }
        Path whole = whole(raw, type, work);
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            return write(upright(whole, type, work), work);
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    /** The forms of a stored master with regions burnt into it. */
    public SanitisedMedia redact(Path master, List<Redaction.Region> regions, WorkFolder work) throws IOException {
        ONE_AT_A_TIME.acquireUninterruptibly();
        try {
            BufferedImage pixels = flat(decode(master, SourceType.JPEG));
            PictureRedaction.burn(pixels, regions);
            return write(pixels, work);
        } finally {
            ONE_AT_A_TIME.release();
        }
    }

    /** The file that may be read: there to its end, and without what takes memory or time out of all proportion. */
    private static Path whole(Path raw, SourceType type, WorkFolder work) throws IOException {
        Path plain = work.file("plain.png");
        boolean sound =
                switch (type) {
                    case JPEG -> JpegEnd.isThere(raw) && JpegEnd.scans(raw) <= MOST_SCANS;
                    case PNG -> PlainPng.copy(raw, plain);
                    case WEBP -> RiffChunks.fit(raw);
                    default -> true;
                };
        if (!sound) {
            throw broken();
        }
        return type == SourceType.PNG ? plain : raw;
    }

    private BufferedImage upright(Path raw, SourceType type, WorkFolder work) throws IOException {
        boolean orientedByTool = type == SourceType.HEIC || type == SourceType.AVIF;
        int orientation = orientedByTool ? 1 : Orientation.of(raw);
        Path readable = type.demuxer() == null ? raw : intermediate(raw, type, work);
        BufferedImage pixels = flat(decode(readable, type.demuxer() == null ? type : SourceType.PNG));
        return Orientation.apply(orientation, fit(pixels, Form.MASTER));
    }

    /**
     * Lets ffmpeg decode the first picture to PNG. It turns HEIC and AVIF as their container says; of the others the
     * orientation is applied here.
     */
    private Path intermediate(Path raw, SourceType type, WorkFolder work) throws IOException {
        Path png = work.file("intermediate.png");
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-threads", "1"));
        if (type == SourceType.WEBP || type == SourceType.GIF) {
            arguments.add("-noautorotate");
        }
        arguments.addAll(MediaTools.input(type, raw));
        arguments.addAll(List.of("-frames:v", "1", "-an", "-sn", "-dn", "-map_metadata", "-1"));
        arguments.addAll(List.of("-c:v", "png", "-compression_level", "1", "-threads", "1"));
        arguments.addAll(List.of("-update", "1", "-f", "image2", "file:" + png));
        if (!tools.ffmpeg(work.path(), LIMIT, arguments).accepted() || !Files.exists(png)) {
            throw broken();
        }
        refuseTooBig(PictureHeader.read(png, SourceType.PNG).orElseThrow(PictureSanitising::broken));
        return png;
    }

    private static BufferedImage decode(Path file, SourceType type) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, false);
                Optional<ICC_ColorSpace> profile = type == SourceType.PNG ? PngProfile.of(reader) : Optional.empty();
                BufferedImage image = reader.read(0);
                return profile.isPresent() ? PngProfile.attach(profile.get(), image) : image;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            throw broken();
        }
    }

    /** Converted to sRGB, alpha laid on white. */
    private static BufferedImage flat(BufferedImage image) {
        BufferedImage converted = image;
        ColorSpace space = image.getColorModel().getColorSpace();
        if (!space.isCS_sRGB() && space.getType() != ColorSpace.TYPE_GRAY) {
            boolean alpha = image.getColorModel().hasAlpha();
            converted = new BufferedImage(
                    image.getWidth(),
                    image.getHeight(),
                    alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            new ColorConvertOp(null).filter(image, converted);
        }
        BufferedImage flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = flat.createGraphics();
        canvas.drawImage(converted, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return flat;
    }

    /** The master, which takes as long as all the others, is written beside them. */
    private static SanitisedMedia write(BufferedImage master, WorkFolder work) throws IOException {
        Map<Form, Path> files = new EnumMap<>(Form.class);
        BufferedImage whole = fit(master, Form.MASTER);
        try (Beside<Path> largest = new Beside<>(() -> writeJpeg(whole, Form.MASTER, work))) {
            BufferedImage image = whole;
            for (Form form : Form.of(MediaKind.PICTURE)) {
                if (form != Form.MASTER) {
                    image = fit(image, form);
                    files.put(form, writeJpeg(image, form, work));
                }
            }
            files.put(Form.MASTER, largest.get());
        }
        return SanitisedMedia.picture(master.getWidth(), master.getHeight(), files);
    }

    private static BufferedImage fit(BufferedImage image, Form form) throws IOException {
        int longest = Math.max(image.getWidth(), image.getHeight());
        if (longest <= form.longestSide()) {
            return image;
        }
        double scale = (double) form.longestSide() / longest;
        return Thumbnails.of(image)
                .forceSize(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                        Math.round(image.getHeight() * scale)))
                .imageType(BufferedImage.TYPE_INT_RGB)
                .asBufferedImage();
    }

    private static Path writeJpeg(BufferedImage image, Form form, WorkFolder work) throws IOException {
        Path file = work.file(form.name().toLowerCase(Locale.ROOT) + ".jpg");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
            return file;
        } finally {
            writer.dispose();
        }
    }

    private static void refuseTooBig(PictureHeader header) {
        if (header.isTooBig()) {
            throw new Refused(List.of(MediaLimits.refusal(MediaLimits.PICTURE_TOO_BIG)));
        }
    }

    private static Refused broken() {
        return Refused.because(MediaLimits.BROKEN);
    }
}
