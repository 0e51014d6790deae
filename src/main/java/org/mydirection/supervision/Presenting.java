package org.mydirection.supervision;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.caseload.Caseloads;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.CollectionItem;
import org.mydirection.collection.CollectionStatus;
import org.mydirection.collection.StoryCollection;
import org.mydirection.collection.StoryCollections;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.StoryHidden;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.DigitalStory;
import org.mydirection.story.SceneView;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;
import org.mydirection.visibility.VisibleStory;

/**
 * Showing a collection in supervision, one scene at a time; a digital story is one scene. The rule of visibility is asked before each scene, at each
 * look of the page that waits, and before each piece of a recording: what was taken back is a neutral gap at once.
 */
@ApplicationScoped
@Transactional
public class Presenting {

    @Inject
    private Presentations presentations;

    @Inject
    private StoryCollections collections;

    @Inject
    private Visibility visibility;

    @Inject
    private Watching watching;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private Caseloads caseloads;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Starts a presentation of a published collection to its person, for one of the goals it is tied to. {@link NotFound}
     * for anybody but the practitioner who supervises the person. Refused: {@code presentation.nothing} when no story of
     * it may be seen now; {@code presentation.goal} when it is not tied to that goal.
     *
     * @param named whether storytellers may see that it was this practitioner
     */
    public PresentationId start(Viewer viewer, CollectionId id, GoalId goal, boolean named) {
        viewer.require(Permission.PRESENT);
        StoryCollection collection = collections
                .find(id)
                .filter(c -> c.status() == CollectionStatus.PUBLISHED)
                .filter(c -> caseloads.supervises(viewer.account(), c.person()))
                .orElseThrow(NotFound::new);
        if (!collection.goals().contains(goal)) {
            throw Refused.because("presentation.goal");
        }
        if (visibility.list(viewer, id).isEmpty()) {
            throw Refused.because("presentation.nothing");
        }
        Presentation presentation =
                new Presentation(id, collection.person(), viewer.account(), goal, named, clock.instant());
        presentations.add(presentation);
        em.flush();
        happened.fire(new PresentationStarted(
                viewer.account().value(),
                presentation.id().value(),
                collection.person().value()));
        return presentation.id();
    }

    /**
     * What stands on the screen before the first scene, to be read out; the screen is free of stories. {@link NotFound}
     * once somebody else supervises the person.
     */
    public Opening opening(Viewer viewer, PresentationId id) {
        Presentation presentation = requireOwn(viewer, id);
        presentations.lock(presentation);
        if (presentation.status() == PresentationStatus.LIVE) {
            presentation.putOnScreen(null);
        }
        StoryCollection collection = collections
                .find(presentation.collection())
                .filter(c -> caseloads.supervises(viewer.account(), c.person()))
                .orElseThrow(NotFound::new);
        return new Opening(presentation.status(), collection.title(), collection.introduction());
    }

    /**
     * Puts a scene on the screen, by its place among all scenes of the presentation, from 0. Showing a story for the
     * first time is kept where its storyteller can read it. A place beyond the end is the end. When the presentation is
     * over, or the story of that place may not be seen, the screen is neutral.
     */
    public Screen show(Viewer viewer, PresentationId id, int place) {
        Presentation presentation = requireOwn(viewer, id);
        if (over(presentation)) {
            return Screen.over(statusOf(presentation));
        }
        List<Slide> slides = slides(viewer, presentation);
        int at = Math.max(0, Math.min(place, slides.size() - 1));
        Slide slide = slides.get(at);
        // The story before the presentation, in the order in which taking back takes them.
        Optional.ofNullable(slide.story()).flatMap(stories::find).ifPresent(stories::lock);
        if (slide.scene() != null
                && mayShow(viewer, presentation, slide.story()).isEmpty()) {
            slide = Slide.gap(slide.story());
        }
        presentations.lock(presentation);
        if (over(presentation)) {
            return Screen.over(presentation.status());
        }
        presentation.putOnScreen(slide.scene() == null ? null : slide.story());
        em.flush();
        if (slide.scene() != null) {
            keep(viewer, presentation, slide);
        }
        return new Screen(
                presentation.status(), at, slides.size(), slide.scene(), slide.digital(), slide.name(), slide.story());
    }

    /**
     * Whether what is on the screen may stay there. The page that presents asks each second; any other answer than
     * {@link Look#STAY} clears it. Reads only: it waits for nobody and nobody waits for it.
     *
     * @param onScreen the story on the screen; null when there is none
     */
    public Look look(Viewer viewer, PresentationId id, StoryId onScreen) {
        Presentation presentation = requireOwn(viewer, id);
        if (over(presentation)) {
            return Look.OVER;
        }
        boolean stays = onScreen == null
                ? caseloads.supervises(viewer.account(), presentation.person())
                : mayShow(viewer, presentation, onScreen).isPresent();
        return stays ? Look.STAY : Look.CLEAR;
    }

    /** Whether this picture or recording may be sent for a live presentation now. */
    public boolean mayStream(Viewer viewer, PresentationId id, AssetId asset) {
        return presentations
                .find(id)
                .filter(p -> p.presenter().equals(viewer.account()) && viewer.may(Permission.PRESENT))
                .filter(p -> !over(p))
                .flatMap(p -> visibility.seeFile(viewer, new Through.Published(p.collection()), asset))
                .isPresent();
    }

    /** Ends it; when it is over already nothing changes. */
    public void end(Viewer viewer, PresentationId id, boolean early) {
        Presentation presentation = requireOwn(viewer, id);
        presentations.lock(presentation);
        if (presentation.status() == PresentationStatus.LIVE) {
            presentation.end(early ? PresentationStatus.STOPPED_BY_STAFF : PresentationStatus.ENDED, clock.instant());
            em.flush();
            happened.fire(new PresentationEnded(
                    viewer.account().value(),
                    id.value(),
                    presentation.person().value(),
                    presentation.status().name()));
        }
    }

    /** How a presentation stands and which goal it was for; for its presenter and its person. */
    public Given read(Viewer viewer, PresentationId id) {
        Presentation presentation = presentations.find(id).orElseThrow(NotFound::new);
        watching.requireParty(viewer, presentation.person());
        return new Given(
                id,
                presentation.collection(),
                presentation.person(),
                presentation.goal(),
                presentation.status(),
                presentation.startedAt());
    }

    /**
     * A story that was taken back while it was on a screen stops that presentation. Tidying; see {@link #look}. Before the
     * trail writes its entry, whose lock is the last of every transaction.
     */
    void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) StoryHidden hidden) {
        StoryId story = new StoryId(hidden.story());
        presentations.showingNow(story).stream()
                .filter(presentation ->
                        hidden.only() == null || hidden.only() == purpose(presentation, hidden.person()))
                .forEach(presentation -> {
                    presentation.end(PresentationStatus.STOPPED_BY_WITHDRAWAL, clock.instant());
                    em.flush();
                });
    }

    private static Purpose purpose(Presentation presentation, UUID storyteller) {
        return presentation.person().value().equals(storyteller)
                ? Purpose.OWN_SUPERVISION
                : Purpose.OTHER_PEOPLE_SUPERVISION;
    }

    private void keep(Viewer viewer, Presentation presentation, Slide slide) {
        if (!presentations.shownIn(presentation.id(), slide.seen().version())) {
            presentations.add(new Showing(presentation.id(), slide.seen(), clock.instant()));
            em.flush();
            happened.fire(new StoryShown(
                    viewer.account().value(),
                    presentation.id().value(),
                    presentation.person().value(),
                    slide.story().value(),
                    slide.seen().purpose().name()));
        }
    }

    private List<Slide> slides(Viewer viewer, Presentation presentation) {
        StoryCollection collection = collections.find(presentation.collection()).orElseThrow(NotFound::new);
        List<Slide> slides = new ArrayList<>();
        for (CollectionItem item : collection.inOrder()) {
            Optional<VisibleStory> seen = mayShow(viewer, presentation, item.story());
            if (seen.isEmpty()) {
                slides.add(Slide.gap(item.story()));
                continue;
            }
            VersionView version = seen.get()
                    .honour(writing.view(stories.requireVersion(seen.get().version())));
            String name = watching.nameOf(seen.get());
            slides.addAll(slides(seen.get(), version, name));
        }
        if (slides.isEmpty()) {
            slides.add(Slide.gap(null));
        }
        return slides;
    }

    /** One for each scene; the pictures along a narration and that narration are one, where the first of them stands. */
    private static List<Slide> slides(VisibleStory seen, VersionView version, String name) {
        DigitalStory digital = version.digital();
        List<Slide> slides = new ArrayList<>();
        boolean played = false;
        for (SceneView scene : version.scenes()) {
            if (digital == null || !digital.holds(scene)) {
                slides.add(new Slide(seen.story(), seen, scene, null, name));
            } else if (!played) {
                slides.add(new Slide(seen.story(), seen, digital.narration(), digital, name));
                played = true;
            }
        }
        return slides;
    }

    private Optional<VisibleStory> mayShow(Viewer viewer, Presentation presentation, StoryId story) {
        return visibility.seeShown(viewer, new Through.Published(presentation.collection()), story);
    }

    private Presentation requireOwn(Viewer viewer, PresentationId id) {
        viewer.require(Permission.PRESENT);
        return presentations
                .find(id)
                .filter(presentation -> presentation.presenter().equals(viewer.account()))
                .orElseThrow(NotFound::new);
    }

    private boolean over(Presentation presentation) {
        return statusOf(presentation) != PresentationStatus.LIVE;
    }

    private PresentationStatus statusOf(Presentation presentation) {
        return presentations.statusNow(presentation.id()).orElseThrow(NotFound::new);
    }

    private record Slide(StoryId story, VisibleStory seen, SceneView scene, DigitalStory digital, String name) {

        static Slide gap(StoryId story) {
            return new Slide(story, null, null, null, null);
        }
    }

    /** What the page that presents is told. */
    public enum Look {
        STAY,
        /** The story on the screen may not be seen any more; the rest may go on. */
        CLEAR,
        /** The presentation is over. */
        OVER
    }

    /** Before the first scene; {@code introduction} is null when there is none. */
    public record Opening(PresentationStatus status, String title, String introduction) {

        public boolean live() {
            return status == PresentationStatus.LIVE;
        }
    }

    /**
     * What is on the screen.
     *
     * @param place from 0
     * @param places how many there are
     * @param scene null for a neutral gap
     * @param digital the pictures that are shown along the scene, a narration; null for none
     * @param name as whom the storyteller wants to be known; null for no name or a gap
     */
    public record Screen(
            PresentationStatus status,
            int place,
            int places,
            SceneView scene,
            DigitalStory digital,
            String name,
            StoryId story) {

        static Screen over(PresentationStatus status) {
            return new Screen(status, 0, 0, null, null, null, null);
        }

        public boolean live() {
            return status == PresentationStatus.LIVE;
        }

        public boolean gap() {
            return scene == null;
        }

        public boolean last() {
            return place >= places - 1;
        }
    }

    /** A presentation that was given or is going on. */
    public record Given(
            PresentationId id,
            CollectionId collection,
            AccountId person,
            GoalId goal,
            PresentationStatus status,
            Instant startedAt) {}

    public record PresentationStarted(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record PresentationEnded(UUID actor, UUID subject, UUID person, String detail) implements DomainEvent {}

    public record StoryShown(UUID actor, UUID subject, UUID person, UUID story, String purpose)
            implements DomainEvent {}
}
