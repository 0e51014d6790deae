package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.VersionStatus;

/**
 * Taking reviews out of the two queues, the oldest first, one claim at a time on each, and giving them back. A claim lapses
 * by itself.
 */
@ApplicationScoped
@Transactional
public class Claiming {

    /** How long a claim lasts without a decision (moderation policy §9). */
    public static final Duration CLAIM = Duration.ofMinutes(60);

    /** The most rows of a queue's page. */
    public static final int PAGE = 50;

    @Inject
    private Reviews reviews;

    @Inject
    private ReviewRoom room;

    @Inject
    private Stories stories;

    @Inject
    private StoryLife life;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What waits for this reviewer, the oldest first; never their own story nor that of a person they supervise. What waits
     * for its storyteller, who looks at a change first, is not in it, but for what the reviewer still holds.
     */
    public List<QueueRow> queue(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        Instant now = clock.instant();
        return reviews.waitingFor(viewer.account(), stage, now, PAGE).stream()
                .map(review -> new QueueRow(
                        review.id(),
                        review.stage(),
                        review.openedAt(),
                        review.heldBy(viewer.account(), now),
                        review.claimedUntil()))
                .toList();
    }

    /** How many wait for this reviewer in a queue: what {@link #queue} lists, without its end. */
    public long waiting(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        return reviews.countWaitingFor(viewer.account(), stage, clock.instant());
    }

    /** How many of a queue wait for their storyteller, and come back to it with the storyteller's yes. */
    public long awaiting(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        return reviews.countAwaiting(viewer.account(), stage);
    }

    /** Claims the oldest that waits; empty when nothing does. */
    public Optional<ReviewId> claimNext(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        for (Review waiting : reviews.waitingFor(viewer.account(), stage, clock.instant(), PAGE)) {
            if (tryClaim(viewer, waiting)) {
                return Optional.of(waiting.id());
            }
        }
        return Optional.empty();
    }

    /** Claims this one, or extends one's own claim. Refused: {@code review.claimed_by_other}, {@code review.closed},
     * {@code review.moot}, {@code review.awaiting_storyteller} while the storyteller looks at a change; {@link NotFound} for
     * whoever may not decide on it. */
    public void claim(Viewer viewer, ReviewId id) {
        Review review = room.requireDecidable(viewer, id);
        room.lock(review);
        if (room.awaitsStoryteller(review.story()) && !review.heldBy(viewer.account(), clock.instant())) {
            throw Refused.because("review.awaiting_storyteller");
        }
        claimLocked(viewer, review);
    }

    private boolean tryClaim(Viewer viewer, Review review) {
        room.lock(review);
        boolean held = review.heldBy(viewer.account(), clock.instant());
        boolean unclaimed = review.status() == ReviewStatus.OPEN
                || review.status() == ReviewStatus.CLAIMED
                        && !review.claimedUntil().isAfter(clock.instant());
        boolean free = held || unclaimed && !room.awaitsStoryteller(review.story());
        if (free) {
            claimLocked(viewer, review);
        }
        return free;
    }

    private void claimLocked(Viewer viewer, Review review) {
        review.claim(viewer.account(), clock.instant(), clock.instant().plus(CLAIM));
        StoryVersion version = stories.requireVersion(review.version());
        if (version.status() == VersionStatus.SUBMITTED) {
            life.beginReview(version);
        }
        em.flush();
        happened.fire(new ReviewClaimed(
                viewer.account().value(),
                review.id().value(),
                version.story().storyteller().value(),
                review.story().value()));
    }

    /**
     * Gives a claim back to the queue; nothing is decided.
     *
     * @return whether it waits for its storyteller first, and is in no queue until they say yes
     */
    public boolean release(Viewer viewer, ReviewId id) {
        Review review = room.requireHeld(viewer, id);
        review.release();
        em.flush();
        happened.fire(new ReviewReleased(
                viewer.account().value(),
                id.value(),
                room.personOf(review),
                review.story().value()));
        return room.awaitsStoryteller(review.story());
    }

    /** A row of a queue. It shows no title and no name: those are for whoever holds the claim. */
    public record QueueRow(ReviewId id, Stage stage, Instant openedAt, boolean mine, Instant claimedUntil) {}

    public record ReviewClaimed(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record ReviewReleased(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}
}
