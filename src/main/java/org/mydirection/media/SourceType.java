package org.mydirection.media;

import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * The closed list of what is taken in, told by content alone. A container that may hold a film (MP4, OGG, WebM) is let
 * through to the sanitiser, which looks inside and refuses one that does.
 */
enum SourceType {
    JPEG(MediaKind.PICTURE, null, null),
    PNG(MediaKind.PICTURE, null, "png"),
    GIF(MediaKind.PICTURE, "gif", "gif"),
    WEBP(MediaKind.PICTURE, "webp_pipe", "webp,vp8"),
    HEIC(MediaKind.PICTURE, "mov", "hevc"),
    AVIF(MediaKind.PICTURE, "mov", "libdav1d,libaom-av1,av1"),
    WAV(
            MediaKind.RECORDING,
            "wav",
            "pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_u8,pcm_alaw,pcm_mulaw,adpcm_ima_wav,adpcm_ms"),
    MP3(MediaKind.RECORDING, "mp3", "mp3float,mp3"),
    MP4(MediaKind.RECORDING, "mov", "aac,alac,mp3float,opus,libopus,flac,amrnb,amrwb,pcm_s16le"),
    AAC(MediaKind.RECORDING, "aac", "aac"),
    OGG(MediaKind.RECORDING, "ogg", "opus,libopus,vorbis,libvorbis,flac"),
    WEBM(MediaKind.RECORDING, "matroska", "opus,libopus,vorbis,libvorbis,aac,pcm_f32le"),
    FLAC(MediaKind.RECORDING, "flac", "flac");

    /** How many bytes from the beginning are enough to tell. */
    static final int HEAD = 64 * 1024;

    private static final Tika TIKA = new Tika();

    private static final Map<String, SourceType> BY_MEDIA_TYPE = Map.ofEntries(
            Map.entry("image/jpeg", JPEG),
            Map.entry("image/png", PNG),
            Map.entry("image/gif", GIF),
            Map.entry("image/webp", WEBP),
            Map.entry("image/heic", HEIC),
            Map.entry("image/heif", HEIC),
            Map.entry("image/avif", AVIF),
            Map.entry("audio/vnd.wave", WAV),
            Map.entry("audio/x-wav", WAV),
            Map.entry("audio/mpeg", MP3),
            Map.entry("audio/mp4", MP4),
            Map.entry("application/mp4", MP4),
            Map.entry("video/mp4", MP4),
            Map.entry("audio/x-aac", AAC),
            Map.entry("audio/aac", AAC),
            Map.entry("application/ogg", OGG),
            Map.entry("audio/ogg", OGG),
            Map.entry("audio/vorbis", OGG),
            Map.entry("audio/opus", OGG),
            Map.entry("application/x-matroska", WEBM),
            Map.entry("audio/webm", WEBM),
            Map.entry("video/webm", WEBM),
            Map.entry("audio/x-flac", FLAC),
            Map.entry("audio/flac", FLAC));

    private final MediaKind kind;
    private final String demuxer;
    private final String decoders;

    SourceType(MediaKind kind, String demuxer, String decoders) {
        this.kind = kind;
        this.demuxer = demuxer;
        this.decoders = decoders;
    }

    /** The type of a file that begins so; empty when it is not on the list. */
    static Optional<SourceType> of(byte[] head) {
        return Optional.ofNullable(BY_MEDIA_TYPE.get(TIKA.detect(head)));
    }

    MediaKind kind() {
        return kind;
    }

    /** The only demuxer of ffmpeg that may open it; null where Java reads it. */
    String demuxer() {
        return demuxer;
    }

    /** The only decoders of ffmpeg that may be opened for it, with commas between; null where Java reads it. */
    String decoders() {
        return decoders;
    }
}
