package org.mydirection.moderation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.Answers;
import org.mydirection.consent.AskingOthers.OtherObjected;
import org.mydirection.consent.Consent;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Consents;
import org.mydirection.consent.PermissionRules;
import org.mydirection.consent.StoryHidden;
import org.mydirection.consent.TakenPart;
import org.mydirection.consent.TakenParts;
import org.mydirection.consent.TellingTogether;
import org.mydirection.consent.ThirdParties;
import org.mydirection.consent.Witnessing;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;

/** The decision of the reviewer who holds the claim, with its reason, and what opens and closes reviews by itself. */
@ApplicationScoped
@Transactional
public class Deciding {

    @Inject
    private Reviews reviews;

    @Inject
    private ReviewRoom room;

    @Inject
    private ReasonCodes codes;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private StoryLife life;

    @Inject
    private Consents consents;

    @Inject
    private ThirdParties thirdParties;

    @Inject
    private TellingTogether together;

    @Inject
    private TakenParts takenParts;

    @Inject
    private Witnessing witnessing;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Decides as {@link #decide(Viewer, ReviewId, Decision)}; a yes besides needs every check of the stage: refused with
     * {@code review.checks_missing} when one is not ticked.
     */
    public void decide(Viewer viewer, ReviewId id, Decision decision, Collection<Check> ticked) {
        Review review = room.requireHeld(viewer, id);
        if (decision.outcome() == Outcome.APPROVE) {
            Refused.ifAny(Check.missing(review.stage(), ticked));
        }
        decide(viewer, id, decision);
    }

    /**
     * Decides. Approving permission opens the review of the content; approving content approves the version; asking for
     * changes gives the storyteller a new draft; declining ends the version. Refused, with nothing saved: {@code
     * review.moot} (taken back meanwhile), {@code review.closed}, {@code review.claimed_by_other} (after it lapsed), {@code
     * review.claim_lapsed}, {@code review.digest_changed}, {@code
     * review.outcome_missing}, {@code review.reason_missing}, {@code error.text_too_long}, {@code
     * review.permission_ended} for a yes under a permission that is no longer in force, {@code
     * review.witness_waiting}, {@code review.witness_denied}, {@code review.aloud_missing}, {@code review.witness_own} for a yes
     * to a permission that was given aloud, see {@link Witnessing#requireHeard}, {@code
     * review.awaiting_storyteller} for one that is on hold, {@code review.part_open} while something is in it that was taken
     * back, {@code review.likeness_open} for a yes to the content while a voice or a face is not changed as it should be.
     */
    public void decide(Viewer viewer, ReviewId id, Decision decision) {
        Review review = room.requireHeld(viewer, id);
        StoryVersion version = stories.requireVersion(review.version());
        Refused.ifAny(decision.check(codes, review.stage()));
        if (!review.versionDigest().equals(version.digest())
                || !version.digest().equals(decision.digest())) {
            throw Refused.because("review.digest_changed");
        }
        if (decision.outcome() == Outcome.APPROVE) {
            requirePermission(version);
            requireOthers(version);
            if (review.stage() == Stage.CONSENT) {
                witnessing.requireHeard(viewer, consents.current(review.story()).orElseThrow());
            }
            requireAsWasSaid(review, version);
        }
        review.decide(decision, viewer.account(), clock.instant());
        em.flush();
        carryOut(review, version, decision.outcome());
        em.flush();
        happened.fire(new ReviewDecided(
                viewer.account().value(),
                id.value(),
                room.personOf(review),
                review.story().value(),
                review.stage() + "_" + decision.outcome()
                        + (decision.reasonCode() == null ? "" : ":" + decision.reasonCode())));
    }

    private void carryOut(Review review, StoryVersion version, Outcome outcome) {
        if (version.status() == VersionStatus.APPROVED) {
            // A second look at what passed before: what was dealt with opens it again, a change is a new draft.
            if (outcome == Outcome.REQUEST_CHANGES) {
                life.draftBeside(version);
            }
            return;
        }
        switch (outcome) {
            case APPROVE -> {
                if (review.stage() == Stage.CONSENT) {
                    reviews.add(new Review(version, Stage.CONTENT, clock.instant()));
                } else {
                    life.approve(version);
                }
            }
            case REQUEST_CHANGES -> life.requestChanges(version);
            case DECLINE -> life.decline(version);
        }
    }

    private void requirePermission(StoryVersion version) {
        Optional<Consent> consent = consents.current(version.story().id());
        if (consent.filter(one -> one.status() == ConsentStatus.SUSPENDED).isPresent()) {
            throw Refused.because("review.awaiting_storyteller");
        }
        if (!PermissionRules.check(consent, clock.instant()).isEmpty()
                || !consents.bound(consent.get().id(), version)) {
            throw Refused.because("review.permission_ended");
        }
    }

    /** Nothing in it that was taken back; and before it can be shown, voice and face as the storyteller said. */
    private void requireAsWasSaid(Review review, StoryVersion version) {
        VersionView view = writing.view(version);
        List<TakenPart> parts = takenParts.stillIn(review.story());
        if (view.scenes().stream().filter(scene -> scene.file() != null).anyMatch(scene -> parts.stream()
                .anyMatch(part -> part.file().equals(scene.file().id().value())))) {
            throw Refused.because("review.part_open");
        }
        Answers answers = consents.current(review.story()).map(Consent::answers).orElseGet(Answers::none);
        if (review.stage() == Stage.CONTENT
                && view.scenes().stream().anyMatch(scene -> Desk.isLikenessOpen(answers, scene))) {
            throw Refused.because("review.likeness_open");
        }
    }

    /** Everybody else in it was dealt with, and all who tell it agreed to this version. */
    private void requireOthers(StoryVersion version) {
        StoryId story = version.story().id();
        if (thirdParties.open(story, Times.day(clock.instant()))) {
            throw Refused.because("review.others_open");
        }
        if (!together.allAgreed(story, version)) {
            throw Refused.because("review.tellers_open");
        }
    }

    /** Somebody in a story that passed the checks said no: a new review of it is opened. The story is hidden already. */
    void lookAgain(@Observes @Priority(Interceptor.Priority.APPLICATION) OtherObjected objected) {
        StoryId story = new StoryId(objected.story());
        stories.approvedOf(story)
                .filter(version -> reviews.openOf(version.id()).isEmpty())
                .ifPresent(version -> {
                    reviews.add(new Review(version, Stage.CONSENT, clock.instant()));
                    em.flush();
                });
    }

    /** Closes the open review of a story that was taken back: nothing is decided any more. Tidying; see the guards of
     * {@link #decide}. */
    void closeAsMoot(@Observes @Priority(Interceptor.Priority.APPLICATION) StoryHidden hidden) {
        if (!hidden.ends()) {
            return;
        }
        reviews.undecidedOf(new StoryId(hidden.story())).forEach(review -> review.becomeMoot(clock.instant()));
    }

    public record ReviewDecided(UUID actor, UUID subject, UUID person, UUID story, String detail)
            implements DomainEvent {}
}
