package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.shared.NotFound;

/** The stories, their versions and their holds. */
@ApplicationScoped
public class Stories {

    @Inject
    private EntityManager em;

    public void add(Story story) {
        em.persist(story);
        em.flush();
        em.createNativeQuery("update story set teller_ended = (select p.ended from person_on_probation p"
                        + " where p.account_id = story.storyteller_id) where id = ?1")
                .setParameter(1, story.id().value())
                .executeUpdate();
    }

    public void add(StoryVersion version) {
        em.persist(version);
    }

    public void add(StoryHold hold) {
        mark(hold.story(), Mark.HOLDS);
        em.persist(hold);
    }

    /** Before the first of these rows is written. In SQL, as it must be there when the row comes. */
    public void mark(StoryId story, Mark mark) {
        set(story, mark, true);
    }

    /** After the last row that needs it went, or needs it no more; the database refuses it before. */
    public void unmark(StoryId story, Mark mark) {
        set(story, mark, false);
    }

    private void set(StoryId story, Mark mark, boolean there) {
        em.createNativeQuery("update story set " + mark.column() + " = " + there + " where id = ?1 and " + mark.column()
                        + " = " + !there)
                .setParameter(1, story.value())
                .executeUpdate();
    }

    public Optional<Story> find(StoryId id) {
        return Optional.ofNullable(em.find(Story.class, id.value()));
    }

    /** The story, if it is this storyteller's and not erased; else {@link NotFound}. */
    public Story requireOwn(AccountId storyteller, StoryId id) {
        return find(id).filter(story -> story.storyteller().equals(storyteller) && !story.erased())
                .orElseThrow(NotFound::new);
    }

    /** The same, with the story's row locked until the transaction ends: whatever changes a story's standing asks so. */
    public Story requireOwnLocked(AccountId storyteller, StoryId id) {
        Story story = requireOwn(storyteller, id);
        lock(story);
        return story;
    }

    /** The draft that this viewer may write now, its story locked; refused or not found as for any use of one's own. */
    StoryVersion requireOwnDraft(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        requireOwnLocked(viewer.account(), id);
        StoryVersion latest = latestOf(id).orElseThrow();
        latest.requireDraft();
        return latest;
    }

    public void lock(Story story) {
        em.refresh(story, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks the rows of all of these, before any event is fired: the head of the trail is locked with the first event, and
     * whoever locks another story after that can wait for somebody who waits for the trail.
     */
    public void lockAll(Collection<StoryId> ids) {
        ids.stream()
                .distinct()
                .sorted(Comparator.comparing(StoryId::text))
                .flatMap(id -> find(id).stream())
                .forEach(this::lock);
    }

    public StoryVersion requireVersion(VersionId id) {
        return Optional.ofNullable(em.find(StoryVersion.class, id.value())).orElseThrow(NotFound::new);
    }

    /** All versions, the newest first. */
    public List<StoryVersion> versionsOf(StoryId story) {
        return em.createQuery(
                        "select v from StoryVersion v where v.story.id = :story order by v.number desc",
                        StoryVersion.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    public Optional<StoryVersion> latestOf(StoryId story) {
        return em.createQuery(
                        "select v from StoryVersion v where v.story.id = :story order by v.number desc",
                        StoryVersion.class)
                .setParameter("story", story.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public Optional<StoryVersion> approvedOf(StoryId story) {
        return em.createQuery(
                        "select v from StoryVersion v where v.story.id = :story and v.slot = 'APPROVED'",
                        StoryVersion.class)
                .setParameter("story", story.value())
                .getResultStream()
                .findFirst();
    }

    /** The newest version of each story of the storyteller that is not erased, newest story first. */
    public List<StoryVersion> latestOfEach(AccountId storyteller) {
        return em.createQuery(
                        "select v from StoryVersion v join fetch v.story where v.story.storytellerId = :storyteller"
                                + " and v.story.erasedAt is null and v.number = (select max(w.number) from"
                                + " StoryVersion w where w.story = v.story) order by v.story.begunAt desc, v.story.id",
                        StoryVersion.class)
                .setParameter("storyteller", storyteller.value())
                .getResultList();
    }

    /** These versions, their scenes at the first look by one query for all of them. */
    public Map<VersionId, StoryVersion> versions(Collection<VersionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select v from StoryVersion v join fetch v.story where v.id in :ids", StoryVersion.class)
                .setParameter("ids", ids.stream().map(VersionId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(StoryVersion::id, version -> version));
    }

    public Scene requireScene(SceneId id) {
        return Optional.ofNullable(em.find(Scene.class, id.value())).orElseThrow(NotFound::new);
    }

    /** The story in which this file is shown, in whatever version; empty for a file that is in none. A file is of one story. */
    public Optional<StoryId> showing(AssetId asset) {
        return em.createQuery("select s.version.story.id from Scene s where s.assetId = :asset", UUID.class)
                .setParameter("asset", asset.value())
                .setMaxResults(1)
                .getResultStream()
                .map(StoryId::new)
                .findFirst();
    }

    /** Whether any scene of any version still needs this file. */
    public boolean used(AssetId asset) {
        return !em.createQuery("select s.id from Scene s where s.assetId = :asset or s.incomingId = :asset", UUID.class)
                .setParameter("asset", asset.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Files received before that moment that are in no scene of any version and evidence of nothing, the oldest first. */
    List<AssetId> filesOfNobody(Instant before, int most) {
        return em.createQuery(
                        "select a.id from MediaAsset a where a.discardedAt is null and a.receivedAt < :before"
                                + " and not exists (select s.id from Scene s where s.assetId = a.id"
                                + " or s.incomingId = a.id) and not exists (select e.recordId from SpokenAnswers e"
                                + " where e.assetId = a.id) order by a.receivedAt, a.id",
                        UUID.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(AssetId::new)
                .toList();
    }

    /** Whether a scene of the version shows this file. */
    public boolean shows(VersionId version, AssetId asset) {
        return !em.createQuery(
                        "select s.id from Scene s where s.version.id = :version"
                                + " and (s.assetId = :asset or s.incomingId = :asset)",
                        UUID.class)
                .setParameter("version", version.value())
                .setParameter("asset", asset.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public List<StoryHold> holdsOn(StoryId story) {
        return em.createQuery(
                        "select h from StoryHold h where h.storyId = :story and h.liftedAt is null"
                                + " order by h.placedAt, h.id",
                        StoryHold.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    public List<StoryHold> holdsInForce() {
        return em.createQuery(
                        "select h from StoryHold h where h.liftedAt is null order by h.placedAt, h.id", StoryHold.class)
                .getResultList();
    }

    Optional<StoryHelp> openHelp(StoryId story) {
        return em.createQuery("select h from StoryHelp h where h.openFor = :story", StoryHelp.class)
                .setParameter("story", story.value())
                .getResultStream()
                .findFirst();
    }

    /** Who helped with writing, the first first. */
    public List<StoryHelp> helpWith(StoryId story) {
        return em.createQuery(
                        "select h from StoryHelp h where h.storyId = :story order by h.begunAt, h.id", StoryHelp.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    public StoryHold requireHold(HoldId id) {
        return Optional.ofNullable(em.find(StoryHold.class, id.value())).orElseThrow(NotFound::new);
    }
}
