package org.mydirection.web.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.MediaKind;
import org.mydirection.media.UploadId;
import org.mydirection.media.UploadMoved;
import org.mydirection.media.UploadView;
import org.mydirection.media.Uploading;
import org.mydirection.media.VaultKeyId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;

/** Puts a sent file into a scene: asks the storyteller's desk, streams it into quarantine, hands it to the scene. */
@ApplicationScoped
public class SceneFiles {

    @Inject
    private StoryWriting writing;

    @Inject
    private AnswerFiles answers;

    @Inject
    private MediaIntake intake;

    @Inject
    private Uploading uploading;

    /**
     * Takes the file in. {@link NotFound} when the scene is not the viewer's, or takes no file. Refused as {@link
     * MediaIntake#receive} says, and {@code error.already_sent} when the story left the storyteller's hands meanwhile;
     * the scene keeps what it had then.
     *
     * @param body read to its end at most; not closed
     */
    public void receive(Viewer viewer, StoryId story, SceneId scene, InputStream body) {
        VaultKeyId key = writing.keyOf(viewer, story);
        MediaKind kind = kindOf(writing.settle(viewer, story, scene).kind());
        AssetId asset = intake.receive(viewer.account().value(), key, kind, body);
        attach(viewer, story, scene, asset);
    }

    /**
     * Begins an upload that may come in pieces. {@link NotFound} when the scene is not the viewer's, or takes no file of
     * that kind. Refused as {@link Uploading#open} says.
     */
    UploadId open(Viewer viewer, StoryId story, SceneId scene, MediaKind kind, Optional<Long> length) {
        VaultKeyId key = writing.keyOf(viewer, story);
        if (kindOf(writing.settle(viewer, story, scene).kind()) != kind) {
            throw new NotFound();
        }
        return uploading.open(viewer.account().value(), key, kind, place(story, scene), length);
    }

    /**
     * Puts a whole upload into the scene or with the answers for which it was begun; does nothing while it is not whole. May be asked again
     * when the answer was lost. Refused as {@link #receive} says.
     */
    void finish(Viewer viewer, UploadId id) {
        UploadView upload = uploading.find(viewer.account().value(), id).orElseThrow(NotFound::new);
        if (!upload.isWhole()) {
            return;
        }
        try {
            AssetId asset = uploading.finish(viewer.account().value(), id);
            if (AnswerFiles.isFor(upload.place())) {
                answers.attach(viewer, upload.place(), asset);
                return;
            }
            String[] place = upload.place().split("/");
            attach(viewer, new StoryId(Id.require(place[0])), new SceneId(Id.require(place[1])), asset);
        } catch (UploadMoved gone) {
            throw new NotFound();
        }
    }

    /** What was recorded for a scene and not kept yet, such as when its page was left. */
    public Optional<UploadId> cutShort(Viewer viewer, StoryId story, SceneId scene) {
        return uploading.cutShort(viewer.account().value(), place(story, scene));
    }

    /** The last bytes of whoever leaves: {@link Uploading#appendLast}. */
    void appendLast(Viewer viewer, UploadId id, long from, byte[] bytes) throws IOException {
        try {
            uploading.appendLast(viewer.account().value(), id, from, bytes);
        } catch (UploadMoved elsewhere) {
            throw new NotFound();
        }
    }

    private static String place(StoryId story, SceneId scene) {
        return story.text() + "/" + scene.text();
    }

    /** The most bytes that any file may have. */
    long mostBytes() {
        return Math.max(intake.mostMegabytes(MediaKind.PICTURE), intake.mostMegabytes(MediaKind.RECORDING)) * 1_000_000;
    }

    private void attach(Viewer viewer, StoryId story, SceneId scene, AssetId asset) {
        try {
            writing.attach(viewer, story, scene, asset);
        } catch (Refused | NotFound gone) {
            intake.discard(asset);
            throw gone;
        }
    }

    private static MediaKind kindOf(SceneKind scene) {
        return switch (scene) {
            case PICTURE -> MediaKind.PICTURE;
            case RECORDING -> MediaKind.RECORDING;
            case WORDS -> throw new NotFound();
        };
    }

    /** The two ids of an address below the servlet's; {@link NotFound} for anything else. */
    static List<String> path(HttpServletRequest request) {
        String info = request.getPathInfo() == null ? "/" : request.getPathInfo();
        List<String> parts = List.of(info.substring(1).split("/", -1));
        if (parts.size() != 2) {
            throw new NotFound();
        }
        return parts;
    }
}
