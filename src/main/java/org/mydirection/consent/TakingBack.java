package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryLife;
import org.mydirection.story.VersionStatus;

/**
 * Taking a story back: one action, no reason, at any time. From the moment this commits nobody but the storyteller sees
 * the story: every request asks the rule of visibility, and the rule asks for a permission in force. Open reviews and
 * showings are closed in the same transaction by those who observe {@link PermissionWithdrawn}; the promise does not rest
 * on them.
 */
@ApplicationScoped
@Transactional
public class TakingBack {

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private StoryLife life;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Done twice it stays done: the second time nothing changes. */
    public void takeBack(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        Optional<Consent> current = consents.current(id);
        current.ifPresent(consent -> end(viewer, consent));
        consents.inTheMaking(id).ifPresent(making -> making.become(ConsentStatus.SUPERSEDED, clock.instant()));
        stories.latestOf(id)
                .filter(version ->
                        version.status() == VersionStatus.SUBMITTED || version.status() == VersionStatus.IN_REVIEW)
                .ifPresent(life::recall);
        em.flush();
        UUID subject = current.map(consent -> consent.id().value()).orElse(id.value());
        happened.fire(new PermissionWithdrawn(viewer.account().value(), subject, id.value()));
    }

    /** A no to everything, said where there was a yes, takes the story back too. */
    void withdraw(Viewer viewer, Consent consent) {
        end(viewer, consent);
        happened.fire(new PermissionWithdrawn(
                viewer.account().value(), consent.id().value(), consent.story().value()));
    }

    private void end(Viewer viewer, Consent consent) {
        consent.become(ConsentStatus.WITHDRAWN, clock.instant());
        consents.append(
                consent,
                ConsentEvent.Kind.WITHDRAWN,
                clock.instant(),
                viewer.account().value(),
                "whole=true");
    }

    public record PermissionWithdrawn(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
