package org.mydirection.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.mydirection.identity.AccountId;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Questions;
import org.mydirection.story.StoryId;

/** The collections. */
@ApplicationScoped
public class StoryCollections {

    private static final String ROW =
            "select new org.mydirection.collection.CollectionRow(c.id, c.personId, c.title, c.status)"
                    + " from StoryCollection c where ";

    private static final String NOT_EXCLUDED = " and not exists (select x.id from Exclusion x"
            + " where x.personId = c.personId and x.excludedId = :viewer and x.liftedAt is null)";

    @Inject
    private EntityManager em;

    @Inject
    private Questions questions;

    void add(StoryCollection collection) {
        em.persist(collection);
    }

    public Optional<StoryCollection> find(CollectionId id) {
        return Optional.ofNullable(em.find(StoryCollection.class, id.value()));
    }

    StoryCollection requireLocked(CollectionId id) {
        StoryCollection collection = find(id).orElseThrow(NotFound::new);
        em.lock(collection, LockModeType.PESSIMISTIC_WRITE);
        return collection;
    }

    /**
     * What this viewer gathers or may publish: those for people they supervise now and, for a curator, their own; by
     * title. Nothing of a person from whose case the viewer is excluded.
     */
    public List<CollectionRow> deskOf(AccountId viewer, boolean curator) {
        return questions
                .ask(
                        ROW + (curator ? "(c.gatheredBy = :viewer or " : "(")
                                + "exists (select s.id from Supervision s where s.currentFor ="
                                + " c.personId and s.practitionerId = :viewer))" + NOT_EXCLUDED
                                + " and c.status <> org.mydirection.collection.CollectionStatus.ARCHIVED"
                                + " order by c.title, c.id",
                        CollectionRow.class)
                .setParameter("viewer", viewer.value())
                .getResultList();
    }

    /** The collections that hold a story, whatever their state; by title. */
    List<StoryCollection> holding(StoryId story) {
        return em.createQuery(
                        "select distinct c from StoryCollection c join c.items i where i.storyId = :story"
                                + " order by c.title, c.id",
                        StoryCollection.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    /** The published collections of one person, tied to that goal, or all of them when it is null; by title. */
    public List<CollectionRow> published(AccountId person, AccountId viewer, GoalId goal) {
        var query = questions
                .ask(
                        ROW + "c.personId = :person and c.status ="
                                + " org.mydirection.collection.CollectionStatus.PUBLISHED" + NOT_EXCLUDED
                                + (goal == null ? "" : " and :goal member of c.goals") + " order by c.title, c.id",
                        CollectionRow.class)
                .setParameter("person", person.value())
                .setParameter("viewer", viewer.value());
        if (goal != null) {
            query.setParameter("goal", goal.value());
        }
        return query.getResultList();
    }
}
