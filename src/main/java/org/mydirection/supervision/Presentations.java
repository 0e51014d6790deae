package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountId;
import org.mydirection.plan.GoalId;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;

/** Presentations, showings and reflections. */
@ApplicationScoped
public class Presentations {

    @Inject
    private EntityManager em;

    void add(Presentation presentation) {
        em.persist(presentation);
    }

    void add(Showing showing) {
        em.persist(showing);
    }

    void add(Reflection reflection) {
        em.persist(reflection);
    }

    public Optional<Presentation> find(PresentationId id) {
        return Optional.ofNullable(em.find(Presentation.class, id.value()));
    }

    void lock(Presentation presentation) {
        em.refresh(presentation, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Live presentations that have this story on the screen, locked, so that none of them moves on meanwhile. */
    List<Presentation> showingNow(StoryId story) {
        return em.createQuery(
                        "select p from Presentation p where p.onScreenId = :story"
                                + " and p.status = org.mydirection.supervision.PresentationStatus.LIVE",
                        Presentation.class)
                .setParameter("story", story.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** How many live presentations have this story on the screen. Takes no lock. */
    long countShowingNow(StoryId story) {
        return em.createQuery(
                        "select count(p) from Presentation p where p.onScreenId = :story"
                                + " and p.status = org.mydirection.supervision.PresentationStatus.LIVE",
                        Long.class)
                .setParameter("story", story.value())
                .getSingleResult();
    }

    /** What the database says of its status now, whatever this transaction read before. Takes no lock. */
    Optional<PresentationStatus> statusNow(PresentationId id) {
        return em.createQuery("select p.status from Presentation p where p.id = :id", PresentationStatus.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    boolean shownIn(PresentationId presentation, VersionId version) {
        return !em.createQuery(
                        "select s.id from Showing s where s.presentationId = :presentation and s.versionId = :version",
                        UUID.class)
                .setParameter("presentation", presentation.value())
                .setParameter("version", version.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** When the story was shown and for what, the latest first; by whom only where that person agreed. */
    List<ShownRow> showingsOf(StoryId story) {
        // Whether the presenter agreed is asked here: EclipseLink writes a truth value in a "case" as a number.
        return em
                .createQuery(
                        "select s.shownAt, s.purpose, p.presenterNamed, a.displayName"
                                + " from Showing s, Presentation p, Account a where s.storyId = :story"
                                + " and p.id = s.presentationId and a.id = p.presenterId"
                                + " order by s.shownAt desc, s.id",
                        Object[].class)
                .setParameter("story", story.value())
                .setMaxResults(200)
                .getResultList()
                .stream()
                .map(row -> new ShownRow((Instant) row[0], (Purpose) row[1], (Boolean) row[2] ? (String) row[3] : ""))
                .toList();
    }

    /** The reflections kept with a goal, the oldest first. */
    List<Reflection> reflectionsOn(GoalId goal) {
        return em.createQuery(
                        "select r from Reflection r where r.goalId = :goal order by r.writtenAt, r.id",
                        Reflection.class)
                .setParameter("goal", goal.value())
                .getResultList();
    }

    /** The latest presentations of a person for a goal, the latest first; at most ten. */
    List<Presentation> latest(AccountId person, GoalId goal) {
        return em.createQuery(
                        "select p from Presentation p where p.personId = :person and p.goalId = :goal"
                                + " order by p.startedAt desc, p.id",
                        Presentation.class)
                .setParameter("person", person.value())
                .setParameter("goal", goal.value())
                .setMaxResults(10)
                .getResultList();
    }
}
