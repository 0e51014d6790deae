package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Consents;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryId;

/**
 * Where a review is worked on. Nobody comes in but the reviewer who holds the claim, and then story and review are locked,
 * in this one order, so that a withdrawal and a decision cannot wait for each other.
 */
@ApplicationScoped
class ReviewRoom {

    @Inject
    private Reviews reviews;

    @Inject
    private Stories stories;

    @Inject
    private Consents consents;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * The locked review whose claim the viewer holds. Refused: {@code review.moot} (taken back meanwhile), {@code
     * review.closed}, {@code review.claimed_by_other} (after it lapsed), {@code review.claim_lapsed}; {@link NotFound} for
     * whoever may not decide on it, and for one that nobody claimed.
     */
    Review requireHeld(Viewer viewer, ReviewId id) {
        Review review = requireDecidable(viewer, id);
        lock(review);
        if (review.status() == ReviewStatus.OPEN) {
            throw new NotFound();
        }
        if (review.status() == ReviewStatus.MOOT) {
            throw Refused.because("review.moot");
        }
        if (review.status() == ReviewStatus.DECIDED) {
            throw Refused.because("review.closed");
        }
        if (!viewer.account().equals(review.claimedBy())) {
            throw Refused.because("review.claimed_by_other");
        }
        if (!review.heldBy(viewer.account(), clock.instant())) {
            throw Refused.because("review.claim_lapsed");
        }
        return review;
    }

    /** A review that the viewer may decide on at all, not locked yet; else {@link NotFound}. */
    Review requireDecidable(Viewer viewer, ReviewId id) {
        viewer.require(Permission.REVIEW);
        Review review = reviews.find(id).orElseThrow(NotFound::new);
        if (!reviews.mayDecide(viewer.account(), review.story())) {
            throw new NotFound();
        }
        return review;
    }

    /** Story first, then review: the order in which a withdrawal takes them. */
    void lock(Review review) {
        Story story = stories.find(review.story()).orElseThrow(NotFound::new);
        stories.lock(story);
        reviews.requireLocked(review.id());
        em.refresh(stories.requireVersion(review.version()));
    }

    /** Something changed, and the storyteller was not asked yet, or did not answer: until then there is nothing to say yes to. */
    boolean awaitsStoryteller(StoryId story) {
        return consents.current(story)
                .filter(consent -> consent.status() == ConsentStatus.SUSPENDED)
                .isPresent();
    }

    /** Whose story it is: who reads of it in the trail. */
    UUID personOf(Review review) {
        return stories.find(review.story()).orElseThrow().storyteller().value();
    }
}
