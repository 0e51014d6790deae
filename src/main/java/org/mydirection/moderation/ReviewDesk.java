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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Change;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.Consent;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Consents;
import org.mydirection.consent.Notices;
import org.mydirection.consent.Others;
import org.mydirection.consent.Others.OtherObjected;
import org.mydirection.consent.PermissionRules;
import org.mydirection.consent.StoryHidden;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakenPart;
import org.mydirection.consent.TakenParts;
import org.mydirection.consent.TeachBack;
import org.mydirection.consent.TellingTogether;
import org.mydirection.consent.ThirdParties;
import org.mydirection.consent.ThirdParty;
import org.mydirection.consent.ThirdPartyId;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Office;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.AssetView;
import org.mydirection.media.Redacting;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.Scene;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.SceneWords;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;

/**
 * The checkers' desk. Two queues, the oldest first; one claim at a time on each review; decisions with their reason.
 * Locks are taken in one order, story then review, so that a withdrawal and a decision cannot wait for each other.
 */
@ApplicationScoped
@Transactional
public class ReviewDesk {

    /** How long a claim lasts without a decision (moderation policy §9). */
    public static final Duration CLAIM = Duration.ofMinutes(60);

    /** The most rows of a queue's page. */
    public static final int PAGE = 50;

    @Inject
    private Reviews reviews;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private StoryLife life;

    @Inject
    private Consents consents;

    @Inject
    private Notices notices;

    @Inject
    private Others others;

    @Inject
    private ThirdParties thirdParties;

    @Inject
    private TellingTogether together;

    @Inject
    private Suspending suspending;

    @Inject
    private TakenParts takenParts;

    @Inject
    private Accounts accounts;

    @Inject
    private ReasonCodes codes;

    @Inject
    private Redacting redacting;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What waits for this reviewer, the oldest first; never their own story nor that of a person they supervise. What waits
     * for its storyteller, who looks at a change first, is not in it, but for what the reviewer still holds.
     */
    public List<QueueRow> queue(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        Instant now = clock.instant();
        return reviews.waitingFor(viewer.account(), stage, now, PAGE).stream()
                .map(review -> new QueueRow(
                        review.id(),
                        review.stage(),
                        review.openedAt(),
                        review.heldBy(viewer.account(), now),
                        review.claimedUntil()))
                .toList();
    }

    /** How many wait for this reviewer in a queue: what {@link #queue} lists, without its end. */
    public long waiting(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        return reviews.countWaitingFor(viewer.account(), stage, clock.instant());
    }

    /** How many of a queue wait for their storyteller, and come back to it with the storyteller's yes. */
    public long awaiting(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        return reviews.countAwaiting(viewer.account(), stage);
    }

    /** Claims the oldest that waits; empty when nothing does. */
    public Optional<ReviewId> claimNext(Viewer viewer, Stage stage) {
        viewer.require(Permission.REVIEW);
        for (Review waiting : reviews.waitingFor(viewer.account(), stage, clock.instant(), PAGE)) {
            if (tryClaim(viewer, waiting)) {
                return Optional.of(waiting.id());
            }
        }
        return Optional.empty();
    }

    /** Claims this one, or extends one's own claim. Refused: {@code review.claimed_by_other}, {@code review.closed},
     * {@code review.moot}, {@code review.awaiting_storyteller} while the storyteller looks at a change; {@link NotFound} for
     * whoever may not decide on it. */
    public void claim(Viewer viewer, ReviewId id) {
        viewer.require(Permission.REVIEW);
        Review review = reviews.find(id).orElseThrow(NotFound::new);
        if (!reviews.mayDecide(viewer.account(), review.story())) {
            throw new NotFound();
        }
        lock(review);
        if (awaitsStoryteller(review) && !review.heldBy(viewer.account(), clock.instant())) {
            throw Refused.because("review.awaiting_storyteller");
        }
        claimLocked(viewer, review);
    }

    /** Something changed, and the storyteller was not asked yet, or did not answer: until then there is nothing to say yes to. */
    private boolean awaitsStoryteller(Review review) {
        return consents.current(review.story())
                .filter(consent -> consent.status() == ConsentStatus.SUSPENDED)
                .isPresent();
    }

    private boolean tryClaim(Viewer viewer, Review review) {
        lock(review);
        boolean held = review.heldBy(viewer.account(), clock.instant());
        boolean unclaimed = review.status() == ReviewStatus.OPEN
                || review.status() == ReviewStatus.CLAIMED
                        && !review.claimedUntil().isAfter(clock.instant());
        boolean free = held || unclaimed && !awaitsStoryteller(review);
        if (free) {
            claimLocked(viewer, review);
        }
        return free;
    }

    private void claimLocked(Viewer viewer, Review review) {
        review.claim(viewer.account(), clock.instant(), clock.instant().plus(CLAIM));
        StoryVersion version = stories.requireVersion(review.version());
        if (version.status() == VersionStatus.SUBMITTED) {
            life.beginReview(version);
        }
        em.flush();
        happened.fire(new ReviewClaimed(
                viewer.account().value(),
                review.id().value(),
                version.story().storyteller().value(),
                review.story().value()));
    }

    /**
     * Gives a claim back to the queue; nothing is decided.
     *
     * @return whether it waits for its storyteller first, and is in no queue until they say yes
     */
    public boolean release(Viewer viewer, ReviewId id) {
        Review review = requireHeld(viewer, id);
        review.release();
        em.flush();
        happened.fire(new ReviewReleased(
                viewer.account().value(),
                id.value(),
                personOf(review),
                review.story().value()));
        return awaitsStoryteller(review);
    }

    /**
     * What the reviewer who holds the claim sees. Looking is on record. Refused when there is no claim of theirs to hold:
     * {@code review.moot}, {@code review.closed}, {@code review.claimed_by_other}, {@code review.claim_lapsed}.
     */
    public Desk read(Viewer viewer, ReviewId id) {
        Review review = requireHeld(viewer, id);
        StoryVersion version = stories.requireVersion(review.version());
        Optional<Consent> consent = consents.current(review.story());
        Desk desk = new Desk(
                review.id(),
                review.stage(),
                review.claimedUntil(),
                writing.view(version),
                consent.map(Consent::answers).orElseGet(Answers::none),
                consent.map(Consent::noticeVersion).orElse(null),
                consent.map(Consent::noticeLanguage).orElse(null),
                consent.filter(this::showedTheNoticeOfToday).isPresent(),
                consent.map(Consent::limitsShownAt).orElse(null),
                consent.map(Consent::givenAt).orElse(null),
                consent.map(this::audienceOf).orElse(null),
                consent.map(this::quality).orElse(null),
                others.rows(review.story()),
                together.allAgreed(review.story(), version),
                awaitsStoryteller(review),
                takenParts.stillIn(review.story()),
                earlier(review));
        happened.fire(new ReviewRead(
                viewer.account().value(),
                id.value(),
                personOf(review),
                review.story().value()));
        return desk;
    }

    /** By version, language and hash: the text that was read is the text that is shown today. */
    private boolean showedTheNoticeOfToday(Consent consent) {
        return consent.noticeHash() != null
                && consent.noticeHash()
                        .equals(notices.current(Locale.forLanguageTag(consent.noticeLanguage()))
                                .hash());
    }

    private Audience audienceOf(Consent consent) {
        Answers answers = consent.answers();
        AccountId practitioner = answers.practitioner();
        return new Audience(
                practitioner == null
                        ? null
                        : accounts.namesOf(List.of(practitioner)).get(practitioner),
                answers.office() == null ? null : nameOf(answers.office()),
                answers.namedPeople().isEmpty()
                        ? List.of()
                        : accounts.namesOf(answers.namedPeople()).values().stream()
                                .sorted()
                                .toList(),
                answers.excludedOffices().stream().map(this::nameOf).sorted().toList());
    }

    private Quality quality(Consent consent) {
        AccountId witness = consent.witness();
        return new Quality(
                consent.teachBack(),
                consent.how(),
                consent.helper(),
                witness == null ? null : accounts.namesOf(List.of(witness)).get(witness));
    }

    /** Puts somebody on record who can be seen, heard or known in the story. Refused as {@link Others#found}, and as
     * {@link #read}. */
    public void found(Viewer viewer, ReviewId id, String who, ThirdParty.Category category) {
        Review review = requireHeld(viewer, id);
        others.found(viewer, review.story(), who, category);
    }

    /** Decides about somebody in the story, with a reason. Refused as {@link Others#judge}, and as {@link #read}. */
    public void judge(Viewer viewer, ReviewId id, ThirdPartyId other, ThirdParty.Outcome outcome, String reason) {
        Review review = requireHeld(viewer, id);
        others.judge(viewer, review.story(), other, outcome, reason);
    }

    private String nameOf(OfficeId office) {
        return accounts.find(office).map(Office::name).orElse(null);
    }

    /**
     * Decides as {@link #decide(Viewer, ReviewId, Decision)}; a yes besides needs every check of the stage: refused with
     * {@code review.checks_missing} when one is not ticked.
     */
    public void decide(Viewer viewer, ReviewId id, Decision decision, Collection<Check> ticked) {
        Review review = requireHeld(viewer, id);
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
     * review.awaiting_storyteller} for one that is on hold, {@code review.part_open} while something is in it that was taken
     * back, {@code review.likeness_open} for a yes to the content while a voice or a face is not changed as it should be.
     */
    public void decide(Viewer viewer, ReviewId id, Decision decision) {
        Review review = requireHeld(viewer, id);
        StoryVersion version = stories.requireVersion(review.version());
        Refused.ifAny(decision.check(codes, review.stage()));
        if (!review.versionDigest().equals(version.digest())
                || !version.digest().equals(decision.digest())) {
            throw Refused.because("review.digest_changed");
        }
        if (decision.outcome() == Outcome.APPROVE) {
            requirePermission(version);
            requireOthers(version);
            requireAsWasSaid(review, version);
        }
        review.decide(decision, viewer.account(), clock.instant());
        em.flush();
        carryOut(review, version, decision.outcome());
        em.flush();
        happened.fire(new ReviewDecided(
                viewer.account().value(),
                id.value(),
                personOf(review),
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
                && view.scenes().stream().anyMatch(scene -> likenessIsOpen(answers, scene))) {
            throw Refused.because("review.likeness_open");
        }
    }

    /** As {@code visibility} asks it: to be changed, or never asked about, and not changed. */
    private static boolean likenessIsOpen(Answers answers, SceneView scene) {
        Likeness wanted =
                switch (scene.kind()) {
                    case RECORDING -> answers.manner().voice();
                    case PICTURE -> answers.manner().face();
                    case WORDS -> Likeness.AS_IS;
                };
        boolean toBeChanged = wanted == null || wanted == Likeness.ALTERED;
        return toBeChanged && (scene.file() == null || !scene.file().likenessChanged());
    }

    /**
     * The reviewer looked, and the storyteller's face cannot be known in this picture: it is covered, or not in it. Refused as
     * {@link #read}; {@link NotFound} for a scene that is no picture.
     */
    public void faceUnknown(Viewer viewer, ReviewId id, SceneId scene) {
        Review review = requireHeld(viewer, id);
        Scene picture = sceneOf(review, scene);
        if (picture.kind() != SceneKind.PICTURE) {
            throw new NotFound();
        }
        redacting.likenessChanged(picture.asset().orElseThrow(NotFound::new));
        em.flush();
        happened.fire(new FaceUnknown(
                viewer.account().value(),
                id.value(),
                personOf(review),
                review.story().value()));
    }

    /** The file of a scene that the reviewer who holds the claim may redact; refused as {@link #read}. */
    public AssetId fileOf(Viewer viewer, ReviewId id, SceneId scene) {
        return sceneOf(requireHeld(viewer, id), scene).asset().orElseThrow(NotFound::new);
    }

    /**
     * Puts what was prepared in the place of the scene's file, and takes the phrases out of the words around it, wherever
     * the story has it. The permission is on hold from then on: the storyteller looks at it and says yes again, or keeps it
     * private. Until then the review waits for them, and is in no queue once the claim is over. Refused as {@link #read};
     * {@code redaction.phrase} when a phrase is not there.
     *
     * @param file empty when only words are taken out
     */
    public void redact(
            Viewer viewer, ReviewId id, SceneId scene, Optional<Redacting.Redacted> file, List<String> phrases) {
        Review review = requireHeld(viewer, id);
        StoryVersion version = stories.requireVersion(review.version());
        SceneWords words = sceneOf(review, scene).written();
        if (!phrases.stream().allMatch(words::holds)) {
            throw Refused.because("redaction.phrase");
        }
        file.ifPresent(redacting::replace);
        life.redact(version, scene, phrases);
        // Whatever else is open of this story goes on with what is left of it.
        reviews.undecidedOf(review.story()).forEach(open -> open.goOnWith(stories.requireVersion(open.version())));
        em.flush();
        file.ifPresent(taken -> tookOut(review, scene, taken));
        suspending.suspend(review.story(), Change.REDACTION, viewer.account().value());
        happened.fire(new SceneRedacted(
                viewer.account().value(),
                id.value(),
                personOf(review),
                review.story().value()));
    }

    private void tookOut(Review review, SceneId id, Redacting.Redacted redacted) {
        AssetView recording = writing.view(stories.requireVersion(review.version())).scenes().stream()
                .filter(scene -> scene.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new)
                .file();
        if (recording.isRecording()) {
            takenParts.tookOut(
                    review.story(),
                    recording.id().value(),
                    redacted.spans().stream()
                            .map(span -> new TakenParts.Stretch(span.from(), span.to()))
                            .toList(),
                    recording.durationMillis(),
                    clock.instant());
        }
    }

    private Scene sceneOf(Review review, SceneId id) {
        return stories.requireVersion(review.version()).inOrder().stream()
                .filter(scene -> scene.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
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

    /** The reasons that this stage may give. */
    public List<ReasonCodes.Reason> reasons(Stage stage) {
        return codes.of(stage);
    }

    private Review requireHeld(Viewer viewer, ReviewId id) {
        viewer.require(Permission.REVIEW);
        Review review = reviews.find(id).orElseThrow(NotFound::new);
        if (!reviews.mayDecide(viewer.account(), review.story())) {
            throw new NotFound();
        }
        lock(review);
        if (review.status() == ReviewStatus.OPEN) {
            throw new NotFound();
        }
        if (review.status() == ReviewStatus.MOOT) {
            throw Refused.because("review.moot");
        }
        if (review.status() == ReviewStatus.DECIDED) {
            throw Refused.because("review.closed");
        }
        if (!viewer.account().equals(review.claimedBy())) {
            throw Refused.because("review.claimed_by_other");
        }
        if (!review.heldBy(viewer.account(), clock.instant())) {
            throw Refused.because("review.claim_lapsed");
        }
        return review;
    }

    /** Story first, then review: the order in which a withdrawal takes them. */
    private void lock(Review review) {
        Story story = stories.find(review.story()).orElseThrow(NotFound::new);
        stories.lock(story);
        reviews.requireLocked(review.id());
        em.refresh(stories.requireVersion(review.version()));
    }

    private UUID personOf(Review review) {
        return stories.find(review.story()).orElseThrow().storyteller().value();
    }

    private List<Earlier> earlier(Review review) {
        return reviews.of(review.story()).stream()
                .filter(other -> other.outcome() != null)
                .map(other ->
                        new Earlier(other.stage(), other.outcome(), other.reasonCode(), other.note(), other.closedAt()))
                .toList();
    }

    /** A row of a queue. It shows no title and no name: those are for whoever holds the claim. */
    public record QueueRow(ReviewId id, Stage stage, Instant openedAt, boolean mine, Instant claimedUntil) {}

    /** An answer that was given before, on this or an earlier version. */
    public record Earlier(Stage stage, Outcome outcome, String reasonCode, String note, Instant at) {}

    /**
     * What the reviewer works with. Parts of the permission are null when it is gone.
     *
     * @param noticeOfToday whether the text that was read is the one that is shown today
     * @param audience the names behind the answers; null when the permission is gone
     * @param quality how the yes came about; null when the permission is gone
     * @param others everybody else in the story
     * @param allTellersAgreed whether all who tell it too agreed to this version
     * @param awaitingStoryteller whether something changed that the storyteller is asked about first: no yes until then
     * @param takenBack parts of recordings and pictures that the storyteller took back and that are still in them
     */
    public record Desk(
            ReviewId id,
            Stage stage,
            Instant claimedUntil,
            VersionView version,
            Answers answers,
            Integer noticeVersion,
            String noticeLanguage,
            boolean noticeOfToday,
            Instant limitsShownAt,
            Instant givenAt,
            Audience audience,
            Quality quality,
            List<Others.Row> others,
            boolean allTellersAgreed,
            boolean awaitingStoryteller,
            List<TakenPart> takenBack,
            List<Earlier> earlier) {

        /** What the storyteller took back of the file of this scene and that is still in it, the first stretch first. */
        public List<TakenPart> takenBackOf(SceneView scene) {
            return scene.file() == null
                    ? List.of()
                    : takenBack.stream()
                            .filter(part -> part.file().equals(scene.file().id().value()))
                            .toList();
        }

        /** Whether there is a picture whose face is to be changed, and is not yet. */
        public boolean anyFaceOpen() {
            return version.scenes().stream()
                    .anyMatch(scene -> scene.kind() == SceneKind.PICTURE && likenessOpen(scene));
        }

        /** Whether voice or face of this scene are to be changed, and are not yet. */
        public boolean likenessOpen(SceneView scene) {
            return likenessIsOpen(answers, scene);
        }

        /** Whether a checker said no to an earlier version of this story. */
        public boolean sentBackBefore() {
            return earlier.stream().anyMatch(before -> before.outcome() != Outcome.APPROVE);
        }
    }

    /**
     * The names behind the answer to "who may see it".
     *
     * @param practitioner what staff call them; null unless the answer was "my practitioner"
     * @param office null unless the answer was "my office"
     * @param named those who were picked by name; empty unless that was the answer
     * @param leftOut the offices that are left out, by name
     */
    public record Audience(String practitioner, String office, List<String> named, List<String> leftOut) {}

    /**
     * How the yes came about.
     *
     * @param how null where it was not said; helper likewise
     * @param witness what staff call them; null without one
     */
    public record Quality(TeachBack said, How how, Helper helper, String witness) {

        /** Whether the practitioner who supervises the storyteller helped, so that somebody independent confirms it. */
        public boolean byPractitioner() {
            return helper == Helper.PRACTITIONER;
        }
    }

    public record ReviewClaimed(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record ReviewReleased(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record ReviewRead(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record SceneRedacted(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record FaceUnknown(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record ReviewDecided(UUID actor, UUID subject, UUID person, UUID story, String detail)
            implements DomainEvent {}
}
