package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Mark;
import org.mydirection.story.SceneId;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;

/** Who else is in a story: named by the storyteller, or found by a reviewer. */
@ApplicationScoped
@Transactional
public class DeclaringOthers {

    /** The most others of one story. */
    public static final int MOST = 30;

    private static final int MOST_LETTERS = 120;

    @Inject
    private ThirdParties others;

    @Inject
    private Stories stories;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The others in one's own story. */
    public List<OtherView> of(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return rows(story);
    }

    /** For use cases that have decided that the story may be seen. */
    public List<OtherView> rows(StoryId story) {
        return others.of(story).stream()
                .map(other -> OtherView.of(other, clock.instant()))
                .toList();
    }

    /** The storyteller says who else is in it. Refused: {@code others.who_missing}, {@code error.too_many}. */
    public ThirdPartyId declare(Viewer viewer, StoryId story, String who, Category category) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), story);
        return add(viewer, story, null, who, category);
    }

    /** The same for somebody in a picture of the newest version; {@link NotFound} when that has no such picture. */
    public ThirdPartyId declareIn(Viewer viewer, StoryId story, SceneId scene, String who, Category category) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), story);
        UUID picture = stories.latestOf(story).orElseThrow().pictureIn(scene).orElseThrow(NotFound::new);
        return add(viewer, story, picture, who, category);
    }

    /**
     * Puts somebody on the list for each picture of which the storyteller said that somebody else is in it, where nobody in
     * that picture is on it yet; named by what the picture shows, and taken for a grown-up until a reviewer knows better.
     * Part of sending, which checked that the story is the viewer's and locked it.
     */
    public void declarePictures(Viewer storyteller, StoryVersion draft) {
        StoryId story = draft.story().id();
        Set<UUID> known = others.of(story).stream()
                .map(ThirdParty::picture)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        draft.picturesOfOthers().forEach((picture, shows) -> {
            if (known.add(picture)) {
                keep(storyteller, story, picture, shortened(shows), Category.ADULT);
            }
        });
    }

    private static String shortened(String shown) {
        return shown.length() <= MOST_LETTERS ? shown : shown.substring(0, MOST_LETTERS);
    }

    /** The storyteller took the person out of what they told, before anything was sent or decided. */
    public void forget(Viewer viewer, ThirdPartyId id) {
        viewer.require(Permission.TELL_STORIES);
        ThirdParty other = others.requireOwnLocked(viewer.account(), id);
        if (other.outcome() != null || !other.foundBy().equals(viewer.account())) {
            throw Refused.because("others.decided");
        }
        others.remove(other);
        happened.fire(new OtherForgotten(
                viewer.account().value(), id.value(), other.story().value()));
    }

    /** A reviewer found somebody. The reviewer's claim was checked, and the story's row locked, by the caller. */
    public ThirdPartyId found(Viewer reviewer, StoryId story, String who, Category category) {
        reviewer.require(Permission.REVIEW);
        return add(reviewer, story, null, who, category);
    }

    private ThirdPartyId add(Viewer viewer, StoryId story, UUID picture, String who, Category category) {
        if (who == null || who.isBlank() || who.strip().length() > MOST_LETTERS || category == null) {
            throw Refused.because("others.who_missing");
        }
        if (others.of(story).size() >= MOST) {
            throw Refused.because("error.too_many");
        }
        return keep(viewer, story, picture, who.strip(), category);
    }

    private ThirdPartyId keep(Viewer viewer, StoryId story, UUID picture, String who, Category category) {
        ThirdParty other = new ThirdParty(story, picture, who, category, viewer.account(), clock.instant());
        stories.mark(story, Mark.OTHERS);
        others.add(other);
        em.flush();
        happened.fire(new OtherFound(viewer.account().value(), other.id().value(), story.value(), category.name()));
        return other.id();
    }

    public record OtherFound(UUID actor, UUID subject, UUID story, String detail) implements DomainEvent {}

    public record OtherForgotten(UUID actor, UUID subject, UUID story) implements DomainEvent {}
}
