package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refused;
import org.mydirection.story.AnswerRecordings;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.VersionStatus;

/** The record that is being answered: begun, kept and put on record in one way, whichever question it is. */
@ApplicationScoped
class InTheMaking {

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private AnswerRecordings recordings;

    @Inject
    private EntityManager em;

    @Inject
    private Event<DomainEvent> happened;

    /** The record in the making, with the story's row locked; begun from what was said before when there is none. */
    Consent require(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        Story story = stories.requireOwnLocked(viewer.account(), id);
        requireNotBeingChecked(story);
        return consents.inTheMaking(id).orElseGet(() -> {
            Consent consent = new Consent(id, viewer.account());
            consents.latestAnswered(id).ifPresent(before -> consent.answer(before.answers()));
            consents.add(consent);
            em.flush();
            return consent;
        });
    }

    /** What checkers look at stands still while they look; taking it back is always possible. */
    private void requireNotBeingChecked(Story story) {
        boolean checked = stories.latestOf(story.id())
                .map(StoryVersion::status)
                .filter(status -> status == VersionStatus.SUBMITTED || status == VersionStatus.IN_REVIEW)
                .isPresent();
        if (checked) {
            throw Refused.because("permission.being_checked");
        }
    }

    /** Keeps the answers. Refused with {@code permission.limits_unread} before the limits of confidentiality were read. */
    void keep(Viewer viewer, StoryId id, Answers answers) {
        Consent consent = require(viewer, id);
        if (consent.limitsShownAt() == null) {
            throw Refused.because("permission.limits_unread");
        }
        if (!answers.equals(consent.answers())) {
            // What was said aloud was said about other answers.
            recordings.drop(consent.id().value());
        }
        consent.answer(answers);
        answered(viewer, consent);
    }

    /** Something was answered, and is on record. */
    void answered(Viewer viewer, Consent consent) {
        em.flush();
        happened.fire(new PermissionAnswered(
                viewer.account().value(), consent.id().value(), consent.story().value()));
    }

    public record PermissionAnswered(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
