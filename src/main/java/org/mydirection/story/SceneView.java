package org.mydirection.story;

import java.util.List;
import org.mydirection.media.AssetView;

/**
 * A scene as a page shows it. Text parts that its kind does not have are null.
 *
 * @param part its place, from 1
 * @param file the picture or recording; null while there is none
 * @param telling how it is told: narration, cues, others in it, who wrote it
 * @param incoming a file that was sent and is not ready, or was refused; null when none waits
 */
public record SceneView(
        SceneId id,
        int part,
        SceneKind kind,
        String words,
        String altText,
        String caption,
        String transcript,
        AssetView file,
        AssetView incoming,
        SceneTelling telling) {

    public SceneView(
            SceneId id,
            int part,
            SceneKind kind,
            String words,
            String altText,
            String caption,
            String transcript,
            AssetView file,
            AssetView incoming) {
        this(id, part, kind, words, altText, caption, transcript, file, incoming, SceneTelling.PLAIN);
    }

    /** The transcript of a recording as WebVTT; without captions while there is no file. */
    public String captions() {
        boolean timed = file != null && file.durationMillis() != null;
        return Captions.webVtt(timed ? transcript : null, timed ? file.durationMillis() : 1);
    }

    /** The same as a list; empty while there is no file. */
    public List<Captions.Caption> timedCaptions() {
        boolean timed = file != null && file.durationMillis() != null;
        return timed ? Captions.timed(transcript, file.durationMillis()) : List.of();
    }

    /** The same without its file: of a recording its transcript, of a picture its caption or what it shows. */
    public SceneView asWords() {
        String said = kind == SceneKind.RECORDING ? transcript : caption == null ? altText : caption;
        return new SceneView(id, part, SceneKind.WORDS, said, null, null, null, null, null);
    }
}
