package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.Planning;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/** What the person and the practitioner write after a presentation; and what a storyteller may know of showings. */
@ApplicationScoped
@Transactional
public class Reflecting {

    /** The longest reflection, in characters. */
    public static final int MOST = 2_000;

    @Inject
    private Presentations presentations;

    @Inject
    private Watching watching;

    @Inject
    private Planning planning;

    @Inject
    private Accounts accounts;

    @Inject
    private Stories stories;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Keeps a reflection with the goal of the presentation. Refused: {@code reflection.missing}, {@code
     * error.text_too_long}. */
    public void write(Viewer viewer, PresentationId id, String words) {
        Presentation presentation = presentations.find(id).orElseThrow(NotFound::new);
        watching.requireParty(viewer, presentation.person());
        if (words == null || words.isBlank()) {
            throw Refused.because("reflection.missing");
        }
        if (words.length() > MOST) {
            throw Refused.because("error.text_too_long", (words.length() - MOST) / 6 + 1);
        }
        presentations.add(new Reflection(presentation.goal(), id, viewer.account(), words, clock.instant()));
        em.flush();
        happened.fire(new ReflectionWritten(
                viewer.account().value(),
                presentation.goal().value(),
                presentation.person().value()));
    }

    /** The reflections kept with a goal, the oldest first, for those who may read the goal. */
    public List<Reflected> on(Viewer viewer, GoalId goal) {
        planning.goal(viewer, goal);
        List<Reflection> reflections = presentations.reflectionsOn(goal);
        Map<AccountId, String> names =
                accounts.namesOf(reflections.stream().map(Reflection::author).toList());
        return reflections.stream()
                .map(r -> new Reflected(r.words(), r.writtenAt(), viewer.is(r.author()), names.get(r.author())))
                .toList();
    }

    /** The latest presentations for a goal, for those who may read it: where a reflection can still be written. */
    public List<Given> presentationsFor(Viewer viewer, GoalId goal) {
        AccountId person = planning.goal(viewer, goal).person();
        return presentations.latest(person, goal).stream()
                .map(p -> new Given(p.id(), p.startedAt(), p.status()))
                .toList();
    }

    /** When one's own story was shown, and for what; the latest first. */
    public List<ShownRow> showings(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return presentations.showingsOf(story);
    }

    /** A reflection as a page shows it. */
    public record Reflected(String words, Instant at, boolean mine, String author) {}

    /** A presentation as a list shows it. */
    public record Given(PresentationId id, Instant at, PresentationStatus status) {}

    public record ReflectionWritten(UUID actor, UUID subject, UUID person) implements DomainEvent {}
}
