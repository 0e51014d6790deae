package org.mydirection.visibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.GatherRule;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.ConsentId;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.Sql;
import org.mydirection.shared.Times;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;

/**
 * The rule that is never broken (DESIGN §3), as one query with parts that are always there. A story is visible for a
 * purpose only if its version is approved, its permission is in force today for this purpose, this audience and this very
 * version, nobody holds it, nobody erased it, and the viewer is entitled and not excluded; through a published collection,
 * or, for those who gather one, through a collection that they work on. Beside it there are two doors: the storyteller's
 * own, and the reviewer's who holds the claim. It fails closed, and nothing about it is kept from one request to the next.
 */
@ApplicationScoped
@Transactional
public class Visibility implements GatherRule {

    /** Around what {@link #unless} joins, until it is known whether the whole rule is asked; in no SQL. */
    private static final String UNLESS = "\u00ab";

    private static final String OR = "\u00a6";

    private static final String END = "\u00bb";

    /** Approved, permitted today for this very version, not held, not erased. See {@link #unless}. */
    private static final String STANDING = " v.story_id = s.id and v.slot = 'APPROVED' and v.status = 'APPROVED'"
            + " and s.erased_at is null and k.story_id = s.id and k.slot = 'CURRENT' and k.status = 'ACTIVE'"
            + " and k.first_day <= ?4 and k.last_day >= ?4 and k.cooling_until <= ?5"
            + " and v.bound_to = k.id and v.bound_digest = v.digest"
            + unless("s.may_be_held = false", none("story_hold h where h.story_id = s.id and h.lifted_at is null"))
            // The text that was said yes to is kept, and neither replaced nor found wrong. Few texts stand at a time:
            // as an array they are looked up once for all stories.
            + " and k.notice_hash = any(array(select n.hash from consent_notice n"
            + " where n.replaced_at is null and n.voided_at is null))"
            // A voice or a face that is to be changed, or was not asked about, is not shown as it is.
            + unless(
                    "(k.voice in ('AS_IS', 'ABSENT') and k.face in ('AS_IS', 'ABSENT'))",
                    none("scene q left join media_asset f on f.id = q.asset_id"
                            + " where q.version_id = v.id and f.likeness_changed_at is null"
                            + " and ((q.kind = 'RECORDING' and coalesce(k.voice, 'ALTERED') = 'ALTERED')"
                            + " or (q.kind = 'PICTURE' and coalesce(k.face, 'ALTERED') = 'ALTERED'))"))
            // After the sentence only for those who chose the last day that they picked.
            + unless(
                    "(k.at_sentence_end = 'UNTIL_DATE' or s.teller_ended = false)",
                    none("person_on_probation e where e.account_id = s.storyteller_id"
                            + " and e.sentence_ended_at is not null"))
            // No picture, recording or span that was taken back and is still in it.
            + unless(
                    "k.may_have_taken_parts = false",
                    none("consent_taken_part t where t.consent_id = k.id and t.taken_out_at is null"
                            + some("scene q where q.asset_id = t.asset_id and q.version_id = v.id")))
            // Everybody else in it is dealt with: by their own yes of today, or by a reviewer. Many stories have
            // somebody.
            + " and (s.may_have_others = false or (true"
            + none("third_party t where t.story_id = s.id and (t.outcome is null"
                    + " or t.outcome = 'OBJECTED' or (t.outcome = 'OWN_CONSENT' and t.last_day < ?4)"
                    // About somebody who was hurt by a crime two reviewers say the same.
                    + " or (t.category = 'VICTIM' and t.confirmed_by is null))")
            + "))"
            // All who tell this version agreed to exactly it.
            + unless(
                    "s.may_be_told_together = false",
                    none("co_teller t where t.story_id = s.id"
                            + " and (t.without_from is null or v.number < t.without_from) and (t.withdrawn_at is not"
                            + " null or t.agreed_digest is null or t.agreed_digest <> v.digest)"));

    /** For what: one's own supervision where it is the person's own story, else other people's. */
    private static final String PURPOSE =
            " and case when s.storyteller_id = c.person_id then k.for_own else k.for_others end is not null";

    /** The viewer's office was opened after the storyteller last said yes: they did not mean it. */
    private static final String NEW_OFFICE =
            " (c.office_since is not null and c.office_since > coalesce(k.said_again_at, k.given_at))";

    private static final String NOT_LEFT_OUT = unless(
            "k.may_leave_out_offices = false",
            none("consent_excluded_office o where o.consent_id = k.id and o.office_id = c.office_id"));

    /**
     * Whose office and who is named. The storyteller themselves is always among their own audience. "My practitioner" is
     * the one of then while that is the one of now, and "my office" likewise: who came after is asked about first.
     */
    private static final String AUDIENCE = " and (s.storyteller_id = ?1"
            + " or ((k.audience = 'EVERY_OFFICE' and not" + NEW_OFFICE
            + " or (k.audience = 'MY_OFFICE' and k.office_id = c.office_id"
            + " and k.office_id = (select b.office_id from account b where b.id = s.storyteller_id))"
            + " or (k.audience = 'MY_PRACTITIONER' and k.practitioner_id = ?1"
            + some("supervision y where y.current_for = s.storyteller_id and y.practitioner_id = k.practitioner_id")
            + ") or (k.audience = 'NAMED_PEOPLE'"
            + unless("false", some("consent_named_person y where y.consent_id = k.id and y.account_id = ?1")) + "))"
            + NOT_LEFT_OUT + "))";

    /** Those who would be among the audience but that their office is new. */
    private static final String NEW_AUDIENCE =
            " and s.storyteller_id <> ?1 and k.audience = 'EVERY_OFFICE' and" + NEW_OFFICE + NOT_LEFT_OUT;

    /** Where each showing is asked about: said yes to for this collection and today, or the storyteller themselves. */
    private static final String ASKED = unless(
            "(k.ask_each_time = false or s.storyteller_id = ?1)",
            some("showing_ask g where g.consent_id = k.id and g.collection_id = c.id"
                    + " and g.on_day = ?4 and g.said_yes = true"));

    /** The cases that the viewer is kept out of; few, and looked up once for all stories. */
    private static final String KEPT_OUT_OF =
            "array(select x.person_id from exclusion x where x.excluded_id = ?1 and x.lifted_at is null)";

    /** Kept out of the case neither of the storyteller nor of the person whom the collection is for. */
    private static final String NOT_EXCLUDED =
            " and s.storyteller_id <> all(c.kept_out_of) and c.person_id <> all(c.kept_out_of)";

    /** The account is open, and it is the person's or that of the practitioner who supervises the person now. */
    private static final String ENTITLED = " and b.closed_at is null"
            + some(
                    "account_role r where r.account_id = b.id and ((r.role = 'STORYTELLER' and b.id = d.person_id) or (r.role = 'PRACTITIONER'"
                            + some("supervision u where u.current_for = d.person_id and u.practitioner_id = ?1")
                            + "))");

    /** Whoever gathers: the curator, or the practitioner of the person, who works on the collection. */
    private static final String GATHERS = " and b.closed_at is null"
            + some(
                    "account_role r where r.account_id = b.id and ((r.role = 'CURATOR' and d.gathered_by = ?1) or (r.role = 'PRACTITIONER'"
                            + some("supervision u where u.current_for = d.person_id and u.practitioner_id = ?1")
                            + "))");

    private static final String IN_PUBLISHED = from("d.status = 'PUBLISHED'" + ENTITLED)
            + " join collection_item i on i.collection_id = c.id and i.story_id = s.id where" + STANDING + PURPOSE
            + AUDIENCE + NOT_EXCLUDED;

    private static final String ONE = " and s.id = ?2";

    private static final String IN_ORDER = " order by i.position, s.id";

    private static final Sql ONE_PUBLISHED = whole(IN_PUBLISHED + ASKED + ONE);

    private static final Sql ONE_PUBLISHED_PLAINLY = plain(IN_PUBLISHED + ASKED + ONE);

    private static final Sql LIST = whole(IN_PUBLISHED + ASKED + IN_ORDER);

    private static final Sql ASKABLE =
            whole(IN_PUBLISHED + " and k.ask_each_time = true and s.storyteller_id <> ?1" + IN_ORDER);

    private static final String IN_GATHERED =
            from("d.status <> 'ARCHIVED'" + GATHERS) + " where" + STANDING + PURPOSE + AUDIENCE + NOT_EXCLUDED;

    private static final Sql ONE_GATHERED = whole(IN_GATHERED + ONE);

    private static final Sql GATHERABLE = whole(IN_GATHERED + " order by v.title, s.id fetch first ?6 rows only");

    private static final Sql GATHERED = whole(IN_GATHERED
            + " and exists (select 1 from collection_item i where i.collection_id = c.id and i.story_id = s.id)");

    /** What a collection would show to somebody of a new office, whether it is published yet or not. */
    private static final Sql FOR_NEW_OFFICE = whole(from("d.status <> 'ARCHIVED'" + ENTITLED)
            + " join collection_item i on i.collection_id = c.id and i.story_id = s.id where" + STANDING + PURPOSE
            + NEW_AUDIENCE + NOT_EXCLUDED + " order by s.id");

    /**
     * Who asks and the collection (c), looked up once and before everything else: the fence keeps PostgreSQL from looking
     * them up anew for each story. What is true of the two decides there whether anything is asked further.
     */
    private static String from(String ofCollection) {
        return "select s.id as story_id, v.id as version_id, s.storyteller_id, v.title,"
                + " c.person_id, k.shown_as, k.chosen_name, k.conditions, k.last_day, k.voice, k.face, k.id as consent_id"
                + " from (select d.id, d.person_id, b.office_id, f.opened_at as office_since, " + KEPT_OUT_OF
                + " as kept_out_of from story_collection d"
                + " cross join account b left join office f on f.id = b.office_id where d.id = ?3 and b.id = ?1 and "
                + ofCollection
                + " offset 0) c cross join story s join story_version v on v.story_id = s.id"
                + " join consent k on k.story_id = s.id";
    }

    /**
     * There is such a row. The fence keeps PostgreSQL from making a join of it: planning some twenty joins took ten times as
     * long as the decision, and a plan for many stories went through whole tables.
     */
    private static String some(String rows) {
        return " and exists (select 1 from " + rows + " offset 0)";
    }

    private static String none(String rows) {
        return " and not exists (select 1 from " + rows + " offset 0)";
    }

    /**
     * The condition, which is not looked at where something that stands in the rows that are read anyway settles it: most
     * stories were never held and have nobody else in them. That a mark is right is held by the database (V10).
     */
    private static String unless(String settled, String condition) {
        return UNLESS + settled + OR + condition + END;
    }

    /** The rule, whole: each condition, unless it is settled. */
    private static Sql whole(String rule) {
        return new Sql(rule.replace(UNLESS, " and (").replace(OR, " or (true").replace(END, "))"));
    }

    /**
     * The rule for stories for which everything is settled, which are most: what it says yes to, the whole rule says yes to,
     * with half of the tables. What it says no to is asked anew by the whole rule.
     */
    private static Sql plain(String rule) {
        StringBuilder text = new StringBuilder(rule);
        for (int begins = text.indexOf(OR); begins >= 0; begins = text.indexOf(OR)) {
            text.delete(begins, text.indexOf(END, begins));
        }
        return new Sql(text.toString().replace(UNLESS, " and (").replace(END, ")"));
    }

    private static final Sql OPEN = whole("select v.id from story s join story_version v on v.story_id = s.id"
            + " join consent k on k.story_id = s.id where s.id = ?1 and s.storyteller_id = ?2 and" + STANDING);

    /** The storyteller's own door: the newest version of a story that is theirs and not erased. */
    private static final Sql OWN = new Sql("select s.id as story_id, v.id as version_id from story s"
            + " join story_version v on v.story_id = s.id where s.id = ?2 and s.storyteller_id = ?1"
            + " and s.erased_at is null and exists (select 1 from account a join account_role r on r.account_id = a.id"
            + " where a.id = ?1 and a.closed_at is null and r.role = 'STORYTELLER') order by v.number desc");

    /** One's own file, in one question, since it is asked at each range: in whatever version of one's own story it is. */
    private static final Sql OWN_FILE = new Sql("select s.id as story_id, v.id as version_id from story s"
            + " join story_version v on v.story_id = s.id join scene f on f.version_id = v.id where f.id in"
            + " (select id from scene where asset_id = ?2 union all select id from scene where incoming_id = ?2)"
            + " and s.storyteller_id = ?1 and s.erased_at is null and exists (select 1 from account a"
            + " join account_role r on r.account_id = a.id where a.id = ?1 and a.closed_at is null"
            + " and r.role = 'STORYTELLER') order by v.number desc");

    /** The reviewer's door: the version whose review they hold, not their own nor of a person they supervise. */
    private static final Sql CLAIMED = new Sql("select s.id as story_id, v.id as version_id from review w"
            + " join story_version v on v.id = w.version_id join story s on s.id = w.story_id where w.id = ?2"
            + " and s.erased_at is null and w.status = 'CLAIMED' and w.claimed_by = ?1 and w.claimed_until > ?3"
            + " and w.version_digest = v.digest and s.storyteller_id <> ?1"
            + " and not exists (select 1 from supervision u where u.current_for = s.storyteller_id"
            + " and u.practitioner_id = ?1)"
            + " and not exists (select 1 from exclusion x where x.excluded_id = ?1 and x.lifted_at is null"
            + " and x.person_id = s.storyteller_id)"
            + " and exists (select 1 from account a join account_role r on r.account_id = a.id"
            + " where a.id = ?1 and a.closed_at is null and r.role = 'MODERATOR')");

    /** The storyteller's own recorded answers, of whatever record: evidence, and in no scene. */
    private static final Sql OWN_ANSWERS = new Sql("select e.record_id from spoken_answers e join story s on s.id ="
            + " e.story_id where e.asset_id = ?2 and s.storyteller_id = ?1 and s.erased_at is null and exists (select 1 from"
            + " account a join account_role r on r.account_id = a.id where a.id = ?1 and a.closed_at is null"
            + " and r.role = 'STORYTELLER')");

    /** Those of the permission that is being checked, for whoever holds that very check. */
    private static final Sql CLAIMED_ANSWERS =
            new Sql("select k.id from review w join consent k on k.story_id = w.story_id"
                    + " join spoken_answers e on e.record_id = k.id where w.id = ?1 and w.stage = 'CONSENT' and k.slot = 'CURRENT'"
                    + " and e.asset_id = ?2 and e.hash = k.answers_hash");

    private static final Sql CLAIMS =
            new Sql("select w.id, w.claimed_by from review w join story s on s.id = w.story_id"
                    + " where w.story_id = ?1 and s.storyteller_id = ?2 and w.status = 'CLAIMED'");

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The version of this story that the viewer may see in that way now; empty when there is none. */
    public Optional<VersionId> see(Viewer viewer, Through through, StoryId story) {
        if (through instanceof Through.Own) {
            return own(viewer, story);
        }
        if (through instanceof Through.Claim claim) {
            return claimed(viewer, claim.review())
                    .filter(seen -> seen.story().equals(story))
                    .map(Claimed::version);
        }
        return through(viewer, through, story).stream().findFirst().map(VisibleStory::version);
    }

    /** The same with its purpose, for what is shown to others; empty for one's own and for reviewers. */
    public Optional<VisibleStory> seeShown(Viewer viewer, Through through, StoryId story) {
        return through(viewer, through, story).stream().findFirst();
    }

    /**
     * Whether one's own story stands open to anybody at all now, so that it is seen wherever a published collection
     * brings it: approved, permitted today, not held. For telling the storyteller; false for anybody else.
     */
    public boolean open(Viewer viewer, StoryId story) {
        Instant now = clock.instant();
        return !OPEN.ask(
                        em,
                        row -> row.getObject(1),
                        story.value(),
                        viewer.account().value(),
                        null,
                        Times.day(now),
                        now.atOffset(ZoneOffset.UTC))
                .isEmpty();
    }

    /** Whether a checker can read one's own story now, for they hold the claim of its review; false for anybody else's. */
    public boolean isRead(Viewer viewer, StoryId story) {
        return CLAIMS.ask(em, Visibility::claim, story.value(), viewer.account().value()).stream()
                .anyMatch(claim -> claimed(claim.checker(), claim.review()).isPresent());
    }

    private static HeldClaim claim(ResultSet row) throws SQLException {
        return new HeldClaim(
                new ReviewId(row.getObject(1, UUID.class)),
                new Viewer(new AccountId(row.getObject(2, UUID.class)), Set.of(), null));
    }

    /** A review that somebody claimed, whether the claim holds or not. */
    private record HeldClaim(ReviewId review, Viewer checker) {}

    /** Everything of a published collection that the viewer may see now, in the order of the collection. */
    public List<VisibleStory> list(Viewer viewer, CollectionId collection) {
        return ask(LIST, viewer, collection, null);
    }

    /**
     * Stories of a published collection that the viewer could see now but for their storyteller's wish to be asked each
     * time, in the order of the collection.
     */
    public List<VisibleStory> askable(Viewer viewer, CollectionId collection) {
        return ask(ASKABLE, viewer, collection, null);
    }

    /** Stories that the viewer may gather into the collection now, by title; at most {@code most}. */
    public List<VisibleStory> gatherable(Viewer viewer, CollectionId collection, int most) {
        return ask(GATHERABLE, viewer, collection, null, most);
    }

    @Override
    public boolean mayGather(Viewer viewer, CollectionId collection, StoryId story) {
        return !through(viewer, new Through.Gathering(collection), story).isEmpty();
    }

    @Override
    public List<StoryId> wouldShow(CollectionId collection) {
        return em
                .createQuery(
                        "select u.practitionerId, a.officeId from StoryCollection c, Supervision u, Account a"
                                + " where c.id = :collection and u.currentFor = c.personId"
                                + " and a.id = u.practitionerId",
                        Object[].class)
                .setParameter("collection", collection.value())
                .getResultList()
                .stream()
                .flatMap(row -> gatheredFor(collection, (UUID) row[0], (UUID) row[1]).stream())
                .toList();
    }

    @Override
    public List<StoryId> newAudienceFor(Viewer viewer, CollectionId collection) {
        return ask(FOR_NEW_OFFICE, viewer, collection, null).stream()
                .map(VisibleStory::story)
                .toList();
    }

    private List<StoryId> gatheredFor(CollectionId collection, UUID practitioner, UUID office) {
        Viewer viewer = new Viewer(
                new AccountId(practitioner), Set.of(Role.PRACTITIONER), office == null ? null : new OfficeId(office));
        return ask(GATHERED, viewer, collection, null).stream()
                .map(VisibleStory::story)
                .toList();
    }

    /**
     * The version through which the viewer may see this picture or recording now; empty when there is none. A file that
     * no scene of that version shows is not seen, whoever asks.
     */
    public Optional<VersionId> seeFile(Viewer viewer, Through through, AssetId asset) {
        if (through instanceof Through.Published || through instanceof Through.Gathering) {
            return storiesShowing(asset).stream()
                    .flatMap(story -> through(viewer, through, story).stream())
                    .filter(seen -> shows(seen, asset))
                    .map(VisibleStory::version)
                    .findFirst();
        }
        if (through instanceof Through.Own) {
            return OWN_FILE.ask(em, Visibility::version, viewer.account().value(), asset.value()).stream()
                    .findFirst();
        }
        return storiesShowing(asset).stream()
                .flatMap(story -> see(viewer, through, story).stream())
                .filter(version -> shows(version, asset))
                .findFirst();
    }

    /**
     * Whether the viewer may hear answers that were given aloud: the storyteller their own; and whoever holds the claim of
     * the review of permission, those of the permission that is in force. Nobody else, by no other way.
     */
    public boolean hears(Viewer viewer, Through through, AssetId answers) {
        if (through instanceof Through.Own) {
            return !OWN_ANSWERS
                    .ask(em, row -> row.getObject(1), viewer.account().value(), answers.value())
                    .isEmpty();
        }
        return through instanceof Through.Claim claim
                && claimed(viewer, claim.review()).isPresent()
                && !CLAIMED_ANSWERS
                        .ask(em, row -> row.getObject(1), claim.review().value(), answers.value())
                        .isEmpty();
    }

    /** A voice or a face that is left out is in no file that anybody gets. */
    private boolean shows(VisibleStory seen, AssetId asset) {
        return !em.createQuery(
                        "select s.id from Scene s where s.version.id = :version and s.assetId = :asset"
                                + " and s.kind in :kinds",
                        UUID.class)
                .setParameter("version", seen.version().value())
                .setParameter("asset", asset.value())
                .setParameter("kinds", seen.kindsWithFiles())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private List<VisibleStory> through(Viewer viewer, Through through, StoryId story) {
        if (through instanceof Through.Published published) {
            List<VisibleStory> plainly = ask(ONE_PUBLISHED_PLAINLY, viewer, published.collection(), story);
            return plainly.isEmpty() ? ask(ONE_PUBLISHED, viewer, published.collection(), story) : plainly;
        }
        if (through instanceof Through.Gathering gathering) {
            return ask(ONE_GATHERED, viewer, gathering.collection(), story);
        }
        return List.of();
    }

    /** SQL and not JPQL: the rule reads the same on both databases and in every plan of theirs. */
    private List<VisibleStory> ask(Sql sql, Viewer viewer, CollectionId collection, StoryId story) {
        return ask(sql, viewer, collection, story, 0);
    }

    private List<VisibleStory> ask(Sql sql, Viewer viewer, CollectionId collection, StoryId story, int most) {
        Instant now = clock.instant();
        return sql.ask(
                em,
                Visibility::seen,
                viewer.account().value(),
                story == null ? null : story.value(),
                collection.value(),
                Times.day(now),
                now.atOffset(ZoneOffset.UTC),
                most);
    }

    private static VisibleStory seen(ResultSet row) throws SQLException {
        UUID storyteller = row.getObject(3, UUID.class);
        return new VisibleStory(
                new StoryId(row.getObject(1, UUID.class)),
                new VersionId(row.getObject(2, UUID.class)),
                new AccountId(storyteller),
                row.getString(4),
                purposeFor(storyteller, row.getObject(5, UUID.class)),
                Identity.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                likeness(row.getString(10)),
                likeness(row.getString(11)),
                new ConsentId(row.getObject(12, UUID.class)));
    }

    private static Likeness likeness(String column) {
        return column == null ? null : Likeness.valueOf(column);
    }

    private static Purpose purposeFor(UUID storyteller, UUID person) {
        return storyteller.equals(person) ? Purpose.OWN_SUPERVISION : Purpose.OTHER_PEOPLE_SUPERVISION;
    }

    private Optional<VersionId> own(Viewer viewer, StoryId story) {
        return OWN.ask(em, Visibility::version, viewer.account().value(), story.value()).stream()
                .findFirst();
    }

    private static VersionId version(ResultSet row) throws SQLException {
        return new VersionId(row.getObject(2, UUID.class));
    }

    private Optional<Claimed> claimed(Viewer viewer, ReviewId review) {
        return CLAIMED
                .ask(
                        em,
                        row -> new Claimed(new StoryId(row.getObject(1, UUID.class)), version(row)),
                        viewer.account().value(),
                        review.value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    private List<StoryId> storiesShowing(AssetId asset) {
        return em
                .createQuery(
                        "select distinct s.version.story.id from Scene s where s.assetId = :asset"
                                + " or s.incomingId = :asset",
                        UUID.class)
                .setParameter("asset", asset.value())
                .getResultList()
                .stream()
                .map(StoryId::new)
                .toList();
    }

    private boolean shows(VersionId version, AssetId asset) {
        return !em.createQuery(
                        "select s.id from Scene s where s.version.id = :version"
                                + " and (s.assetId = :asset or s.incomingId = :asset)",
                        UUID.class)
                .setParameter("version", version.value())
                .setParameter("asset", asset.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private record Claimed(StoryId story, VersionId version) {}
}
