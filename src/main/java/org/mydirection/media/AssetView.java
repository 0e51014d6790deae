package org.mydirection.media;

import java.util.List;
import org.mydirection.shared.Refusal;

/**
 * What a page needs to know of a media asset. Immutable.
 *
 * @param refusal the code of the message that says why the asset was refused; null unless it is REFUSED
 * @param width of the master in pixels, upright; null for a recording and before the picture is sanitised
 * @param height of the master in pixels, upright; null like the width
 * @param durationMillis of the recording; null for a picture and before the recording is sanitised
 * @param peaks 400 numbers from 0 (silence) to 100 (full scale), evenly spread over the recording; empty for a picture
 *     and before the recording is sanitised; never null
 * @param likenessChanged whether the voice in it is disguised, or the face covered or not in it, as a checker said
 */
public record AssetView(
        AssetId id,
        MediaKind kind,
        AssetStatus status,
        String refusal,
        Integer width,
        Integer height,
        Long durationMillis,
        List<Integer> peaks,
        boolean likenessChanged) {

    public AssetView {
        peaks = List.copyOf(peaks);
    }

    public AssetId getId() {
        return id;
    }

    public MediaKind getKind() {
        return kind;
    }

    public AssetStatus getStatus() {
        return status;
    }

    public String getRefusal() {
        return refusal;
    }

    /** The whole refusal with the arguments of its message; null unless the asset is REFUSED. */
    public Refusal getReason() {
        return refusal == null ? null : MediaLimits.refusal(refusal);
    }

    public Integer getWidth() {
        return width;
    }

    public Integer getHeight() {
        return height;
    }

    public Long getDurationMillis() {
        return durationMillis;
    }

    public List<Integer> getPeaks() {
        return peaks;
    }

    public boolean isLikenessChanged() {
        return likenessChanged;
    }

    public boolean isPicture() {
        return kind == MediaKind.PICTURE;
    }

    public boolean isRecording() {
        return kind == MediaKind.RECORDING;
    }

    public boolean isReady() {
        return status == AssetStatus.READY;
    }

    public boolean isRefused() {
        return status == AssetStatus.REFUSED;
    }

    public boolean isFailed() {
        return status == AssetStatus.FAILED;
    }

    /** Whether it is worth asking again later: the work has not come to its end. */
    public boolean isUnderWay() {
        return !status.isFinal();
    }
}
