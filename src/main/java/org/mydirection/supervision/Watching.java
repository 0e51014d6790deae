package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mydirection.caseload.Caseloads;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.CollectionItem;
import org.mydirection.collection.CollectionRow;
import org.mydirection.collection.CollectionStatus;
import org.mydirection.collection.StoryCollection;
import org.mydirection.collection.StoryCollections;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.story.SceneKind;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionId;
import org.mydirection.story.VersionView;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;
import org.mydirection.visibility.VisibleStory;

/** Looking at published collections: the person theirs, the practitioner those of the people they supervise. */
@ApplicationScoped
@Transactional
public class Watching {

    @Inject
    private StoryCollections collections;

    @Inject
    private Visibility visibility;

    @Inject
    private Caseloads caseloads;

    @Inject
    private Accounts accounts;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private EntityManager em;

    @Inject
    private Event<DomainEvent> happened;

    /** The published collections of a person, tied to the goal, or all of them when it is null. */
    public List<CollectionRow> collections(Viewer viewer, AccountId person, GoalId goal) {
        requireParty(viewer, person);
        return collections.published(person, viewer.account(), goal);
    }

    /** A published collection with its places: a story that may not be seen now is a gap, nothing more. */
    public Opened open(Viewer viewer, CollectionId id) {
        StoryCollection collection = collections
                .find(id)
                .filter(c -> c.status() == CollectionStatus.PUBLISHED)
                .orElseThrow(NotFound::new);
        requireParty(viewer, collection.person());
        Map<StoryId, VisibleStory> seen = new LinkedHashMap<>();
        visibility.list(viewer, id).forEach(story -> seen.put(story.story(), story));
        List<Place> places = new ArrayList<>();
        Map<VersionId, StoryVersion> versions = stories.versions(
                seen.values().stream().map(VisibleStory::version).toList());
        Map<AccountId, String> names = accounts.namesOf(
                seen.values().stream().map(VisibleStory::storyteller).toList());
        for (CollectionItem item : collection.inOrder()) {
            places.add(place(places.size() + 1, seen.get(item.story()), versions, names));
        }
        happened.fire(new CollectionOpened(
                viewer.account().value(), id.value(), collection.person().value()));
        return new Opened(
                id, collection.person(), collection.title(), collection.introduction(), collection.goals(), places);
    }

    /** One story of it with its scenes; {@link NotFound} when it may not be seen now. Looking is on record. */
    public Watched watch(Viewer viewer, CollectionId id, StoryId story) {
        VisibleStory seen =
                visibility.seeShown(viewer, new Through.Published(id), story).orElseThrow(NotFound::new);
        VersionView version = seen.honour(writing.view(stories.requireVersion(seen.version())));
        StoryCollection collection = collections.find(id).orElseThrow(NotFound::new);
        happened.fire(new StoryWatched(
                viewer.account().value(),
                seen.version().value(),
                collection.person().value(),
                story.value(),
                seen.purpose().name()));
        return new Watched(version, nameOf(seen), seen.purpose());
    }

    private static Place place(
            int number, VisibleStory seen, Map<VersionId, StoryVersion> versions, Map<AccountId, String> names) {
        if (seen == null) {
            return new Place(number, null, null, null, null, 0, null, null, null);
        }
        StoryVersion version = versions.get(seen.version());
        return new Place(
                number,
                seen.story(),
                seen.title(),
                nameOf(seen, names.get(seen.storyteller())),
                seen.purpose(),
                version.inOrder().size(),
                seen.conditions(),
                seen.lastDay(),
                seen.face() != Likeness.ABSENT ? firstPicture(version) : null);
    }

    private static AssetId firstPicture(StoryVersion version) {
        return version.inOrder().stream()
                .filter(scene -> scene.kind() == SceneKind.PICTURE)
                .flatMap(scene -> scene.asset().stream())
                .findFirst()
                .orElse(null);
    }

    /** The name that the storyteller chose for this story: never the account's name unless they said so. */
    String nameOf(VisibleStory seen) {
        return nameOf(seen, accounts.namesOf(List.of(seen.storyteller())).get(seen.storyteller()));
    }

    private static String nameOf(VisibleStory seen, String displayName) {
        return switch (seen.shownAs()) {
            case NAMED -> displayName;
            case FIRST_NAME -> displayName.split("\\s+")[0];
            case PSEUDONYM -> seen.chosenName();
            case ANONYMOUS -> null;
        };
    }

    void requireParty(Viewer viewer, AccountId person) {
        boolean themselves = viewer.is(person) && viewer.may(Permission.FOLLOW_OWN_PLAN);
        boolean practitioner = viewer.may(Permission.PRESENT) && caseloads.supervises(viewer.account(), person);
        if (!themselves && !practitioner) {
            throw new NotFound();
        }
    }

    /** A published collection as a page shows it. */
    public record Opened(
            CollectionId id,
            AccountId person,
            String title,
            String introduction,
            Set<GoalId> goals,
            List<Place> places) {

        public long shown() {
            return places.stream().filter(place -> !place.gap()).count();
        }
    }

    /**
     * A place in a collection; where the story may not be seen, everything but the number is null or zero.
     *
     * @param name as whom the storyteller wants to be known; null for no name
     * @param conditions what the storyteller asked to be kept to, in their words; null for nothing
     * @param lastDay the last day on which it may be seen, inclusive
     * @param picture the first picture that is ready; null when there is none
     */
    public record Place(
            int number,
            StoryId story,
            String title,
            String name,
            Purpose purpose,
            int parts,
            String conditions,
            LocalDate lastDay,
            AssetId picture) {

        public boolean gap() {
            return story == null;
        }
    }

    /** A story that is being looked at. */
    public record Watched(VersionView version, String name, Purpose purpose) {}

    public record CollectionOpened(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record StoryWatched(UUID actor, UUID subject, UUID person, UUID story, String purpose)
            implements DomainEvent {}
}
