package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Questions;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;

/** The reviews and the queues they wait in. */
@ApplicationScoped
public class Reviews {

    /**
     * What this reviewer may decide: not their own story, not that of somebody they supervise, not one they are kept out
     * of, and only while the version's storyteller still lets it be checked.
     */
    private static final String MAY_DECIDE = " s.storytellerId <> :reviewer"
            + " and not exists (select p.id from Supervision p where p.currentFor = s.storytellerId"
            + " and p.practitionerId = :reviewer)"
            + " and not exists (select x.id from Exclusion x where x.personId = s.storytellerId"
            + " and x.excludedId = :reviewer and x.liftedAt is null)";

    private static final String WAITING = " from Review r, Story s where s.id = r.storyId and r.stage = :stage"
            + " and r.openFor is not null and (r.status = org.mydirection.moderation.ReviewStatus.OPEN"
            + " or r.claimedUntil <= :now or r.claimedBy = :reviewer)"
            // What its storyteller looks at first is nobody's; who holds it goes on with it.
            + " and (r.claimedUntil > :now or not exists (select k.id from Consent k where k.storyId = s.id"
            + " and k.status = org.mydirection.consent.ConsentStatus.SUSPENDED)) and" + MAY_DECIDE;

    private static final String AWAITING = "select count(r) from Review r, Story s where s.id = r.storyId"
            + " and r.stage = :stage and r.openFor is not null and exists (select k.id from Consent k"
            + " where k.storyId = s.id and k.status = org.mydirection.consent.ConsentStatus.SUSPENDED) and"
            + MAY_DECIDE;

    @Inject
    private EntityManager em;

    @Inject
    private Questions questions;

    void add(Review review) {
        em.persist(review);
    }

    public Optional<Review> find(ReviewId id) {
        return Optional.ofNullable(em.find(Review.class, id.value()));
    }

    /** The review with its row locked until the transaction ends; else {@link NotFound}. */
    Review requireLocked(ReviewId id) {
        Review review = find(id).orElseThrow(NotFound::new);
        em.refresh(review, LockModeType.PESSIMISTIC_WRITE);
        return review;
    }

    /** The open review of a version, if there is one. */
    public Optional<Review> openOf(VersionId version) {
        return em.createQuery("select r from Review r where r.openFor = :version", Review.class)
                .setParameter("version", version.value())
                .getResultStream()
                .findFirst();
    }

    /** Every review of the story, the newest first. */
    public List<Review> of(StoryId story) {
        return em.createQuery(
                        "select r from Review r where r.storyId = :story order by r.openedAt desc, r.stage desc, r.id",
                        Review.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    /** Those of the story that wait or are held, the newest first. */
    public List<Review> undecidedOf(StoryId story) {
        return of(story).stream().filter(Review::isUndecided).toList();
    }

    /** The stories of the storyteller whose newest review ended in a no. */
    public Set<StoryId> sentBack(AccountId storyteller) {
        return em.createQuery(
                        "select r.storyId from Review r, Story s where s.id = r.storyId"
                                + " and s.storytellerId = :storyteller and r.outcome is not null"
                                + " and r.outcome <> org.mydirection.moderation.Outcome.APPROVE"
                                + " and not exists (select n.id from Review n where n.storyId = r.storyId"
                                + " and n.openedAt > r.openedAt)",
                        UUID.class)
                .setParameter("storyteller", storyteller.value())
                .getResultStream()
                .map(StoryId::new)
                .collect(Collectors.toSet());
    }

    /**
     * What waits for this reviewer, the oldest first: nobody's, lapsed, or the reviewer's own. At most {@code most}; after
     * the row with that moment and id when a page before ended there, else from the start.
     */
    List<Review> waitingFor(AccountId reviewer, Stage stage, Instant now, int most) {
        TypedQuery<Review> query = questions.ask("select r" + WAITING + " order by r.openedAt, r.id", Review.class);
        return set(query, reviewer, stage, now).setMaxResults(most).getResultList();
    }

    long countWaitingFor(AccountId reviewer, Stage stage, Instant now) {
        return set(em.createQuery("select count(r)" + WAITING, Long.class), reviewer, stage, now)
                .getSingleResult();
    }

    /** Those that wait for their storyteller. */
    long countAwaiting(AccountId reviewer, Stage stage) {
        return questions
                .ask(AWAITING, Long.class)
                .setParameter("reviewer", reviewer.value())
                .setParameter("stage", stage)
                .getSingleResult();
    }

    /** Whether the reviewer may decide on that story at all. */
    boolean mayDecide(AccountId reviewer, StoryId story) {
        return !questions
                .ask("select s.id from Story s where s.id = :story and" + MAY_DECIDE, UUID.class)
                .setParameter("story", story.value())
                .setParameter("reviewer", reviewer.value())
                .getResultList()
                .isEmpty();
    }

    private static <T> TypedQuery<T> set(TypedQuery<T> query, AccountId reviewer, Stage stage, Instant now) {
        return query.setParameter("reviewer", reviewer.value())
                .setParameter("stage", stage)
                .setParameter("now", now);
    }
}
