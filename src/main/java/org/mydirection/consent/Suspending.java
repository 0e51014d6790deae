package org.mydirection.consent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mydirection.caseload.CaseKeeping.PersonMoved;
import org.mydirection.caseload.CaseKeeping.SentenceEnded;
import org.mydirection.caseload.CaseKeeping.SupervisionBegan;
import org.mydirection.caseload.Caseloads;
import org.mydirection.caseload.Supervision;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Notice.Form;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.VersionStatus;

/**
 * A permission goes on hold when something changes that its storyteller could not know of, and stays there until they say
 * yes again; silence is not yes. A new practitioner and a move are seen by the rule of visibility itself, at the very
 * request; what is kept here is that they do not open the story again by being undone.
 */
@ApplicationScoped
@Transactional
public class Suspending {

    private static final String BECAUSE = "because=";

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Notices notices;

    @Inject
    private Caseloads caseloads;

    @Inject
    private TakingBack takingBack;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Somebody else supervises the storyteller: what was said for the one before is asked again. */
    void ask(@Observes @Priority(Interceptor.Priority.APPLICATION) SupervisionBegan began) {
        AccountId person = new AccountId(began.person());
        Set<StoryId> permitted = consents.permitted(person);
        stories.lockAll(permitted);
        for (StoryId story : permitted) {
            consents.current(story)
                    .filter(consent -> consent.answers().audience() == Audience.MY_PRACTITIONER)
                    .filter(consent -> !began.subject()
                            .equals(consent.answers().practitioner().value()))
                    .ifPresent(consent -> suspend(consent, Change.PRACTITIONER, began.actor()));
        }
    }

    /** The storyteller moved: what was said for the office before is asked again, or ends, as they chose. */
    void ask(@Observes @Priority(Interceptor.Priority.APPLICATION) PersonMoved moved) {
        AccountId person = new AccountId(moved.person());
        Set<StoryId> permitted = consents.permitted(person);
        stories.lockAll(permitted);
        for (StoryId story : permitted) {
            Optional<Consent> current = consents.current(story);
            if (current.filter(consent -> consent.answers().manner().atMove() == AtMove.END)
                    .isPresent()) {
                takingBack.takeBack(story, new AccountId(moved.actor()), person, "whole=true\nas_chosen=at_move");
            } else {
                current.ifPresent(consent -> suspend(consent, Change.MOVED, moved.actor()));
            }
        }
    }

    /** The sentence ended: unless they chose their last day for that, it is private again. */
    void end(@Observes @Priority(Interceptor.Priority.APPLICATION) SentenceEnded ended) {
        AccountId person = new AccountId(ended.person());
        Set<StoryId> permitted = consents.permitted(person);
        stories.lockAll(permitted);
        for (StoryId story : permitted) {
            boolean goesOn = consents.current(story)
                    .filter(consent -> consent.answers().manner().atSentenceEnd() == AtSentenceEnd.UNTIL_DATE)
                    .isPresent();
            if (!goesOn) {
                takingBack.takeBack(
                        story, new AccountId(ended.actor()), person, "whole=true\nas_chosen=at_sentence_end");
            }
        }
    }

    /**
     * For the use cases that change what a story is or who would see it: puts its permission on hold. The story's row is
     * locked by the caller. Nothing happens where there is none in force.
     *
     * @param actor whose doing it is; null for nobody's
     */
    public void suspend(StoryId story, Change because, UUID actor) {
        consents.current(story).ifPresent(consent -> suspend(consent, because, actor));
    }

    private void suspend(Consent consent, Change because, UUID actor) {
        boolean already = consent.status() == ConsentStatus.SUSPENDED;
        if (already && because != Change.REDACTION && changes(consent).contains(because)) {
            return;
        }
        if (!already) {
            consent.suspend(because);
            em.flush();
        }
        consents.append(consent, ConsentEvent.Kind.SUSPENDED, clock.instant(), actor, BECAUSE + because);
        happened.fire(new PermissionSuspended(
                actor,
                consent.id().value(),
                consent.story().value(),
                consent.storyteller().value(),
                because.name()));
    }

    /** One's own stories that are on hold because something changed. */
    public List<StoryId> onHold(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return consents.permitted(viewer.account()).stream()
                .filter(story -> !changed(viewer, story).isEmpty())
                .sorted(Comparator.comparing(StoryId::text))
                .toList();
    }

    /** All that changed since the last yes, for the storyteller, in the order in which it did; empty when nothing is on hold. */
    public List<Change> changed(Viewer viewer, StoryId id) {
        return onHold(viewer, id)
                .map(consent -> {
                    List<Change> changes = changes(consent);
                    // Records from before changes were kept name none.
                    return changes.isEmpty() ? List.of(Change.AUDIENCE) : changes;
                })
                .orElse(List.of());
    }

    /** What a yes would be to, for {@link #reconfirm(Viewer, StoryId, String, Locale)}; blank when nothing is on hold. */
    public String mark(Viewer viewer, StoryId id) {
        return onHold(viewer, id).map(Consent::lastHash).orElse("");
    }

    private Optional<Consent> onHold(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        return consents.current(id).filter(consent -> consent.status() == ConsentStatus.SUSPENDED);
    }

    private List<Change> changes(Consent consent) {
        List<Change> changes = new ArrayList<>();
        for (ConsentEvent event : consents.eventsOf(consent.id())) {
            switch (event.kind()) {
                case SUSPENDED -> changes.add(Change.valueOf(event.content().substring(BECAUSE.length())));
                case GIVEN, RECONFIRMED, RENEWED -> changes.clear();
                default -> {
                    // It says nothing about a change.
                }
            }
        }
        return changes.stream().distinct().toList();
    }

    /**
     * Yes again, as {@link #reconfirm(Viewer, StoryId, Locale)}, to what stood on the page with that mark. Refused with {@code
     * permission.changed_since} when more changed since, as when a checker took something else out meanwhile.
     */
    public void reconfirm(Viewer viewer, StoryId id, String mark, Locale language) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        if (onHold(viewer, id).isPresent() && !mark(viewer, id).equals(mark)) {
            throw Refused.because("permission.changed_since");
        }
        reconfirm(viewer, id, language);
    }

    /**
     * Yes again, after a change; to the versions, too, from which a checker took something out since they were sent. Refused:
     * {@code permission.not_suspended}; {@code permission.expired} once the last day has gone; {@code permission.no_practitioner} and {@code permission.no_office} where the answer names one and there
     * is none now.
     *
     * @param language of the page: that of the text which is shown anew after a change of the notice, in the form in which
     *     the last one was read. After any other change the text of the record stays.
     */
    public void reconfirm(Viewer viewer, StoryId id, Locale language) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        Consent consent = consents.current(id)
                .filter(current -> current.status() == ConsentStatus.SUSPENDED)
                .orElseThrow(() -> Refused.because("permission.not_suspended"));
        Answers answers = consent.answers();
        if (answers.lastDay().isBefore(Times.day(clock.instant()))) {
            throw Refused.because("permission.expired");
        }
        AccountId practitioner = caseloads
                .currentOf(viewer.account())
                .map(Supervision::practitioner)
                .orElse(null);
        if (answers.audience() == Audience.MY_PRACTITIONER && practitioner == null) {
            throw Refused.because("permission.no_practitioner");
        }
        if (answers.audience() == Audience.MY_OFFICE && viewer.office() == null) {
            throw Refused.because("permission.no_office");
        }
        consent.reconfirm(practitioner, viewer.office(), notices.keep(shown(consent, language)), clock.instant());
        em.flush();
        consents.append(
                consent,
                ConsentEvent.Kind.RECONFIRMED,
                clock.instant(),
                viewer.account().value(),
                consent.content());
        bindAsTheyAre(consent, viewer.account());
        happened.fire(
                new PermissionReconfirmed(viewer.account().value(), consent.id().value(), id.value()));
    }

    private Locale shown(Consent consent, Locale language) {
        Locale read = consent.readIn().orElse(language);
        return changes(consent).contains(Change.NOTICE) ? Form.of(read).in(language) : read;
    }

    /** What is with the checkers or passed them, and was bound as it was before something was taken out. */
    private void bindAsTheyAre(Consent consent, AccountId storyteller) {
        for (ConsentScope scope : consents.scopeOf(consent.id())) {
            StoryVersion version = stories.requireVersion(scope.version());
            boolean stands = version.status() == VersionStatus.APPROVED
                    || version.status() == VersionStatus.SUBMITTED
                    || version.status() == VersionStatus.IN_REVIEW;
            if (stands && !scope.digest().equals(version.digest())) {
                consents.bind(consent, version, storyteller.value(), clock.instant());
            }
        }
    }

    public record PermissionSuspended(UUID actor, UUID subject, UUID story, UUID person, String detail)
            implements StoryHidden {
        @Override
        public boolean ends() {
            return false;
        }
    }

    public record PermissionReconfirmed(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
