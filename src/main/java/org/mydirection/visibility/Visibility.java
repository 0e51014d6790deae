package org.mydirection.visibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.GatherRule;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.Times;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;

/**
 * The rule that is never broken (DESIGN §3), as one query with parts that are always there. A story is visible for a
 * purpose only if its version is approved, its permission is in force today for this purpose, this audience and this very
 * version, nobody holds it, nobody erased it, and the viewer is entitled and not excluded; through a published collection,
 * or, for those who gather one, through a collection that they work on. Beside it there are two doors: the storyteller's
 * own, and the reviewer's who holds the claim. It fails closed, and nothing about it is kept from one request to the next.
 */
@ApplicationScoped
@Transactional
public class Visibility implements GatherRule {

    /** Approved, permitted today for this very version, not held, not erased. {@code s v k} stand for story, version, permission. */
    private static final String STANDING = " v.story = s and v.slot = 'APPROVED'"
            + " and v.status = org.mydirection.story.VersionStatus.APPROVED and s.erasedAt is null"
            + " and k.storyId = s.id and k.slot = 'CURRENT'"
            + " and k.status = org.mydirection.consent.ConsentStatus.ACTIVE"
            + " and k.firstDay <= :today and k.lastDay >= :today and k.coolingUntil <= :now"
            + " and exists (select z.digest from ConsentScope z where z.consentId = k.id and z.versionId = v.id"
            + " and z.digest = v.digest)"
            + " and not exists (select h.id from StoryHold h where h.storyId = s.id and h.liftedAt is null)";

    /** For whom: one's own supervision where it is the person's own story, else other people's. {@code c} is the collection. */
    private static final String PURPOSE = " and exists (select key(p) from Consent q join q.purposes p where q = k"
            + " and value(p) = true and ((key(p) = org.mydirection.consent.Purpose.OWN_SUPERVISION"
            + " and s.storytellerId = c.personId)"
            + " or (key(p) = org.mydirection.consent.Purpose.OTHER_PEOPLE_SUPERVISION"
            + " and s.storytellerId <> c.personId)))";

    /** Whose office and who is named. The storyteller themselves is always among their own audience. */
    private static final String AUDIENCE = " and (s.storytellerId = :viewer"
            + " or (k.audience = org.mydirection.consent.Choices.Audience.MY_PRACTITIONER"
            + " and k.practitionerId = :viewer)"
            + " or (k.audience = org.mydirection.consent.Choices.Audience.MY_OFFICE and k.officeId = :office)"
            + " or k.audience = org.mydirection.consent.Choices.Audience.EVERY_OFFICE)"
            + " and not (:office member of k.excludedOffices and s.storytellerId <> :viewer)";

    /** Not kept out of the case of the person, nor of the storyteller's. */
    private static final String NOT_EXCLUDED = " and not exists (select x.id from Exclusion x"
            + " where x.excludedId = :viewer and x.liftedAt is null"
            + " and (x.personId = s.storytellerId or x.personId = c.personId))";

    /** The account is open, and it is the person's or that of the practitioner who supervises the person now. */
    private static final String ENTITLED = " and exists (select a.id from Account a where a.id = :viewer"
            + " and a.closedAt is null and ((a.id = c.personId"
            + " and org.mydirection.identity.Role.STORYTELLER member of a.roles)"
            + " or (org.mydirection.identity.Role.PRACTITIONER member of a.roles and exists (select u.id from"
            + " Supervision u where u.currentFor = c.personId and u.practitionerId = :viewer))))";

    /** Whoever gathers: the curator or practitioner who works on the collection. */
    private static final String GATHERS = " and exists (select a.id from Account a where a.id = :viewer"
            + " and a.closedAt is null and ((org.mydirection.identity.Role.CURATOR member of a.roles"
            + " and c.gatheredBy = :viewer)"
            + " or (org.mydirection.identity.Role.PRACTITIONER member of a.roles and exists (select u.id from"
            + " Supervision u where u.currentFor = c.personId and u.practitionerId = :viewer))))";

    private static final String SELECT = "select new org.mydirection.visibility.VisibleStory("
            + "s.id, v.id, s.storytellerId, v.title, c.personId, k.identity, k.chosenName, k.conditions)"
            + " from Story s, StoryVersion v, Consent k, StoryCollection c";

    private static final String IN_PUBLISHED = SELECT + ", CollectionItem i where i.collection = c and i.storyId = s.id"
            + " and c.id = :collection and c.status = org.mydirection.collection.CollectionStatus.PUBLISHED and"
            + STANDING + PURPOSE + AUDIENCE + NOT_EXCLUDED + ENTITLED;

    private static final String IN_GATHERED = SELECT + " where c.id = :collection"
            + " and c.status <> org.mydirection.collection.CollectionStatus.ARCHIVED and" + STANDING + PURPOSE
            + AUDIENCE + NOT_EXCLUDED + GATHERS;

    /** No office has this id: what a viewer without an office asks with. */
    private static final UUID NO_OFFICE = new UUID(0, 0);

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The version of this story that the viewer may see in that way now; empty when there is none. */
    public Optional<VersionId> see(Viewer viewer, Through through, StoryId story) {
        if (through instanceof Through.Own) {
            return own(viewer, story);
        }
        if (through instanceof Through.Claim claim) {
            return claimed(viewer, claim.review())
                    .filter(seen -> seen.story().equals(story))
                    .map(Claimed::version);
        }
        return through(viewer, through, story).stream().findFirst().map(VisibleStory::version);
    }

    /** The same with its purpose, for what is shown to others; empty for one's own and for reviewers. */
    public Optional<VisibleStory> seeShown(Viewer viewer, Through through, StoryId story) {
        return through(viewer, through, story).stream().findFirst();
    }

    /**
     * Whether one's own story stands open to anybody at all now, so that it is seen wherever a published collection
     * brings it: approved, permitted today, not held. For telling the storyteller; false for anybody else.
     */
    public boolean open(Viewer viewer, StoryId story) {
        Instant now = clock.instant();
        return !em.createQuery(
                        "select v.id from Story s, StoryVersion v, Consent k where s.id = :story"
                                + " and s.storytellerId = :viewer and" + STANDING,
                        UUID.class)
                .setParameter("story", story.value())
                .setParameter("viewer", viewer.account().value())
                .setParameter("today", Times.day(now))
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
    }

    /** Everything of a published collection that the viewer may see now, in the order of the collection. */
    public List<VisibleStory> list(Viewer viewer, CollectionId collection) {
        return ask(IN_PUBLISHED + " order by i.position, s.id", viewer, collection)
                .getResultList();
    }

    /** Stories that the viewer may gather into the collection now, by title; at most {@code most}. */
    public List<VisibleStory> gatherable(Viewer viewer, CollectionId collection, int most) {
        return ask(IN_GATHERED + " order by v.title, s.id", viewer, collection)
                .setMaxResults(most)
                .getResultList();
    }

    @Override
    public boolean mayGather(Viewer viewer, CollectionId collection, StoryId story) {
        return !through(viewer, new Through.Gathering(collection), story).isEmpty();
    }

    @Override
    public List<StoryId> wouldShow(CollectionId collection) {
        return em
                .createQuery(
                        "select u.practitionerId, a.officeId from StoryCollection c, Supervision u, Account a"
                                + " where c.id = :collection and u.currentFor = c.personId"
                                + " and a.id = u.practitionerId",
                        Object[].class)
                .setParameter("collection", collection.value())
                .getResultList()
                .stream()
                .flatMap(row -> gatheredFor(collection, (UUID) row[0], (UUID) row[1]).stream())
                .toList();
    }

    private List<StoryId> gatheredFor(CollectionId collection, UUID practitioner, UUID office) {
        Viewer viewer = new Viewer(
                new AccountId(practitioner),
                java.util.Set.of(Role.PRACTITIONER),
                office == null ? null : new OfficeId(office));
        return ask(
                        IN_GATHERED + " and exists (select i.id from CollectionItem i where i.collection = c"
                                + " and i.storyId = s.id)",
                        viewer,
                        collection)
                .getResultList()
                .stream()
                .map(VisibleStory::story)
                .toList();
    }

    /**
     * The version through which the viewer may see this picture or recording now; empty when there is none. A file that
     * no scene of that version shows is not seen, whoever asks.
     */
    public Optional<VersionId> seeFile(Viewer viewer, Through through, AssetId asset) {
        return storiesShowing(asset).stream()
                .flatMap(story -> versions(viewer, through, story).stream())
                .filter(version -> shows(version, asset))
                .findFirst();
    }

    private List<VersionId> versions(Viewer viewer, Through through, StoryId story) {
        if (through instanceof Through.Own) {
            // One's own story is seen in all its versions.
            return own(viewer, story).isEmpty() ? List.of() : allVersions(story);
        }
        return see(viewer, through, story).stream().toList();
    }

    private List<VisibleStory> through(Viewer viewer, Through through, StoryId story) {
        if (through instanceof Through.Published published) {
            return ask(IN_PUBLISHED + " and s.id = :story", viewer, published.collection())
                    .setParameter("story", story.value())
                    .getResultList();
        }
        if (through instanceof Through.Gathering gathering) {
            return ask(IN_GATHERED + " and s.id = :story", viewer, gathering.collection())
                    .setParameter("story", story.value())
                    .getResultList();
        }
        return List.of();
    }

    private TypedQuery<VisibleStory> ask(String jpql, Viewer viewer, CollectionId collection) {
        Instant now = clock.instant();
        return em.createQuery(jpql, VisibleStory.class)
                .setParameter("viewer", viewer.account().value())
                .setParameter("office", viewer.findOffice().map(OfficeId::value).orElse(NO_OFFICE))
                .setParameter("collection", collection.value())
                .setParameter("today", Times.day(now))
                .setParameter("now", now);
    }

    private Optional<VersionId> own(Viewer viewer, StoryId story) {
        if (!viewer.may(Permission.TELL_STORIES)) {
            return Optional.empty();
        }
        return em.createQuery(
                        "select v.id from StoryVersion v where v.story.id = :story and v.story.storytellerId = :viewer"
                                + " and v.story.erasedAt is null order by v.number desc",
                        UUID.class)
                .setParameter("story", story.value())
                .setParameter("viewer", viewer.account().value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(VersionId::new);
    }

    private Optional<Claimed> claimed(Viewer viewer, ReviewId review) {
        if (!viewer.may(Permission.REVIEW)) {
            return Optional.empty();
        }
        return em.createQuery(
                        "select s.id, v.id from Review r, StoryVersion v, Story s where r.id = :review"
                                + " and v.id = r.versionId and s.id = r.storyId and s.erasedAt is null"
                                + " and r.status = org.mydirection.moderation.ReviewStatus.CLAIMED"
                                + " and r.claimedBy = :viewer and r.claimedUntil > :now"
                                + " and r.versionDigest = v.digest and s.storytellerId <> :viewer"
                                + " and not exists (select u.id from Supervision u where u.currentFor ="
                                + " s.storytellerId and u.practitionerId = :viewer)"
                                + " and not exists (select x.id from Exclusion x where x.excludedId = :viewer"
                                + " and x.liftedAt is null and x.personId = s.storytellerId)",
                        Object[].class)
                .setParameter("review", review.value())
                .setParameter("viewer", viewer.account().value())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .map(row -> new Claimed(new StoryId((UUID) row[0]), new VersionId((UUID) row[1])));
    }

    private List<StoryId> storiesShowing(AssetId asset) {
        return em
                .createQuery(
                        "select distinct s.version.story.id from Scene s where s.assetId = :asset"
                                + " or s.incomingId = :asset",
                        UUID.class)
                .setParameter("asset", asset.value())
                .getResultList()
                .stream()
                .map(StoryId::new)
                .toList();
    }

    private List<VersionId> allVersions(StoryId story) {
        return em
                .createQuery("select v.id from StoryVersion v where v.story.id = :story", UUID.class)
                .setParameter("story", story.value())
                .getResultList()
                .stream()
                .map(VersionId::new)
                .toList();
    }

    private boolean shows(VersionId version, AssetId asset) {
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

    /** The purposes that a collection can serve. */
    public static Purpose purposeFor(AccountId storyteller, AccountId person) {
        return storyteller.equals(person) ? Purpose.OWN_SUPERVISION : Purpose.OTHER_PEOPLE_SUPERVISION;
    }

    private record Claimed(StoryId story, VersionId version) {}
}
