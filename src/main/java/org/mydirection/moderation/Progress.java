package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Consents;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/** What the storyteller sees of the checks: where each stands, what was decided, and why. Never by whom. */
@ApplicationScoped
@Transactional
public class Progress {

    @Inject
    private Reviews reviews;

    @Inject
    private Stories stories;

    @Inject
    private ReasonCodes codes;

    @Inject
    private Consents consents;

    /** The checks of one's own story, the newest first. */
    public List<Check> of(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        boolean onHold = consents.current(id)
                .filter(consent -> consent.status() == ConsentStatus.SUSPENDED)
                .isPresent();
        return reviews.of(id).stream().map(review -> check(review, onHold)).toList();
    }

    /** The "no" that the newest draft answers, if it was made from one that was sent back or declined. */
    public Optional<Check> reasonBeside(Viewer viewer, StoryId id) {
        List<Check> checks = of(viewer, id);
        return checks.stream()
                .findFirst()
                .filter(check -> check.outcome() != null && check.outcome().needsReason());
    }

    /** One's own stories whose newest check ended in a no, so that it is the storyteller's turn. */
    public Set<StoryId> sentBack(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return reviews.sentBack(viewer.account());
    }

    private Check check(Review review, boolean onHold) {
        return new Check(
                review.stage(),
                review.status(),
                review.outcome(),
                codes.find(review.reasonCode()).orElse(null),
                review.note(),
                review.openedAt(),
                review.closedAt(),
                onHold && review.isUndecided());
    }

    /**
     * One check.
     *
     * @param outcome null until it was decided
     * @param reason the reason that was given, with what the storyteller reads of it; null for a yes
     * @param note what the checker wrote besides; null for none
     * @param closedAt null while it is open
     * @param awaitsYou whether something changed that the storyteller looks at first
     */
    public record Check(
            Stage stage,
            ReviewStatus status,
            Outcome outcome,
            ReasonCodes.Reason reason,
            String note,
            Instant openedAt,
            Instant closedAt,
            boolean awaitsYou) {}
}
