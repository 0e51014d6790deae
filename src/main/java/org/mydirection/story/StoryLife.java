package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaIntake;
import org.mydirection.shared.NotFound;

/**
 * The moves of a version that other use cases make: sending, checking, deciding, taking back. Their transactions, their
 * permissions, their audit. Each throws {@link org.mydirection.shared.Refused} {@code story.status_order} when the move
 * is not legal.
 */
@ApplicationScoped
public class StoryLife {

    @Inject
    private Stories stories;

    @Inject
    private MediaIntake intake;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Sends it. Scenes that were taken out are gone with that, and so are their files where no other version has them. */
    public void send(StoryVersion draft) {
        List<AssetId> takenOut = draft.filesTakenOut();
        draft.send(clock.instant());
        em.flush();
        takenOut.stream().filter(file -> !stories.used(file)).forEach(intake::discard);
    }

    public void recall(StoryVersion sent) {
        sent.recall();
        em.flush();
    }

    public void beginReview(StoryVersion sent) {
        sent.beginReview();
        em.flush();
    }

    /** Approves; the version that was approved before is superseded. */
    public void approve(StoryVersion checked) {
        Optional<StoryVersion> before = stories.approvedOf(checked.story().id());
        before.ifPresent(old -> old.settle(VersionStatus.SUPERSEDED, clock.instant()));
        em.flush();
        checked.settle(VersionStatus.APPROVED, clock.instant());
        em.flush();
    }

    /**
     * Words are taken out wherever the file of this scene is shown: in every version of the story. Each of them has another
     * digest from then on, so that no permission and no decision that was given before holds for it.
     *
     * @param phrases to be taken out of the words around the file; none is fine
     */
    public void redact(StoryVersion checked, SceneId id, List<String> phrases) {
        AssetId file = checked.require(id).asset().orElseThrow(NotFound::new);
        for (StoryVersion version : stories.versionsOf(checked.story().id())) {
            version.all().stream()
                    .filter(scene -> scene.asset().filter(file::equals).isPresent())
                    .forEach(scene -> version.redact(scene, scene.written().without(phrases)));
        }
        em.flush();
    }

    public void decline(StoryVersion checked) {
        checked.settle(VersionStatus.DECLINED, clock.instant());
        em.flush();
    }

    /** A new draft beside a version that stays what it is; nothing happens where there is one. */
    public void draftBeside(StoryVersion approved) {
        StoryVersion latest = stories.latestOf(approved.story().id()).orElseThrow();
        if (!latest.status().open()) {
            stories.add(latest.next(latest.number() + 1, clock.instant()));
            em.flush();
        }
    }

    /** Sends it back: the storyteller gets a new draft with the same scenes. */
    public StoryVersion requestChanges(StoryVersion checked) {
        checked.settle(VersionStatus.CHANGES_REQUESTED, clock.instant());
        em.flush();
        StoryVersion draft = checked.next(checked.number() + 1, clock.instant());
        stories.add(draft);
        em.flush();
        return draft;
    }
}
