package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.StoryId;

/**
 * Putting the whole text with all answers before the storyteller, and taking their yes to exactly that. With no yes to any
 * purpose the answer is kept as a no.
 */
@ApplicationScoped
@Transactional
public class Giving {

    @Inject
    private InTheMaking making;

    @Inject
    private Consents consents;

    @Inject
    private Notices notices;

    @Inject
    private TakingBack takingBack;

    @Inject
    private Evidence evidence;

    @Inject
    private Witnessing witnessing;

    @Inject
    private ConsentSettings settings;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Puts the whole text with all answers before the storyteller; it is this text that a yes then means, in the form in
     * which it was read. Refused with {@code permission.limits_unread} when it was read in another language than this, so
     * that nobody is bound to a text that they did not see; and with all that is missing. Returns the mark of what was offered, for {@link #confirm(Viewer, StoryId, String)}.
     */
    public String offer(Viewer viewer, StoryId id, Locale language) {
        Consent consent = making.require(viewer, id);
        Locale read = consent.readIn().orElse(language);
        if (consent.limitsShownAt() == null || !read.getLanguage().equals(language.getLanguage())) {
            throw Refused.because("permission.limits_unread");
        }
        Refused.ifAny(missing(consent));
        Notice notice = notices.keep(read);
        if (consent.status() == ConsentStatus.DRAFT) {
            consent.offer(notice, evidence.hashOf(consent));
            em.flush();
            append(consent, ConsentEvent.Kind.OFFERED, viewer.account().value(), consent.content());
        }
        em.flush();
        happened.fire(
                new PermissionOffered(viewer.account().value(), consent.id().value(), id.value()));
        return markOf(consent);
    }

    /**
     * Yes, as {@link #confirm(Viewer, StoryId)}, to the offer of that mark. Refused with {@code permission.changed_since}
     * when another one was made since, as in a second window.
     */
    public ConsentId confirm(Viewer viewer, StoryId id, String mark) {
        Consent consent = making.require(viewer, id);
        if (consent.status() == ConsentStatus.OFFERED && !markOf(consent).equals(mark)) {
            throw Refused.because("permission.changed_since");
        }
        return confirm(viewer, id);
    }

    /** The hash of the last event of being offered: it covers every answer and the text. */
    private String markOf(Consent consent) {
        return consents.eventsOf(consent.id()).stream()
                .filter(event -> event.kind() == ConsentEvent.Kind.OFFERED)
                .reduce((earlier, later) -> later)
                .map(ConsentEvent::hash)
                .orElse("");
    }

    /**
     * Yes, to exactly what was offered. A permission that was in force before is superseded. With no yes to any purpose
     * the answer is kept as a no. Refused when nothing was offered: {@code permission.not_offered}.
     */
    public ConsentId confirm(Viewer viewer, StoryId id) {
        Consent consent = making.require(viewer, id);
        if (consent.status() != ConsentStatus.OFFERED) {
            throw Refused.because("permission.not_offered");
        }
        // The day may have gone since it was offered.
        Refused.ifAny(missing(consent));
        // The text may have been changed, or found wrong, since it was offered.
        if (!notices.stands(consent.noticeHash())) {
            throw Refused.because("permission.notice_changed");
        }
        // So may the recording of the answers.
        if (!Objects.equals(consent.answersHash(), evidence.hashOf(consent))) {
            throw Refused.because("permission.changed_since");
        }
        return consent.answers().agreed().isEmpty() ? decline(viewer, id, consent) : give(viewer, id, consent);
    }

    private ConsentId give(Viewer viewer, StoryId id, Consent consent) {
        Instant now = clock.instant();
        Optional<Consent> before = consents.current(id);
        before.ifPresent(old -> {
            old.become(ConsentStatus.SUPERSEDED, now);
            append(
                    old,
                    ConsentEvent.Kind.SUPERSEDED,
                    viewer.account().value(),
                    "by=" + consent.id().text());
        });
        em.flush();
        consent.give(now, now.plus(settings.coolingOff()));
        em.flush();
        append(consent, ConsentEvent.Kind.GIVEN, viewer.account().value(), consent.content());
        witnessing.ask(consent);
        happened.fire(new PermissionGiven(viewer.account().value(), consent.id().value(), id.value()));
        return consent.id();
    }

    private ConsentId decline(Viewer viewer, StoryId id, Consent consent) {
        consent.become(ConsentStatus.DECLINED, clock.instant());
        append(consent, ConsentEvent.Kind.DECLINED, viewer.account().value(), consent.content());
        witnessing.ask(consent);
        consents.current(id).ifPresent(before -> takingBack.withdraw(viewer, before));
        happened.fire(
                new PermissionDeclined(viewer.account().value(), consent.id().value(), id.value()));
        return consent.id();
    }

    private List<Refusal> missing(Consent consent) {
        List<Refusal> missing = new ArrayList<>(consent.missing(Times.day(clock.instant()), settings.mostMonths()));
        missing.addAll(evidence.missing(consent));
        return missing;
    }

    private void append(Consent consent, ConsentEvent.Kind kind, UUID actor, String content) {
        consents.append(consent, kind, clock.instant(), actor, content);
    }

    public record PermissionOffered(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }

    public record PermissionGiven(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }

    public record PermissionDeclined(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
