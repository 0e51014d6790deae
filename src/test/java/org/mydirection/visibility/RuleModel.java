package org.mydirection.visibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.CollectionStatus;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.ThirdParty;
import org.mydirection.consent.ThirdPartyId;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Role;
import org.mydirection.media.AssetId;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.Times;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;
import org.mydirection.story.VersionStatus;

/**
 * The rule of DESIGN §3 once more, in plain collections and ifs, from the text of the design and not from the query: what
 * the model-based test compares the application with. It knows facts and decides nothing about who may change them.
 */
final class RuleModel {

    static final class Person {
        Set<Role> roles;
        OfficeId office;
        boolean closed;
        boolean sentenceEnded;

        boolean is(Role role) {
            return !closed && roles.contains(role);
        }
    }

    static final class Version {
        final VersionId id;
        VersionStatus status = VersionStatus.DRAFT;
        final Set<AssetId> files = new HashSet<>();
        String digest;

        Version(VersionId id) {
            this.id = id;
        }
    }

    static final class Permission {
        Set<Purpose> yes;
        Audience audience;
        AccountId practitioner;
        OfficeId office;
        Set<OfficeId> never;
        LocalDate firstDay;
        LocalDate lastDay;
        Instant coolingUntil;
        Set<AccountId> named = Set.of();
        Likeness voice = Likeness.AS_IS;
        Likeness face = Likeness.AS_IS;
        boolean eachTime;
        boolean endAtMove;
        boolean untilDate;
        boolean suspended;
        final Set<AssetId> taken = new HashSet<>();
        final Set<Day> asked = new HashSet<>();
        final Set<Day> allowed = new HashSet<>();
        final Set<VersionId> versions = new HashSet<>();
        /** Bound before, and changed by a checker since: bound again by the next yes. */
        final Set<VersionId> changed = new HashSet<>();
    }

    /** That a showing through a collection was said yes to for a day. */
    record Day(CollectionId collection, LocalDate day) {}

    static final class Other {
        final ThirdPartyId id;
        final ThirdParty.Category category;
        ThirdParty.Outcome outcome;
        LocalDate lastDay;
        AccountId judgedBy;
        boolean second;
        boolean saidNo;
        String code;
        String laterCode;

        Other(ThirdPartyId id, ThirdParty.Category category) {
            this.id = id;
            this.category = category;
        }

        boolean settled(LocalDate today) {
            return outcome != null
                    && (category != ThirdParty.Category.VICTIM || second)
                    && outcome != ThirdParty.Outcome.OBJECTED
                    && (lastDay == null || !today.isAfter(lastDay));
        }
    }

    static final class Teller {
        final AccountId account;
        String agreed;
        boolean gone;
        Version without;

        Teller(AccountId account) {
            this.account = account;
        }
    }

    static final class Story {
        final StoryId id;
        final List<Other> others = new ArrayList<>();
        final List<Teller> tellers = new ArrayList<>();
        final AccountId teller;
        final List<Version> versions = new ArrayList<>();
        Permission permission;
        int holds;
        boolean erased;

        Story(StoryId id, AccountId teller) {
            this.id = id;
            this.teller = teller;
        }

        Version latest() {
            return versions.get(versions.size() - 1);
        }
    }

    static final class Review {
        final ReviewId id;
        final Story story;
        final Version version;
        AccountId claimedBy;
        Instant claimedUntil;
        boolean over;

        Review(ReviewId id, Story story) {
            this.id = id;
            this.story = story;
            this.version = story.latest();
        }

        Review(ReviewId id, Story story, Version version) {
            this.id = id;
            this.story = story;
            this.version = version;
        }
    }

    static final class Collection {
        final CollectionId id;
        final AccountId person;
        final AccountId gatherer;
        CollectionStatus status = CollectionStatus.DRAFT;
        final List<Story> stories = new ArrayList<>();

        Collection(CollectionId id, AccountId person, AccountId gatherer) {
            this.id = id;
            this.person = person;
            this.gatherer = gatherer;
        }
    }

    record Kept(AccountId out, AccountId of) {}

    final Map<AccountId, Person> people = new HashMap<>();
    final Map<AccountId, AccountId> practitioners = new HashMap<>();
    final Set<Kept> exclusions = new HashSet<>();
    final List<Story> stories = new ArrayList<>();
    final List<Review> reviews = new ArrayList<>();
    final List<Collection> collections = new ArrayList<>();
    /** Files in which nobody can be known by face, as a checker said. */
    final Set<AssetId> unknown = new HashSet<>();

    Instant now;

    /** The storyteller, looking at their own story, sees the newest version of it. */
    Optional<VersionId> own(AccountId viewer, Story story) {
        boolean mine = story.teller.equals(viewer) && people.get(viewer).is(Role.STORYTELLER);
        return mine && !story.erased ? Optional.of(story.latest().id) : Optional.empty();
    }

    /** A reviewer who holds the claim sees the version that it is about: not their own, not their person's, not LAO. */
    Optional<VersionId> claimed(AccountId viewer, Review review, Story story) {
        if (review.story != story || review.over || story.erased) {
            return Optional.empty();
        }
        if (!viewer.equals(review.claimedBy) || !now.isBefore(review.claimedUntil)) {
            return Optional.empty();
        }
        if (!people.get(viewer).is(Role.MODERATOR) || viewer.equals(story.teller)) {
            return Optional.empty();
        }
        if (viewer.equals(practitioners.get(story.teller)) || exclusions.contains(new Kept(viewer, story.teller))) {
            return Optional.empty();
        }
        return Optional.of(review.version.id);
    }

    /** Through a published collection: its person, and the practitioner who supervises that person now. */
    Optional<VersionId> published(AccountId viewer, Collection collection, Story story) {
        if (collection.status != CollectionStatus.PUBLISHED || !collection.stories.contains(story)) {
            return Optional.empty();
        }
        boolean themselves =
                viewer.equals(collection.person) && people.get(viewer).is(Role.STORYTELLER);
        return themselves || supervises(viewer, collection.person)
                ? standing(viewer, collection, story).filter(version -> asked(viewer, collection, story))
                : Optional.empty();
    }

    /** Whether the viewer would see it there but for the wish to be asked each time. */
    boolean askable(AccountId viewer, Collection collection, Story story) {
        return supervises(viewer, collection.person)
                && collection.status == CollectionStatus.PUBLISHED
                && collection.stories.contains(story)
                && story.permission != null
                && story.permission.eachTime
                && !viewer.equals(story.teller)
                && standing(viewer, collection, story).isPresent();
    }

    private boolean asked(AccountId viewer, Collection collection, Story story) {
        return !story.permission.eachTime
                || viewer.equals(story.teller)
                || story.permission.allowed.contains(new Day(collection.id, Times.day(now)));
    }

    /** While a collection is gathered: whoever gathers it, and the practitioner who supervises its person now. */
    Optional<VersionId> gathering(AccountId viewer, Collection collection, Story story) {
        if (collection.status == CollectionStatus.ARCHIVED) {
            return Optional.empty();
        }
        boolean gathers =
                viewer.equals(collection.gatherer) && people.get(viewer).is(Role.CURATOR);
        return gathers || supervises(viewer, collection.person)
                ? standing(viewer, collection, story)
                : Optional.empty();
    }

    private boolean supervises(AccountId viewer, AccountId person) {
        return people.get(viewer).is(Role.PRACTITIONER) && viewer.equals(practitioners.get(person));
    }

    private Optional<VersionId> standing(AccountId viewer, Collection collection, Story story) {
        if (story.erased || story.holds > 0 || story.permission == null || story.permission.suspended) {
            return Optional.empty();
        }
        if (exclusions.contains(new Kept(viewer, story.teller))
                || exclusions.contains(new Kept(viewer, collection.person))) {
            return Optional.empty();
        }
        if (people.get(story.teller).sentenceEnded && !story.permission.untilDate) {
            return Optional.empty();
        }
        if (!story.others.stream().allMatch(other -> other.settled(Times.day(now)))) {
            return Optional.empty();
        }
        for (Version version : story.versions) {
            if (version.status == VersionStatus.APPROVED
                    && honoured(story, version)
                    && permits(viewer, collection, story, version)) {
                return Optional.of(version.id);
            }
        }
        return Optional.empty();
    }

    /** Face and parts as they were said, and all who tell this version agreed to it. The stories here hold pictures. */
    private boolean honoured(Story story, Version version) {
        Permission permission = story.permission;
        if (!unknown.containsAll(version.files) && permission.face == Likeness.ALTERED
                || version.files.stream().anyMatch(permission.taken::contains)) {
            return false;
        }
        int place = story.versions.indexOf(version);
        for (Teller teller : story.tellers) {
            boolean tells = teller.without == null || place < story.versions.indexOf(teller.without);
            if (tells && (teller.gone || version.digest == null || !version.digest.equals(teller.agreed))) {
                return false;
            }
        }
        return true;
    }

    /** The files that others get of a version that they see: none where the face is left out. */
    List<AssetId> files(Story story, Version version) {
        return story.permission.face != Likeness.ABSENT ? List.copyOf(version.files) : List.of();
    }

    private boolean permits(AccountId viewer, Collection collection, Story story, Version version) {
        Permission permission = story.permission;
        if (!permission.versions.contains(version.id)) {
            return false;
        }
        LocalDate today = Times.day(now);
        if (today.isBefore(permission.firstDay) || today.isAfter(permission.lastDay)) {
            return false;
        }
        if (now.isBefore(permission.coolingUntil)) {
            return false;
        }
        Purpose purpose =
                story.teller.equals(collection.person) ? Purpose.OWN_SUPERVISION : Purpose.OTHER_PEOPLE_SUPERVISION;
        return permission.yes.contains(purpose) && (viewer.equals(story.teller) || audience(viewer, story, permission));
    }

    private boolean audience(AccountId viewer, Story story, Permission permission) {
        OfficeId office = people.get(viewer).office;
        if (office != null && permission.never.contains(office)) {
            return false;
        }
        return switch (permission.audience) {
            case MY_PRACTITIONER ->
                viewer.equals(permission.practitioner) && viewer.equals(practitioners.get(story.teller));
            case NAMED_PEOPLE -> permission.named.contains(viewer);
            case MY_OFFICE ->
                permission.office.equals(office) && permission.office.equals(people.get(story.teller).office);
            case EVERY_OFFICE -> true;
        };
    }
}
