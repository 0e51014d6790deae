package org.mydirection.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.metadata.Directory;
import com.drew.metadata.file.FileSystemDirectory;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.jfif.JfifDirectory;
import com.drew.metadata.jpeg.HuffmanTablesDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at what was stored, after it was read back, for anything but pixels and samples. A finding is our fault, never
 * the storyteller's, and stops the asset from ever being READY.
 */
@ApplicationScoped
class MediaVerification {

    private static final Set<Class<? extends Directory>> PIXELS_ONLY = Set.of(
            JpegDirectory.class,
            JfifDirectory.class,
            HuffmanTablesDirectory.class,
            FileTypeDirectory.class,
            FileSystemDirectory.class);

    private static final Set<JpegSegmentType> SUSPICIOUS = suspicious();

    /** What every MP4 says of itself and nothing of anybody: its brands, and the kind of its one track. */
    private static final Map<String, Pattern> TAGS_OF_ANY_FILE = Map.of(
            "format.tags.major_brand", Pattern.compile("isom"),
            "format.tags.minor_version", Pattern.compile("[0-9]+"),
            "format.tags.compatible_brands", Pattern.compile("[a-z0-9]+"),
            "streams.stream.0.tags.language", Pattern.compile("und"),
            "streams.stream.0.tags.handler_name", Pattern.compile("SoundHandler"),
            "streams.stream.0.tags.vendor_id", Pattern.compile("\\[0\\]\\[0\\]\\[0\\]\\[0\\]"));

    @Inject
    MediaProbe probe;

    /** Throws IOException when the file is not a JPEG, or is more than one. */
    public void requireOnlyPixels(Path jpeg) throws IOException {
        try {
            for (Directory directory :
                    ImageMetadataReader.readMetadata(jpeg.toFile()).getDirectories()) {
                require(PIXELS_ONLY.contains(directory.getClass()), "a stored picture holds metadata");
            }
            JpegSegmentData segments = JpegSegmentReader.readSegments(jpeg.toFile(), SUSPICIOUS);
            for (JpegSegmentType type : SUSPICIOUS) {
                require(!segments.containsSegment(type.byteValue), "a stored picture holds a segment of metadata");
            }
        } catch (ImageProcessingException unreadable) {
            throw new IOException("a stored picture can't be read back", unreadable);
        }
    }

    /** Throws IOException when the file is not an MP4 with one stream of AAC, or holds tags or chapters. */
    public void requireOnlySamples(Path mp4, Path work) throws IOException {
        Map<String, String> answers = probe.everything(mp4, SourceType.MP4, work);
        require("aac".equals(answers.get("streams.stream.0.codec_name")), "a stored recording is not AAC");
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            String name = answer.getKey();
            require(!name.startsWith("chapters."), "a stored recording holds chapters");
            require(
                    !name.startsWith("streams.stream.") || name.startsWith("streams.stream.0."),
                    "a stored recording holds a second stream");
            require(!name.contains(".tags.") || isOfAnyFile(name, answer.getValue()), "a stored recording holds tags");
        }
    }

    private static boolean isOfAnyFile(String name, String value) {
        Pattern allowed = TAGS_OF_ANY_FILE.get(name);
        return allowed != null && allowed.matcher(value).matches();
    }

    private static void require(boolean clean, String finding) throws IOException {
        if (!clean) {
            throw new IOException(finding);
        }
    }

    /** Every application segment but JFIF's own, and comments. */
    private static Set<JpegSegmentType> suspicious() {
        Set<JpegSegmentType> types = EnumSet.of(JpegSegmentType.COM);
        for (JpegSegmentType type : JpegSegmentType.values()) {
            if (type.name().startsWith("APP") && type != JpegSegmentType.APP0) {
                types.add(type);
            }
        }
        return types;
    }
}
