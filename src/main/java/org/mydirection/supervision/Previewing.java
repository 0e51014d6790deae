package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.supervision.Watching.Watched;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;
import org.mydirection.visibility.VisibleStory;

/** Looking at stories before they are put into a collection, by those who gather it. */
@ApplicationScoped
@Transactional
public class Previewing {

    /** The most stories that are offered at once. */
    public static final int MOST = 100;

    @Inject
    private Curation curation;

    @Inject
    private Visibility visibility;

    @Inject
    private Watching watching;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private Event<DomainEvent> happened;

    /** The stories that this viewer may gather into the collection now, those in it included; by title. */
    public List<Offered> offered(Viewer viewer, CollectionId id) {
        curation.read(viewer, id);
        return visibility.gatherable(viewer, id, MOST).stream().map(this::offer).toList();
    }

    /** One of them with its scenes; {@link NotFound} when it may not be gathered now. Looking is on record. */
    public Watched preview(Viewer viewer, CollectionId id, StoryId story) {
        viewer.require(Permission.CURATE);
        VisibleStory seen =
                visibility.seeShown(viewer, new Through.Gathering(id), story).orElseThrow(NotFound::new);
        VersionView version = seen.honour(writing.view(stories.requireVersion(seen.version())));
        happened.fire(new StoryPreviewed(
                viewer.account().value(),
                seen.version().value(),
                curation.read(viewer, id).person().value(),
                story.value(),
                seen.purpose().name()));
        return new Watched(version, watching.nameOf(seen), seen.purpose());
    }

    private Offered offer(VisibleStory seen) {
        return new Offered(seen.story(), seen.title(), watching.nameOf(seen), seen.lastDay());
    }

    /**
     * A story to choose.
     *
     * @param name as whom the storyteller wants to be known; null for no name
     */
    public record Offered(StoryId story, String title, String name, LocalDate lastDay) {}

    public record StoryPreviewed(UUID actor, UUID subject, UUID person, UUID story, String purpose)
            implements DomainEvent {}
}
