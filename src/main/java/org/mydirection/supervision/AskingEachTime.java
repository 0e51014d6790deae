package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.consent.StoryHidden;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.visibility.Visibility;
import org.mydirection.visibility.VisibleStory;

/**
 * "Ask me each time": the practitioner asks for one day, the storyteller says yes or no, and without a yes the story is a
 * gap. The practitioner is not told a no: it looks like no answer.
 */
@ApplicationScoped
@Transactional
public class AskingEachTime {

    /** How many days ahead one can ask. */
    public static final int MOST_DAYS = 31;

    @Inject
    private Visibility visibility;

    @Inject
    private Stories stories;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** How many stories of a published collection want to be asked about before they are shown. */
    public int toAsk(Viewer viewer, CollectionId collection) {
        viewer.require(Permission.PRESENT);
        return visibility.askable(viewer, collection).size();
    }

    /** Asks their storytellers for that day; who was asked already is not asked twice. Refused: {@code error.date_past},
     * {@code error.date_far} over 31 days, {@code ask.nothing}. */
    public void ask(Viewer viewer, CollectionId collection, LocalDate day) {
        viewer.require(Permission.PRESENT);
        LocalDate today = Times.day(clock.instant());
        if (day == null || day.isBefore(today)) {
            throw Refused.because("error.date_past");
        }
        if (day.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refused.because("error.date_far", today.plusDays(MOST_DAYS));
        }
        List<VisibleStory> askable = visibility.askable(viewer, collection);
        if (askable.isEmpty()) {
            throw Refused.because("ask.nothing");
        }
        for (VisibleStory story : askable) {
            stories.find(story.story()).ifPresent(stories::lock);
            if (!asked(story, collection, day)) {
                em.persist(new ShowingAsk(
                        story.consent(), story.story(), collection, viewer.account(), clock.instant(), day));
            }
        }
        em.flush();
        happened.fire(new ShowingsAsked(viewer.account().value(), collection.value()));
    }

    private boolean asked(VisibleStory story, CollectionId collection, LocalDate day) {
        return em.createQuery(
                                "select count(a) from ShowingAsk a where a.consentId = :consent"
                                        + " and a.collectionId = :collection and a.onDay = :day",
                                Long.class)
                        .setParameter("consent", story.consent().value())
                        .setParameter("collection", collection.value())
                        .setParameter("day", day)
                        .getSingleResult()
                > 0;
    }

    /** What one is asked, for today and later, the soonest first; also what was answered, so that it can be changed. */
    public List<Row> open(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return em
                .createQuery(
                        "select a from ShowingAsk a, Story s where s.id = a.storyId and s.storytellerId = :teller"
                                + " and s.erasedAt is null and a.onDay >= :today order by a.onDay, a.askedAt, a.id",
                        ShowingAsk.class)
                .setParameter("teller", viewer.account().value())
                .setParameter("today", Times.day(clock.instant()))
                .setMaxResults(50)
                .getResultList()
                .stream()
                .map(ask -> new Row(
                        ask.id(),
                        ask.story(),
                        stories.latestOf(ask.story()).orElseThrow().title(),
                        ask.onDay(),
                        ask.saidYes()))
                .toList();
    }

    /** Yes or no to one question; a no after a yes takes it off the screen. */
    public void answer(Viewer viewer, String ask, boolean yes) {
        viewer.require(Permission.TELL_STORIES);
        ShowingAsk question = em.find(ShowingAsk.class, Id.require(ask));
        if (question == null) {
            throw new NotFound();
        }
        stories.requireOwnLocked(viewer.account(), question.story());
        em.refresh(question);
        question.answer(yes, clock.instant());
        em.flush();
        UUID actor = viewer.account().value();
        if (yes) {
            happened.fire(
                    new ShowingAllowed(actor, question.id(), question.story().value()));
        } else {
            happened.fire(
                    new ShowingNotAllowed(actor, question.id(), question.story().value(), actor));
        }
    }

    /**
     * A question.
     *
     * @param saidYes null until it was answered
     */
    public record Row(UUID id, StoryId story, String title, LocalDate day, Boolean saidYes) {}

    public record ShowingsAsked(UUID actor, UUID subject) implements DomainEvent {}

    public record ShowingAllowed(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    public record ShowingNotAllowed(UUID actor, UUID subject, UUID story, UUID person) implements StoryHidden {
        @Override
        public boolean ends() {
            return false;
        }
    }
}
