package org.mydirection.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

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

    /**
     * Everybody but the storyteller who would see the story if they asked now. Another person on probation has no name
     * here, and who gathers collections is told by their role.
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
        return rows.stream().distinct().toList();
    }

    private void look(List<Row> rows, AccountId account, Through through, StoryId story, Who who, AccountId named) {
        accounts.find(account)
                .filter(Account::open)
                .map(known -> new Viewer(account, known.roles(), known.office()))
                .flatMap(asking -> visibility.seeShown(asking, through, story))
                .ifPresent(seen -> rows.add(new Row(who, named == null ? null : nameOf(named), seen.purpose())));
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

    /** What taking it back would touch: published collections with it, and showings that have it on the screen now. */
    public Stakes stakes(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return new Stakes(candidates(story).size(), presentations.countShowingNow(story));
    }

    /** In which part somebody sees it. */
    public enum Who {
        MY_PRACTITIONER,
        OTHER_PRACTITIONER,
        OTHER_PERSON
    }

    /**
     * Somebody who can see it now.
     *
     * @param name of a member of staff; null for another person on probation
     * @param purpose for which it was said yes to, and why they see it
     */
    public record Row(Who who, String name, Purpose purpose) {}

    /** How many published collections hold it, and how many showings have it on the screen at this moment. */
    public record Stakes(long collections, long showings) {

        public boolean any() {
            return collections + showings > 0;
        }
    }
}
