package org.mydirection.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.HoldId;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;

/** Placing and lifting holds. While one is in force nobody but the storyteller and a reviewer sees the story. */
@ApplicationScoped
@Transactional
public class Holding {

    @Inject
    private Stories stories;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Stops every use of the story at once. Refused: {@code hold.reason_missing}. {@link NotFound}: no such story. */
    public HoldId place(Viewer viewer, StoryId id, StoryHold.Kind kind, String reason) {
        viewer.require(Permission.HOLD_STORIES);
        Story story = stories.find(id).filter(s -> !s.erased()).orElseThrow(NotFound::new);
        if (kind == null || reason == null || reason.isBlank() || reason.length() > 1_000) {
            throw Refused.because("hold.reason_missing");
        }
        stories.lock(story);
        StoryHold hold = new StoryHold(id, kind, reason.strip(), viewer.account(), clock.instant());
        stories.add(hold);
        em.flush();
        happened.fire(new HoldPlaced(
                viewer.account().value(), hold.id().value(), story.storyteller().value(), id.value(), kind.name()));
        return hold.id();
    }

    public void lift(Viewer viewer, HoldId id) {
        viewer.require(Permission.HOLD_STORIES);
        StoryHold hold = stories.requireHold(id);
        if (hold.inForce()) {
            hold.lift(viewer.account(), clock.instant());
            em.flush();
            happened.fire(new HoldLifted(
                    viewer.account().value(), id.value(), hold.story().value()));
        }
    }

    /** The holds in force, the oldest first. */
    public List<HoldRow> inForce(Viewer viewer) {
        viewer.require(Permission.HOLD_STORIES);
        return stories.holdsInForce().stream()
                .map(hold -> new HoldRow(hold.id(), hold.story(), hold.kind(), hold.reason(), hold.placedAt()))
                .toList();
    }

    /** A hold as a list shows it: the story by its id only. */
    public record HoldRow(HoldId id, StoryId story, StoryHold.Kind kind, String reason, Instant placedAt) {}

    public record HoldPlaced(UUID actor, UUID subject, UUID person, UUID story, String detail) implements DomainEvent {}

    public record HoldLifted(UUID actor, UUID subject, UUID story) implements DomainEvent {}
}
