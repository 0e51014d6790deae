package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Scene;
import org.mydirection.story.SceneId;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;

/**
 * Taking a story back: one action, no reason, at any time; all of it, one purpose, or one picture or recording. From the
 * moment this commits nobody but the storyteller sees what was taken back: every request asks the rule of visibility, and
 * the rule asks for a permission in force. Open reviews and showings are closed in the same transaction by those who
 * observe {@link StoryHidden}; the promise does not rest on them.
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
    private StoryWriting writing;

    @Inject
    private TakenParts takenParts;

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
        takeBack(id, viewer.account(), viewer.account(), "whole=true");
    }

    /** The same for whoever may do it on the storyteller's word; the story's row is locked by the caller. */
    void takeBack(StoryId id, AccountId actor, AccountId storyteller, String content) {
        Optional<Consent> current = consents.current(id);
        current.ifPresent(consent -> end(actor, consent, content));
        consents.inTheMaking(id).ifPresent(making -> making.become(ConsentStatus.SUPERSEDED, clock.instant()));
        recall(id);
        em.flush();
        UUID subject = current.map(consent -> consent.id().value()).orElse(id.value());
        happened.fire(new PermissionWithdrawn(actor.value(), subject, id.value(), storyteller.value()));
    }

    /**
     * Takes back one purpose; the others go on. The last one is the whole. Refused: {@code permission.not_said} where there
     * is no yes to it.
     */
    public void takeBack(Viewer viewer, StoryId id, Purpose purpose) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        Consent consent = consents.current(id).orElseThrow(() -> Refused.because("permission.not_said"));
        if (consent.answers().agreed().equals(List.of(purpose))) {
            takeBack(viewer, id);
            return;
        }
        consent.takeBack(purpose);
        em.flush();
        append(consent, ConsentEvent.Kind.PURPOSE_WITHDRAWN, viewer.account(), consent.content());
        happened.fire(new PurposeWithdrawn(
                viewer.account().value(),
                consent.id().value(),
                id.value(),
                viewer.account().value(),
                purpose.name()));
    }

    /**
     * Takes back one picture or recording, or a span of it. Nobody else sees any of the story from then on, until a version
     * without it passed the checks; where the approved version shows it, a draft without it is made for that. Refused:
     * {@code permission.not_said} without a yes; {@code permission.no_span} for a span that is none. {@link NotFound} for a
     * file that the story does not show.
     *
     * @param fromMillis of the recording, from 0
     * @param untilMillis after {@code fromMillis}; {@link Integer#MAX_VALUE} for all of it
     */
    public void takeBack(Viewer viewer, StoryId id, SceneId sceneId, int fromMillis, int untilMillis) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        Consent consent = consents.current(id).orElseThrow(() -> Refused.because("permission.not_said"));
        Scene scene = stories.requireScene(sceneId);
        UUID file = scene.fileId().orElseThrow(NotFound::new);
        if (!scene.version().story().id().equals(id)) {
            throw new NotFound();
        }
        if (fromMillis < 0 || untilMillis <= fromMillis) {
            throw Refused.because("permission.no_span");
        }
        if (em.find(TakenPart.class, new TakenPart.Key(consent.id().value(), file, fromMillis)) == null) {
            takenParts.add(new TakenPart(consent.id(), file, fromMillis, untilMillis, clock.instant()));
        }
        recall(id);
        append(
                consent,
                ConsentEvent.Kind.PART_WITHDRAWN,
                viewer.account(),
                "file=" + file + "\nfrom=" + fromMillis + "\nuntil=" + untilMillis);
        happened.fire(new PartWithdrawn(
                viewer.account().value(),
                consent.id().value(),
                id.value(),
                viewer.account().value()));
        draftWithout(viewer, id, file, fromMillis == 0 && untilMillis == Integer.MAX_VALUE);
    }

    /** What was taken back of one's own story under the permission that goes on, the latest first. */
    public List<TakenPart> parts(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        return takenParts.of(id);
    }

    /** The storyteller's draft; a whole file is out of it, a span is for them and the checkers to cover. */
    private void draftWithout(Viewer viewer, StoryId id, UUID file, boolean whole) {
        writing.beginAgain(viewer, id);
        em.flush();
        if (whole) {
            StoryVersion draft = stories.latestOf(id).orElseThrow();
            draft.inOrder().stream()
                    .filter(scene -> scene.fileId().filter(file::equals).isPresent())
                    .map(Scene::id)
                    .toList()
                    .forEach(scene -> writing.remove(viewer, id, scene));
        }
    }

    /** A no to everything, said where there was a yes, takes the story back too. */
    void withdraw(Viewer viewer, Consent consent) {
        end(viewer.account(), consent, "whole=true");
        happened.fire(new PermissionWithdrawn(
                viewer.account().value(),
                consent.id().value(),
                consent.story().value(),
                viewer.account().value()));
    }

    private void recall(StoryId id) {
        stories.latestOf(id)
                .filter(version ->
                        version.status() == VersionStatus.SUBMITTED || version.status() == VersionStatus.IN_REVIEW)
                .ifPresent(life::recall);
        em.flush();
    }

    private void end(AccountId actor, Consent consent, String content) {
        consent.become(ConsentStatus.WITHDRAWN, clock.instant());
        append(consent, ConsentEvent.Kind.WITHDRAWN, actor, content);
    }

    private void append(Consent consent, ConsentEvent.Kind kind, AccountId actor, String content) {
        consents.append(consent, kind, clock.instant(), actor.value(), content);
    }

    /**
     * It was taken back.
     *
     * @param actor the storyteller, or the member of staff who did it on their word
     */
    public record PermissionWithdrawn(UUID actor, UUID subject, UUID story, UUID person) implements StoryHidden {
        @Override
        public boolean ends() {
            return true;
        }
    }

    /** One purpose was taken back. */
    public record PurposeWithdrawn(UUID actor, UUID subject, UUID story, UUID person, String purpose)
            implements StoryHidden {
        @Override
        public boolean ends() {
            return false;
        }

        @Override
        public Purpose only() {
            return Purpose.valueOf(purpose);
        }
    }

    /** A picture, a recording or a span of it was taken back. */
    public record PartWithdrawn(UUID actor, UUID subject, UUID story, UUID person) implements StoryHidden {
        @Override
        public boolean ends() {
            return true;
        }
    }
}
