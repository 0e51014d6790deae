package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaIntake;

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

    public void send(StoryVersion draft) {
        Set<AssetId> files = draft.all().stream()
                .filter(Scene::takenOut)
                .flatMap(scene -> Stream.concat(scene.asset().stream(), scene.incoming().stream()))
                .collect(Collectors.toSet());
        draft.send(clock.instant());
        em.flush();
        // What was taken out goes with its bytes.
        files.stream().filter(file -> !stories.used(file)).forEach(intake::discard);
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

    public void decline(StoryVersion checked) {
        checked.settle(VersionStatus.DECLINED, clock.instant());
        em.flush();
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
