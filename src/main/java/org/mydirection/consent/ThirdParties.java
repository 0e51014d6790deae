package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.NotFound;
import org.mydirection.story.Mark;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/** The others in stories. */
@ApplicationScoped
public class ThirdParties {

    @Inject
    private EntityManager em;

    @Inject
    private Stories stories;

    void add(ThirdParty other) {
        em.persist(other);
    }

    void remove(ThirdParty other) {
        em.remove(other);
        em.flush();
        unmark(other.story());
    }

    /** What was changed about this one is written; the story is marked before, and not longer than it has to be. */
    void change(ThirdParty other, Runnable change) {
        stories.mark(other.story(), Mark.OTHERS);
        change.run();
        em.flush();
        unmark(other.story());
    }

    private void unmark(StoryId story) {
        if (of(story).stream().noneMatch(ThirdParty::mayHide)) {
            stories.unmark(story, Mark.OTHERS);
        }
    }

    ThirdParty requireLocked(ThirdPartyId id) {
        ThirdParty other =
                Optional.ofNullable(em.find(ThirdParty.class, id.value())).orElseThrow(NotFound::new);
        em.refresh(other, LockModeType.PESSIMISTIC_WRITE);
        return other;
    }

    /** Somebody in a story of one's own, both locked, the story first; else {@link NotFound}. */
    ThirdParty requireOwnLocked(AccountId storyteller, ThirdPartyId id) {
        ThirdParty other = find(id).orElseThrow(NotFound::new);
        stories.requireOwnLocked(storyteller, other.story());
        return requireLocked(id);
    }

    private Optional<ThirdParty> find(ThirdPartyId id) {
        return Optional.ofNullable(em.find(ThirdParty.class, id.value()));
    }

    /** The others in this story, in the order in which they were found. */
    public List<ThirdParty> of(StoryId story) {
        return em.createQuery(
                        "select t from ThirdParty t where t.storyId = :story order by t.foundAt, t.id",
                        ThirdParty.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    /** Whether one of them stands in the way of showing the story on that day. */
    public boolean open(StoryId story, LocalDate day) {
        return of(story).stream().anyMatch(other -> !other.settled(day));
    }

    Optional<ThirdParty> byCode(String hash) {
        return em.createQuery("select t from ThirdParty t where t.linkHash = :hash", ThirdParty.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    Optional<ThirdParty> byLaterCode(String hash) {
        return em.createQuery("select t from ThirdParty t where t.laterHash = :hash", ThirdParty.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }
}
