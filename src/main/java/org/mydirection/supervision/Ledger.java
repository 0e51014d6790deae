package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mydirection.collection.CollectionId;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;
import org.mydirection.visibility.VisibleStory;

/**
 * Who can see one's story now, and why: asked of the rule of visibility itself, for each who could come by it. And what a
 * yes or a taking back would touch.
 */
@ApplicationScoped
@Transactional
public class Ledger {

    @Inject
    private Visibility visibility;

    @Inject
    private Stories stories;

    @Inject
    private Accounts accounts;

    @Inject
    private Presentations presentations;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Of how many collections those who work on them are asked about, the newest first. */
    private static final int MOST_GATHERED = 200;

    /**
     * Everybody but the storyteller who would see the story if they asked now. Another person on probation has no name
     * here, and who may look at it to put it into a collection is told by their role, once for all of them. So is the
     * checker who holds its review now.
     */
    public List<Row> whoSees(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        List<Row> rows = new ArrayList<>();
        for (Object[] one : candidates(story)) {
            AccountId person = new AccountId((UUID) one[1]);
            Through through = new Through.Published(new CollectionId((UUID) one[0]));
            boolean own = viewer.is(person);
            if (!own) {
                look(rows, person, through, story, Who.OTHER_PERSON, null);
            }
            if (one[2] != null) {
                AccountId practitioner = new AccountId((UUID) one[2]);
                look(
                        rows,
                        practitioner,
                        through,
                        story,
                        own ? Who.MY_PRACTITIONER : Who.OTHER_PRACTITIONER,
                        practitioner);
            }
        }
        if (visibility.isRead(viewer, story)) {
            rows.add(new Row(Who.CHECKER, null, null));
        }
        if (visibility.open(viewer, story)) {
            gatherers(viewer, story).ifPresent(rows::add);
        }
        return rows.stream().distinct().toList();
    }

    /**
     * Whether anybody who works on a collection now could look at it for that; the first for whom the rule says yes, those
     * of other people first, since that is the wider of the two reasons.
     */
    private Optional<Row> gatherers(Viewer viewer, StoryId story) {
        return em
                .createQuery(
                        "select c.id, c.gatheredBy, u.practitionerId from StoryCollection c"
                                + " left join Supervision u on u.currentFor = c.personId"
                                + " where c.status <> org.mydirection.collection.CollectionStatus.ARCHIVED"
                                + " order by case when c.personId = :teller then 1 else 0 end, c.begunAt desc, c.id",
                        Object[].class)
                .setParameter("teller", viewer.account().value())
                .setMaxResults(MOST_GATHERED)
                .getResultList()
                .stream()
                .flatMap(one -> Stream.of(one[1], one[2])
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(staff -> new AccountId((UUID) staff))
                        .filter(staff -> !viewer.is(staff))
                        .flatMap(staff ->
                                seen(staff, new Through.Gathering(new CollectionId((UUID) one[0])), story).stream()))
                .findFirst()
                .map(seen -> new Row(Who.GATHERERS, null, seen.purpose()));
    }

    private void look(List<Row> rows, AccountId account, Through through, StoryId story, Who who, AccountId named) {
        seen(account, through, story)
                .ifPresent(seen -> rows.add(new Row(who, named == null ? null : nameOf(named), seen.purpose())));
    }

    private Optional<VisibleStory> seen(AccountId account, Through through, StoryId story) {
        return accounts.find(account)
                .filter(Account::open)
                .map(known -> new Viewer(account, known.roles(), known.office()))
                .flatMap(asking -> visibility.seeShown(asking, through, story));
    }

    private String nameOf(AccountId account) {
        return accounts.namesOf(List.of(account)).get(account);
    }

    /** Every published collection with the story: its id, its person, and who supervises that person now. */
    private List<Object[]> candidates(StoryId story) {
        return em.createQuery(
                        "select c.id, c.personId, u.practitionerId from StoryCollection c join CollectionItem i"
                                + " on i.collection = c left join Supervision u on u.currentFor = c.personId"
                                + " where i.storyId = :story"
                                + " and c.status = org.mydirection.collection.CollectionStatus.PUBLISHED"
                                + " order by c.publishedAt, c.id",
                        Object[].class)
                .setParameter("story", story.value())
                .getResultList();
    }

    /**
     * What a yes or taking it back would touch: published collections with it, showings that have it on the screen now, and
     * the days for which the storyteller said that it can be shown.
     */
    public Stakes stakes(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return new Stakes(candidates(story).size(), presentations.countShowingNow(story), daysAhead(story));
    }

    /** Of those who are asked each time: the days from today on with a yes that holds, the soonest first. */
    private List<LocalDate> daysAhead(StoryId story) {
        return em.createQuery(
                        "select distinct a.onDay from ShowingAsk a, Consent k where a.storyId = :story and k.id = a.consentId"
                                + " and k.slot = 'CURRENT' and a.saidYes = true and a.onDay >= :today order by a.onDay",
                        LocalDate.class)
                .setParameter("story", story.value())
                .setParameter("today", Times.day(clock.instant()))
                .getResultList();
    }

    /** In which part somebody sees it. */
    public enum Who {
        MY_PRACTITIONER,
        OTHER_PRACTITIONER,
        OTHER_PERSON,
        /** Those who put collections together. */
        GATHERERS,
        /** Who checks it now. */
        CHECKER
    }

    /**
     * Somebody who can see it now.
     *
     * @param name of a member of staff; null for another person on probation
     * @param purpose for which it was said yes to, and why they see it; null for a checker
     */
    public record Row(Who who, String name, Purpose purpose) {}

    /**
     * How many published collections hold it, how many showings have it on the screen at this moment, and on which days it is
     * to be shown.
     */
    public record Stakes(long collections, long showings, List<LocalDate> days) {

        public boolean any() {
            return collections + showings > 0 || !days.isEmpty();
        }
    }
}
