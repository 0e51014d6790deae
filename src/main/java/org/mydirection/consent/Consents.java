package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.identity.AccountId;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;

/** The permissions and their events. */
@ApplicationScoped
public class Consents {

    @Inject
    private EntityManager em;

    void add(Consent consent) {
        em.persist(consent);
    }

    /** The record that is being answered or offered. */
    public Optional<Consent> inTheMaking(StoryId story) {
        return inSlot(story, "MAKING");
    }

    /** The record that is active or suspended. */
    public Optional<Consent> current(StoryId story) {
        return inSlot(story, "CURRENT");
    }

    /** The record that was answered or changed last, whatever became of it. */
    public Optional<Consent> latestAnswered(StoryId story) {
        return em.createQuery(
                        "select c from Consent c where c.storyId = :story and c.givenAt is not null"
                                + " order by c.givenAt desc, c.id",
                        Consent.class)
                .setParameter("story", story.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The record that was last given or declined, whatever became of it since. */
    public Optional<Consent> latestSettled(StoryId story) {
        return em.createQuery(
                        "select c from Consent c where c.storyId = :story and (c.givenAt is not null"
                                + " or c.status = org.mydirection.consent.ConsentStatus.DECLINED)"
                                + " order by coalesce(c.givenAt, c.endedAt) desc, c.id",
                        Consent.class)
                .setParameter("story", story.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The stories of the storyteller with a permission that is active or suspended. */
    public Set<StoryId> permitted(AccountId storyteller) {
        return em.createQuery(
                        "select c.storyId from Consent c where c.storytellerId = :storyteller and c.slot = 'CURRENT'",
                        UUID.class)
                .setParameter("storyteller", storyteller.value())
                .getResultStream()
                .map(StoryId::new)
                .collect(Collectors.toSet());
    }

    /** Those of the storyteller that are active and whose last day lies between the two, the soonest first. */
    List<Consent> ending(AccountId storyteller, LocalDate from, LocalDate until) {
        return em.createQuery(
                        "select c from Consent c where c.storytellerId = :storyteller and c.slot = 'CURRENT'"
                                + " and c.status = org.mydirection.consent.ConsentStatus.ACTIVE"
                                + " and c.lastDay between :from and :until order by c.lastDay, c.id",
                        Consent.class)
                .setParameter("storyteller", storyteller.value())
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    /** Those in the making, active or suspended that name this text of the notice. */
    List<Consent> naming(String noticeHash) {
        return em.createQuery(
                        "select c from Consent c where c.noticeHash = :hash and c.slot is not null order by c.id",
                        Consent.class)
                .setParameter("hash", noticeHash)
                .getResultList();
    }

    /** Those that are active under a version of the notice before this one, or a text that is not kept, at most {@code most}. */
    List<Consent> under(int noticeVersion, int most) {
        return em.createQuery(
                        "select c from Consent c where c.slot = 'CURRENT' and (c.noticeVersion < :version"
                                + " or c.noticeHash not in (select n.hash from KeptNotice n))"
                                + " and c.status = org.mydirection.consent.ConsentStatus.ACTIVE order by c.id",
                        Consent.class)
                .setParameter("version", noticeVersion)
                .setMaxResults(most)
                .getResultList();
    }

    private Optional<Consent> inSlot(StoryId story, String slot) {
        return em.createQuery("select c from Consent c where c.storyId = :story and c.slot = :slot", Consent.class)
                .setParameter("story", story.value())
                .setParameter("slot", slot)
                .getResultStream()
                .findFirst();
    }

    public Optional<Consent> find(ConsentId id) {
        return Optional.ofNullable(em.find(Consent.class, id.value()));
    }

    /** The events of a record, the first one first. */
    public List<ConsentEvent> eventsOf(ConsentId consent) {
        return em.createQuery(
                        "select e from ConsentEvent e where e.consentId = :consent order by e.number",
                        ConsentEvent.class)
                .setParameter("consent", consent.value())
                .getResultList();
    }

    /**
     * Writes the next event of a record, chained to the one before, and keeps the end of the chain in the record. The
     * story's row is locked by the caller.
     */
    void append(Consent consent, ConsentEvent.Kind kind, Instant at, UUID actor, String content) {
        String before = consent.lastHash() == null ? ConsentEvent.BEGINNING : consent.lastHash();
        ConsentEvent event = new ConsentEvent(consent.id(), consent.lastEvent() + 1, kind, at, actor, content, before);
        em.persist(event);
        consent.appended(event);
        em.flush();
    }

    /** Binds the permission to one version of the story, as it was sent: by its digest. */
    public void bind(Consent consent, StoryVersion version, UUID actor, Instant at) {
        unbind(consent, version);
        em.flush();
        em.persist(new ConsentScope(consent.id(), version.id(), version.digest()));
        em.flush();
        em.createNativeQuery("update story_version set bound_to = ?1, bound_digest = ?2 where id = ?3")
                .setParameter(1, consent.id().value())
                .setParameter(2, version.digest())
                .setParameter(3, version.id().value())
                .executeUpdate();
        append(
                consent,
                ConsentEvent.Kind.BOUND_TO_VERSION,
                at,
                actor,
                "version=" + version.id().text() + "\ndigest=" + version.digest());
    }

    /** Whether the permission names this version with this very digest. */
    public boolean bound(ConsentId consent, StoryVersion version) {
        ConsentScope scope = em.find(
                ConsentScope.class,
                new ConsentScope.Key(consent.value(), version.id().value()));
        return scope != null && scope.digest().equals(version.digest());
    }

    /** The versions that the permission names, with the digest that each had then. */
    List<ConsentScope> scopeOf(ConsentId consent) {
        return em.createQuery(
                        "select s from ConsentScope s where s.consentId = :consent order by s.versionId",
                        ConsentScope.class)
                .setParameter("consent", consent.value())
                .getResultList();
    }

    private void unbind(Consent consent, StoryVersion version) {
        ConsentScope scope = em.find(
                ConsentScope.class,
                new ConsentScope.Key(consent.id().value(), version.id().value()));
        if (scope != null) {
            em.createNativeQuery("update story_version set bound_to = null, bound_digest = null where id = ?1")
                    .setParameter(1, version.id().value())
                    .executeUpdate();
            em.remove(scope);
        }
    }
}
