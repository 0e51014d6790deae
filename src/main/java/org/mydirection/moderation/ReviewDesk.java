package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Consent;
import org.mydirection.consent.Consents;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.Notices;
import org.mydirection.consent.TakenParts;
import org.mydirection.consent.TellingTogether;
import org.mydirection.consent.Witnessing;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Office;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.story.AnswerRecordings;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;

/** The checkers' desk: all that a reviewer who holds the claim reads before they decide. */
@ApplicationScoped
@Transactional
public class ReviewDesk {

    @Inject
    private Reviews reviews;

    @Inject
    private ReviewRoom room;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private Consents consents;

    @Inject
    private Notices notices;

    @Inject
    private DeclaringOthers others;

    @Inject
    private TellingTogether together;

    @Inject
    private TakenParts takenParts;

    @Inject
    private Witnessing witnessing;

    @Inject
    private AnswerRecordings recordings;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * What the reviewer who holds the claim sees. Looking is on record. Refused when there is no claim of theirs to hold:
     * {@code review.moot}, {@code review.closed}, {@code review.claimed_by_other}, {@code review.claim_lapsed}.
     */
    public Desk read(Viewer viewer, ReviewId id) {
        Review review = room.requireHeld(viewer, id);
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
                room.awaitsStoryteller(review.story()),
                takenParts.stillIn(review.story()),
                earlier(review));
        happened.fire(new ReviewRead(
                viewer.account().value(),
                id.value(),
                room.personOf(review),
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

    private Desk.Audience audienceOf(Consent consent) {
        Answers answers = consent.answers();
        AccountId practitioner = answers.practitioner();
        return new Desk.Audience(
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

    private Desk.Quality quality(Consent consent) {
        AccountId witness = consent.witness();
        return new Desk.Quality(
                consent.teachBack(),
                consent.how(),
                consent.helper(),
                witness == null ? null : accounts.namesOf(List.of(witness)).get(witness),
                witnessing.of(consent),
                recordings
                        .of(consent.id().value())
                        .filter(kept -> kept.hash()
                                .filter(hash -> hash.equals(consent.answersHash()))
                                .isPresent())
                        .map(AnswerRecordings.Kept::file)
                        .orElse(null));
    }

    private String nameOf(OfficeId office) {
        return accounts.find(office).map(Office::name).orElse(null);
    }

    private List<Desk.Earlier> earlier(Review review) {
        return reviews.of(review.story()).stream()
                .filter(other -> other.outcome() != null)
                .map(other -> new Desk.Earlier(
                        other.stage(), other.outcome(), other.reasonCode(), other.note(), other.closedAt()))
                .toList();
    }

    public record ReviewRead(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}
}
