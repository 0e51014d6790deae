package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mydirection.consent.Consent;
import org.mydirection.consent.Consents;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.PermissionRules;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;

/** Sending a story to the checkers, and undoing that until somebody has it. */
@ApplicationScoped
@Transactional
public class Sending {

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private StoryLife life;

    @Inject
    private Consents consents;

    @Inject
    private DeclaringOthers others;

    @Inject
    private Reviews reviews;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Everything that is missing before the story can be sent; empty when nothing is. */
    public List<Refusal> missing(Viewer viewer, StoryId id) {
        List<Refusal> refusals = new ArrayList<>(writing.missing(viewer, id));
        refusals.addAll(PermissionRules.check(consents.current(id), clock.instant()));
        return refusals;
    }

    /**
     * Sends the draft: fixes its digest, binds the permission to it, puts whoever is in a picture on the list of the others
     * and opens the first review. Refused with everything
     * that is missing; {@code error.already_sent} when there is no draft.
     */
    public void send(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        StoryVersion draft = stories.latestOf(id).orElseThrow();
        if (draft.status() != VersionStatus.DRAFT) {
            throw Refused.because("error.already_sent");
        }
        Refused.ifAny(missing(viewer, id));
        Consent consent = consents.current(id).orElseThrow();
        others.declarePictures(viewer, draft);
        life.send(draft);
        consents.bind(consent, draft, viewer.account().value(), clock.instant());
        Review review = new Review(draft, Stage.CONSENT, clock.instant());
        reviews.add(review);
        em.flush();
        happened.fire(new StorySubmitted(viewer.account().value(), draft.id().value(), id.value()));
    }

    /** Takes back what was sent, until a checker claimed it. Refused then: {@code error.already_claimed}. */
    public void recall(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        StoryVersion sent = stories.latestOf(id).orElseThrow();
        if (sent.status() != VersionStatus.SUBMITTED) {
            throw Refused.because(sent.status() == VersionStatus.DRAFT ? "story.not_sent" : "error.already_claimed");
        }
        life.recall(sent);
        reviews.openOf(sent.id()).ifPresent(review -> review.becomeMoot(clock.instant()));
        em.flush();
        happened.fire(new StoryRecalled(viewer.account().value(), sent.id().value(), id.value()));
    }

    public record StorySubmitted(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }

    public record StoryRecalled(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
