package org.mydirection.web.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.mydirection.consent.AnsweringAloud;
import org.mydirection.consent.AnsweringAloud.Spoken;
import org.mydirection.consent.ConsentId;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.AssetView;
import org.mydirection.media.Form;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.MediaKind;
import org.mydirection.media.MediaReading;
import org.mydirection.media.StoredForm;
import org.mydirection.media.UploadId;
import org.mydirection.media.Uploading;
import org.mydirection.media.VaultKeyId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;

/**
 * Takes in the recording of answers that are given aloud, as {@link SceneFiles} takes in that of a scene: the same protocol,
 * quarantine, sanitising and vault.
 */
@ApplicationScoped
public class AnswerFiles {

    private static final String PLACE = "answers/";

    @Inject
    private AnsweringAloud aloud;

    @Inject
    private StoryWriting writing;

    @Inject
    private MediaIntake intake;

    @Inject
    private MediaReading media;

    @Inject
    private Uploading uploading;

    /** Begins an upload; {@link NotFound} where no record of the viewer's is given aloud. */
    UploadId open(Viewer viewer, StoryId story, Optional<Long> length) {
        ConsentId record = aloud.begin(viewer, story);
        VaultKeyId key = writing.keyOfEvidence(viewer, story);
        return uploading.open(viewer.account().value(), key, MediaKind.RECORDING, place(story, record), length);
    }

    /** Whether an upload was begun for answers, by its place. */
    static boolean isFor(String place) {
        return place.startsWith(PLACE);
    }

    /** Keeps what was uploaded with its record; let go of when that is not being made any more. */
    void attach(Viewer viewer, String place, AssetId asset) {
        String[] parts = place.substring(PLACE.length()).split("/");
        try {
            aloud.attach(viewer, new StoryId(Id.require(parts[0])), new ConsentId(Id.require(parts[1])), asset.value());
        } catch (Refused | NotFound gone) {
            intake.discard(asset);
            throw gone;
        }
    }

    /** What was recorded and not kept yet, such as when its page was left. */
    public Optional<UploadId> cutShort(Viewer viewer, StoryId story) {
        return uploading.cutShort(viewer.account().value(), place(story, aloud.begin(viewer, story)));
    }

    /** How far the recording is; once it is ready, its hash goes into the record. Empty without one. */
    public Optional<AssetView> settle(Viewer viewer, StoryId story) {
        Optional<Spoken> spoken = aloud.making(viewer, story);
        Optional<AssetView> file = spoken.flatMap(one -> media.find(new AssetId(one.file())));
        if (file.filter(AssetView::isReady).isPresent() && spoken.get().hash() == null) {
            media.open(file.get().id(), Form.PLAYBACK)
                    .ifPresent(
                            form -> aloud.heard(viewer, story, file.get().id().value(), hashOf(form)));
        }
        return file;
    }

    private String hashOf(StoredForm form) {
        try {
            return media.sha256(form);
        } catch (IOException away) {
            throw new UncheckedIOException("a recording could not be read", away);
        }
    }

    private static String place(StoryId story, ConsentId record) {
        return PLACE + story.text() + "/" + record.text();
    }
}
