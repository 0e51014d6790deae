package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.Redacting;
import org.mydirection.media.Redaction;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;

/**
 * Covers parts of a picture, takes spans out of a recording, disguises a voice, and takes words out of what stands beside
 * it, in one step, by the reviewer who holds the claim. The file is worked on before the transaction, which then does
 * everything or nothing.
 */
@ApplicationScoped
public class Redactions {

    @Inject
    private SceneRedacting scenes;

    @Inject
    private Redacting redacting;

    /**
     * Does it, for good.
     *
     * @param file empty when only words are taken out
     * @param phrases to be taken out of the alt text, the caption or the transcript
     * @throws NotFound for whoever does not hold the claim, and for a scene without a file
     * @throws Refused as {@link ReviewDesk#read}, redaction.phrase when a phrase is not there, and redaction.nothing, redaction.region, redaction.span
     */
    public void redact(Viewer viewer, ReviewId review, SceneId scene, Optional<Redaction> file, List<String> phrases) {
        AssetId asset = scenes.fileOf(viewer, review, scene);
        if (file.isEmpty() && phrases.isEmpty()) {
            throw Refused.because("redaction.nothing");
        }
        Optional<Redacting.Redacted> made = file.map(redaction -> redacting.prepare(asset, redaction));
        try {
            scenes.redact(viewer, review, scene, made, phrases);
        } catch (RuntimeException e) {
            made.ifPresent(redacting::drop);
            throw e;
        }
    }
}
