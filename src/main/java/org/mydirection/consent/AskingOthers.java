package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.mydirection.consent.ThirdParty.Outcome;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;

/**
 * Asking one of the others in a story: by a code on paper, without an account. A no, whenever it comes, hides the story at
 * once.
 */
@ApplicationScoped
@Transactional
public class AskingOthers {

    /** How long a code can be used. */
    public static final Duration CODE = Duration.ofDays(14);

    @Inject
    private ThirdParties others;

    @Inject
    private Stories stories;

    @Inject
    private Consents consents;

    @Inject
    private ConsentSettings settings;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * A new code for one of the others, shown once and kept only as its hash; the one before is void. Refused: {@code
     * others.no_code} for a child or somebody who was hurt by a crime, {@code others.said_no} for somebody who said no.
     */
    public String giveCode(Viewer viewer, ThirdPartyId id) {
        viewer.require(Permission.TELL_STORIES);
        ThirdParty other = others.requireOwnLocked(viewer.account(), id);
        String code = PaperCode.made();
        other.giveCode(PaperCode.hash(code), clock.instant().plus(CODE));
        em.flush();
        happened.fire(new CodeGiven(
                viewer.account().value(), id.value(), other.story().value()));
        return code;
    }

    /** What a code opens, for whoever holds it; {@link NotFound} when it was used, is too old, or never was. */
    public Asked open(String code) {
        ThirdParty other = requireOpen(code);
        return new Asked(other.id(), lastDay(other));
    }

    /**
     * The answer of the person, once. A no hides the story at once and is looked at by a reviewer. {@link NotFound} as with
     * {@link #open}.
     *
     * @param noticeHash of the text that was read
     * @return a code by which they can change their mind later
     */
    public String answer(String code, boolean yes, String noticeHash) {
        ThirdParty found = requireOpen(code);
        lockStory(found);
        ThirdParty other = others.requireLocked(found.id());
        if (!other.opens(clock.instant())) {
            throw new NotFound();
        }
        String later = PaperCode.made();
        others.change(
                other, () -> other.answer(yes, lastDay(other), PaperCode.hash(later), noticeHash, clock.instant()));
        tell(other, yes);
        return later;
    }

    /**
     * They take their yes back, also where a reviewer decided about them since; done twice it stays done. {@link NotFound}
     * for a code that never was.
     */
    public void object(String laterCode) {
        ThirdParty found = others.byLaterCode(PaperCode.hash(laterCode)).orElseThrow(NotFound::new);
        lockStory(found);
        ThirdParty other = others.requireLocked(found.id());
        if (other.outcome() != Outcome.OBJECTED) {
            others.change(other, () -> other.object(clock.instant()));
            tell(other, false);
        }
    }

    private void tell(ThirdParty other, boolean yes) {
        UUID storyteller =
                stories.find(other.story()).orElseThrow().storyteller().value();
        if (yes) {
            happened.fire(
                    new OtherAgreed(null, other.id().value(), other.story().value(), storyteller));
        } else {
            happened.fire(
                    new OtherObjected(null, other.id().value(), other.story().value(), storyteller));
        }
    }

    private void lockStory(ThirdParty other) {
        Story story = stories.find(other.story()).filter(one -> !one.erased()).orElseThrow(NotFound::new);
        stories.lock(story);
    }

    private ThirdParty requireOpen(String code) {
        return others.byCode(PaperCode.hash(code))
                .filter(other -> other.opens(clock.instant()))
                .filter(other -> stories.find(other.story())
                        .filter(story -> !story.erased())
                        .isPresent())
                .orElseThrow(NotFound::new);
    }

    /** The storyteller's own last day; the longest time there is while that is not said. */
    private LocalDate lastDay(ThirdParty other) {
        LocalDate most = Times.day(clock.instant()).plusMonths(settings.mostMonths());
        return consents.current(other.story())
                .map(consent -> consent.answers().lastDay())
                .filter(day -> day.isBefore(most) && !day.isBefore(Times.day(clock.instant())))
                .orElse(most);
    }

    /** What a code opens. */
    public record Asked(ThirdPartyId id, LocalDate lastDay) {}

    public record CodeGiven(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    public record OtherAgreed(UUID actor, UUID subject, UUID story, UUID person) implements DomainEvent {}

    /** They said no: the story is hidden, and a reviewer looks at it. */
    public record OtherObjected(UUID actor, UUID subject, UUID story, UUID person) implements StoryHidden {
        @Override
        public boolean ends() {
            return false;
        }
    }
}
