package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.Change;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakenParts;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.AssetView;
import org.mydirection.media.Redacting;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneWords;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;

/** What {@link Redactions} does in one transaction once the file is prepared. */
@ApplicationScoped
@Transactional
class SceneRedacting {

    @Inject
    private Reviews reviews;

    @Inject
    private ReviewRoom room;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private StoryLife life;

    @Inject
    private Suspending suspending;

    @Inject
    private TakenParts takenParts;

    @Inject
    private Redacting redacting;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The file of a scene that the reviewer who holds the claim may redact; refused as {@link ReviewDesk#read}. */
    AssetId fileOf(Viewer viewer, ReviewId id, SceneId scene) {
        return stories.requireVersion(room.requireHeld(viewer, id).version())
                .require(scene)
                .asset()
                .orElseThrow(NotFound::new);
    }

    /**
     * Puts what was prepared in the place of the scene's file, and takes the phrases out of the words around it, wherever
     * the story has it. The permission is on hold from then on: the storyteller looks at it and says yes again, or keeps it
     * private. Until then the review waits for them, and is in no queue once the claim is over. Refused as {@link ReviewDesk#read};
     * {@code redaction.phrase} when a phrase is not there.
     *
     * @param file empty when only words are taken out
     */
    void redact(Viewer viewer, ReviewId id, SceneId scene, Optional<Redacting.Redacted> file, List<String> phrases) {
        Review review = room.requireHeld(viewer, id);
        StoryVersion version = stories.requireVersion(review.version());
        SceneWords words = version.require(scene).written();
        if (!phrases.stream().allMatch(words::holds)) {
            throw Refused.because("redaction.phrase");
        }
        file.ifPresent(redacting::replace);
        life.redact(version, scene, phrases);
        // Whatever else is open of this story goes on with what is left of it.
        reviews.undecidedOf(review.story()).forEach(open -> open.goOnWith(stories.requireVersion(open.version())));
        em.flush();
        file.ifPresent(taken -> tookOut(review, scene, taken));
        suspending.suspend(review.story(), Change.REDACTION, viewer.account().value());
        happened.fire(new SceneRedacted(
                viewer.account().value(),
                id.value(),
                room.personOf(review),
                review.story().value()));
    }

    private void tookOut(Review review, SceneId id, Redacting.Redacted redacted) {
        AssetView recording = writing.view(stories.requireVersion(review.version())).scenes().stream()
                .filter(scene -> scene.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new)
                .file();
        if (recording.isRecording()) {
            takenParts.tookOut(
                    review.story(),
                    recording.id().value(),
                    redacted.spans().stream()
                            .map(span -> new TakenParts.Stretch(span.from(), span.to()))
                            .toList(),
                    recording.durationMillis(),
                    clock.instant());
        }
    }

    public record SceneRedacted(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}
}
