package org.mydirection.collection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.caseload.Caseloads;
import org.mydirection.consent.Change;
import org.mydirection.consent.Suspending;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.plan.Goal;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.Plans;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryId;

/**
 * Gathering and publishing. Whoever gathers a collection edits it; the practitioner who supervises its person may edit
 * it too and is the one who publishes it. Where it holds a story of somebody else than that person, the one who put the
 * story in and the one who publishes are two people.
 */
@ApplicationScoped
@Transactional
public class Curation {

    @Inject
    private StoryCollections collections;

    @Inject
    private Caseloads caseloads;

    @Inject
    private Plans plans;

    @Inject
    private Stories stories;

    @Inject
    private GatherRule rule;

    @Inject
    private Suspending suspending;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The collections this viewer works on. */
    public List<CollectionRow> desk(Viewer viewer) {
        viewer.require(Permission.CURATE);
        return collections.deskOf(viewer.account(), viewer.roles().contains(Role.CURATOR));
    }

    /**
     * Begins a collection for a person. A practitioner does so for people they supervise; a curator for anybody on
     * probation, by the person's CRN, from whose case they are not excluded. Refused: {@code collection.title_missing},
     * {@code collection.person_unknown}.
     *
     * @param person null when nobody was found, which is refused
     */
    public CollectionId begin(Viewer viewer, AccountId person, String title) {
        viewer.require(Permission.CURATE);
        List<Refusal> refusals = checkWords(title, null);
        if (person == null || !mayGatherFor(viewer, person)) {
            refusals.add(Refusal.of("collection.person_unknown"));
        }
        Refused.ifAny(refusals);
        StoryCollection collection = new StoryCollection(person, viewer.account(), title, clock.instant());
        collections.add(collection);
        em.flush();
        fire(viewer, "begun", collection);
        return collection.id();
    }

    /** Refused: {@code collection.title_missing}, {@code error.text_too_long}, {@code collection.not_editable}. */
    public void write(Viewer viewer, CollectionId id, String title, String introduction) {
        StoryCollection collection = requireDesk(viewer, id);
        Refused.ifAny(checkWords(title, introduction));
        collection.write(title, introduction);
        fire(viewer, "written", collection);
    }

    /** Puts a story in, at the end; {@link NotFound} for one that the viewer may not gather. Refused: {@code
     * collection.story_twice}, {@code collection.too_many}, {@code collection.not_editable}. */
    public void add(Viewer viewer, CollectionId id, StoryId story) {
        StoryCollection collection = requireDesk(viewer, id);
        if (!rule.mayGather(viewer, id, story)) {
            throw new NotFound();
        }
        collection.add(story, viewer.account());
        em.flush();
        happened.fire(new StoryGathered(
                viewer.account().value(), id.value(), collection.person().value(), story.value()));
    }

    public void remove(Viewer viewer, CollectionId id, StoryId story) {
        StoryCollection collection = requireDesk(viewer, id);
        collection.remove(story);
        fire(viewer, "story_taken_out", collection);
    }

    public void move(Viewer viewer, CollectionId id, StoryId story, boolean earlier) {
        StoryCollection collection = requireDesk(viewer, id);
        collection.move(story, earlier);
        fire(viewer, "reordered", collection);
    }

    /** Ties it to exactly these goals of the person's plan; others are not there. */
    public void linkTo(Viewer viewer, CollectionId id, Set<GoalId> goals) {
        StoryCollection collection = requireDesk(viewer, id);
        goals.forEach(goal -> requireGoalOf(collection.person(), goal));
        collection.linkTo(goals);
        fire(viewer, "linked", collection);
    }

    /** What is missing before it can be published by this viewer; empty when nothing is. */
    public List<Refusal> missing(Viewer viewer, CollectionId id) {
        return missing(viewer, requireDesk(viewer, id));
    }

    /**
     * Publishes it, privately. Refused with all that is missing; see {@link #missing(Viewer, CollectionId)}. Publishing is
     * within what was said yes to, a purpose and an audience, and puts nothing on hold; but an office that was opened since is
     * a new audience: stories of people who said yes to all offices are on hold until they say so again.
     */
    public void publish(Viewer viewer, CollectionId id) {
        StoryCollection collection = requireDesk(viewer, id);
        Refused.ifAny(missing(viewer, collection));
        List<StoryId> toAsk = rule.newAudienceFor(viewer, id);
        stories.lockAll(toAsk);
        collection.publish(viewer.account(), clock.instant());
        em.flush();
        toAsk.forEach(story ->
                suspending.suspend(story, Change.AUDIENCE, viewer.account().value()));
        happened.fire(new CollectionPublished(
                viewer.account().value(), id.value(), collection.person().value()));
    }

    /** Puts it aside: nobody sees it until it is published again. */
    public void pause(Viewer viewer, CollectionId id) {
        StoryCollection collection = requireDesk(viewer, id);
        collection.become(CollectionStatus.PAUSED);
        fire(viewer, "paused", collection);
    }

    public void archive(Viewer viewer, CollectionId id) {
        StoryCollection collection = requireDesk(viewer, id);
        collection.become(CollectionStatus.ARCHIVED);
        fire(viewer, "archived", collection);
    }

    /** Where one's own story is in use, or about to be. */
    public List<StoryHome> homesOf(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return collections.holding(story).stream()
                .map(one -> new StoryHome(one.id(), viewer.is(one.person()) ? one.title() : null, one.status()))
                .toList();
    }

    /** The collection on the desk of whoever may work on it. */
    public Gathered read(Viewer viewer, CollectionId id) {
        StoryCollection collection = requireDesk(viewer, id);
        return new Gathered(
                collection.id(),
                collection.person(),
                collection.title(),
                collection.introduction(),
                collection.status(),
                collection.goals(),
                collection.inOrder().stream().map(CollectionItem::story).toList(),
                mayPublish(viewer, collection));
    }

    /** The goals that it could be tied to: those of the person's plan that are not removed. */
    public List<GoalChoice> goals(Viewer viewer, CollectionId id) {
        StoryCollection collection = requireDesk(viewer, id);
        return plans.of(collection.person())
                .map(plan -> plan.goals().stream()
                        .filter(goal -> goal.status() != GoalStatus.REMOVED)
                        .map(goal -> new GoalChoice(
                                goal.id(),
                                goal.title(),
                                goal.area().name(),
                                collection.goals().contains(goal.id())))
                        .toList())
                .orElse(List.of());
    }

    private List<Refusal> missing(Viewer viewer, StoryCollection collection) {
        List<Refusal> refusals = new ArrayList<>();
        if (!collection.status().mayBecome(CollectionStatus.PUBLISHED)) {
            refusals.add(Refusal.of("collection.status_order"));
        }
        if (!viewer.may(Permission.PUBLISH) || !caseloads.supervises(viewer.account(), collection.person())) {
            refusals.add(Refusal.of("collection.practitioner_publishes"));
        } else if (!mayPublish(viewer, collection)) {
            refusals.add(Refusal.of("collection.second_person"));
        }
        if (collection.goals().isEmpty()) {
            refusals.add(Refusal.of("collection.no_goal"));
        }
        if (collection.inOrder().isEmpty()) {
            refusals.add(Refusal.of("collection.no_story"));
        } else if (rule.wouldShow(collection.id()).isEmpty()
                && rule.newAudienceFor(viewer, collection.id()).isEmpty()) {
            refusals.add(Refusal.of("collection.nothing_to_show"));
        }
        return refusals;
    }

    private boolean mayPublish(Viewer viewer, StoryCollection collection) {
        boolean supervises =
                viewer.may(Permission.PUBLISH) && caseloads.supervises(viewer.account(), collection.person());
        return supervises
                && collection.inOrder().stream()
                        .filter(item -> !ownStory(collection, item))
                        .noneMatch(item -> viewer.is(item.addedBy()));
    }

    private boolean ownStory(StoryCollection collection, CollectionItem item) {
        return stories.find(item.story())
                .map(Story::storyteller)
                .filter(collection.person()::equals)
                .isPresent();
    }

    private void requireGoalOf(AccountId person, GoalId id) {
        plans.find(id)
                .filter(goal -> goal.plan().person().equals(person) && goal.status() != GoalStatus.REMOVED)
                .map(Goal::id)
                .orElseThrow(NotFound::new);
    }

    private boolean mayGatherFor(Viewer viewer, AccountId person) {
        boolean curator = viewer.roles().contains(Role.CURATOR);
        return caseloads.find(person).isPresent()
                && !caseloads.excluded(viewer.account(), person)
                && (curator || caseloads.supervises(viewer.account(), person));
    }

    private StoryCollection requireDesk(Viewer viewer, CollectionId id) {
        viewer.require(Permission.CURATE);
        StoryCollection collection = collections.requireLocked(id);
        boolean gathers = collection.gatheredBy().equals(viewer.account()) && mayGatherFor(viewer, collection.person());
        if (!gathers && !caseloads.supervises(viewer.account(), collection.person())) {
            throw new NotFound();
        }
        return collection;
    }

    private static List<Refusal> checkWords(String title, String introduction) {
        List<Refusal> refusals = new ArrayList<>();
        if (title == null || title.isBlank() || title.strip().length() > 120) {
            refusals.add(Refusal.of("collection.title_missing"));
        }
        if (introduction != null && introduction.length() > 4_000) {
            refusals.add(Refusal.of("error.text_too_long", (introduction.length() - 4_000) / 6 + 1));
        }
        return refusals;
    }

    private void fire(Viewer viewer, String change, StoryCollection collection) {
        em.flush();
        happened.fire(new CollectionChanged(
                viewer.account().value(),
                collection.id().value(),
                collection.person().value(),
                change));
    }

    /** A collection on the desk. The stories are ids only: what of them may be seen is asked for each. */
    public record Gathered(
            CollectionId id,
            AccountId person,
            String title,
            String introduction,
            CollectionStatus status,
            Set<GoalId> goals,
            List<StoryId> stories,
            boolean mayPublish) {

        public Set<String> goalTexts() {
            return goals.stream().map(GoalId::text).collect(Collectors.toSet());
        }
    }

    /** A goal to choose. */
    /**
     * A collection that holds one's own story. Of one that is for somebody else its own storyteller learns the state and
     * no more: its title may tell of that person.
     *
     * @param title null when it is not for the storyteller themselves
     */
    public record StoryHome(CollectionId id, String title, CollectionStatus status) {}

    public record GoalChoice(GoalId id, String title, String area, boolean linked) {}

    public record CollectionChanged(UUID actor, UUID subject, UUID person, String detail) implements DomainEvent {}

    public record StoryGathered(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record CollectionPublished(UUID actor, UUID subject, UUID person) implements DomainEvent {}
}
