package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/**
 * Telling the storyteller that a permission ends, and saying yes again on one page. Nothing renews by itself: without a
 * yes the last day is the last day.
 */
@ApplicationScoped
@Transactional
public class Renewing {

    /** How many days before the last day the storyteller is told for the first time, and for the second. */
    public static final int FIRST = 28;

    public static final int SECOND = 7;

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Notices notices;

    @Inject
    private ConsentSettings settings;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** One's own permissions that end within 28 days, the soonest first. */
    public List<Ending> ending(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        LocalDate today = Times.day(clock.instant());
        return consents.ending(viewer.account(), today, today.plusDays(FIRST)).stream()
                .map(consent -> ending(consent, today))
                .toList();
    }

    /** The one of this story, whenever it ends; empty when none is in force today. */
    public Optional<Ending> read(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        LocalDate today = Times.day(clock.instant());
        return inForce(id, today).map(consent -> ending(consent, today));
    }

    /**
     * A later last day for everything that was said. Refused: {@code permission.expired} when none is in force today any
     * more (then all is asked again); {@code permission.last_day_missing}, {@code error.date_past}, {@code
     * error.date_far}; {@code permission.not_later} for a day that is not after the one there is.
     *
     * @param language of the page; the record stays bound to the text that was read, in its own language and form
     */
    public void renew(Viewer viewer, StoryId id, LocalDate lastDay, Locale language) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        LocalDate today = Times.day(clock.instant());
        Consent consent = inForce(id, today).orElseThrow(() -> Refused.because("permission.expired"));
        Refused.ifAny(consent.answers().with(today, lastDay).checkLastDay(today, settings.mostMonths()));
        if (!lastDay.isAfter(consent.answers().lastDay())) {
            throw Refused.because("permission.not_later");
        }
        consent.renew(lastDay, notices.keep(consent.readIn().orElse(language)), clock.instant());
        em.flush();
        consents.append(
                consent,
                ConsentEvent.Kind.RENEWED,
                clock.instant(),
                viewer.account().value(),
                consent.content());
        happened.fire(
                new PermissionRenewed(viewer.account().value(), consent.id().value(), id.value()));
    }

    private Optional<Consent> inForce(StoryId id, LocalDate today) {
        return consents.current(id)
                .filter(consent -> consent.status() == ConsentStatus.ACTIVE)
                .filter(consent -> !today.isAfter(consent.answers().lastDay()));
    }

    private static Ending ending(Consent consent, LocalDate today) {
        LocalDate last = consent.answers().lastDay();
        long days = ChronoUnit.DAYS.between(today, last);
        return new Ending(consent.story(), last, days, days <= SECOND);
    }

    /**
     * That a permission ends.
     *
     * @param days until the last day; 0 on it
     * @param soon whether it is within the last seven days
     */
    public record Ending(StoryId story, LocalDate lastDay, long days, boolean soon) {}

    public record PermissionRenewed(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
