package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Mark;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryLife;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;

/**
 * A story told by several: all must agree, each to the very version that is shown. One takes it back, and it is gone for
 * all, until a version without them was approved.
 */
@ApplicationScoped
@Transactional
public class TellingTogether {

    /** The most who tell a story together with its storyteller. */
    public static final int MOST = 8;

    @Inject
    private Stories stories;

    @Inject
    private StoryWriting writing;

    @Inject
    private StoryLife life;

    @Inject
    private Accounts accounts;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Asks another storyteller to tell this with oneself. Refused: {@code cotell.nobody} for a sign-in name that is no
     * other storyteller's, {@code cotell.already}, {@code error.too_many}. */
    public void invite(Viewer viewer, StoryId id, String username) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        AccountId other = Optional.ofNullable(username)
                .flatMap(accounts::named)
                .filter(Account::open)
                .filter(account -> account.roles().contains(Role.STORYTELLER))
                .map(Account::id)
                .filter(account -> !viewer.is(account))
                .orElseThrow(() -> Refused.because("cotell.nobody"));
        List<CoTeller> all = of(id);
        if (all.stream().anyMatch(one -> one.account().equals(other))) {
            throw Refused.because("cotell.already");
        }
        if (all.size() >= MOST) {
            throw Refused.because("error.too_many");
        }
        stories.mark(id, Mark.CO_TELLERS);
        em.persist(new CoTeller(id, other, clock.instant()));
        em.flush();
        happened.fire(new CoTellerInvited(viewer.account().value(), other.value(), id.value()));
    }

    /** Those who tell one's own story too. */
    public List<Row> with(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        return of(id).stream().map(one -> row(one, latest)).toList();
    }

    /** The stories of others that one tells too, and has not taken back. */
    public List<Row> mine(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return em
                .createQuery(
                        "select c from CoTeller c, Story s where s.id = c.storyId and s.erasedAt is null"
                                + " and c.accountId = :account and c.withdrawnAt is null order by c.invitedAt, c.id",
                        CoTeller.class)
                .setParameter("account", viewer.account().value())
                .getResultList()
                .stream()
                .map(one -> row(one, stories.latestOf(one.story()).orElseThrow()))
                .filter(Row::tells)
                .toList();
    }

    /** The newest version, for somebody who tells it too and has not taken it back; else {@link NotFound}. */
    public VersionView read(Viewer viewer, StoryId id) {
        CoTeller me = require(viewer, id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        if (me.withdrawn() || !me.tells(latest.number())) {
            throw new NotFound();
        }
        return writing.view(latest);
    }

    /** Yes to the version that was read, as it was sent. Refused: {@code cotell.not_sent} while it is a draft, {@code
     * cotell.changed} when it is another one than was read, {@code cotell.withdrawn}. */
    public void agree(Viewer viewer, StoryId id, String digest) {
        CoTeller me = requireLocked(viewer, id);
        StoryVersion latest = stories.latestOf(id).orElseThrow();
        if (latest.digest() == null) {
            throw Refused.because("cotell.not_sent");
        }
        if (!latest.digest().equals(digest)) {
            throw Refused.because("cotell.changed");
        }
        me.agree(digest, clock.instant());
        em.flush();
        happened.fire(new CoTellerAgreed(viewer.account().value(), latest.id().value(), id.value()));
    }

    /** Takes it back, for all: from this moment nobody else sees it. Done twice it stays done. */
    public void takeBack(Viewer viewer, StoryId id) {
        CoTeller me = requireLocked(viewer, id);
        me.withdraw(clock.instant());
        stories.latestOf(id)
                .filter(version ->
                        version.status() == VersionStatus.SUBMITTED || version.status() == VersionStatus.IN_REVIEW)
                .ifPresent(life::recall);
        em.flush();
        happened.fire(
                new CoTellerWithdrew(viewer.account().value(), viewer.account().value(), id.value()));
    }

    /**
     * The storyteller goes on without somebody who took back, or who never said yes: the draft that is there now, or a new
     * one, is the first without them. Refused with {@code cotell.still_tells} while their yes stands.
     */
    public void goOnWithout(Viewer viewer, StoryId id, AccountId other) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), id);
        CoTeller gone = find(id, other).orElseThrow(NotFound::new);
        em.refresh(gone, LockModeType.PESSIMISTIC_WRITE);
        if (gone.holds()) {
            throw Refused.because("cotell.still_tells");
        }
        writing.beginAgain(viewer, id);
        em.flush();
        gone.leaveOut(stories.latestOf(id).orElseThrow().number());
        em.flush();
        happened.fire(new CoTellerLeftOut(viewer.account().value(), other.value(), id.value()));
    }

    /** Whether everybody with whom this version is told agreed to exactly it. For use cases that may know. */
    public boolean allAgreed(StoryId id, StoryVersion version) {
        return of(id).stream()
                .filter(one -> one.tells(version.number()))
                .allMatch(one -> one.agreedTo(version.digest()));
    }

    private CoTeller requireLocked(Viewer viewer, StoryId id) {
        CoTeller me = require(viewer, id);
        stories.find(id).ifPresent(stories::lock);
        em.refresh(me, LockModeType.PESSIMISTIC_WRITE);
        return me;
    }

    private CoTeller require(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        if (stories.find(id).filter(story -> !story.erased()).isEmpty()) {
            throw new NotFound();
        }
        return find(id, viewer.account()).orElseThrow(NotFound::new);
    }

    private Optional<CoTeller> find(StoryId story, AccountId account) {
        return of(story).stream().filter(one -> one.account().equals(account)).findFirst();
    }

    private List<CoTeller> of(StoryId story) {
        return em.createQuery(
                        "select c from CoTeller c where c.storyId = :story order by c.invitedAt, c.id", CoTeller.class)
                .setParameter("story", story.value())
                .getResultList();
    }

    private Row row(CoTeller one, StoryVersion latest) {
        String name = accounts.namesOf(List.of(one.account())).get(one.account());
        return new Row(
                one.story(),
                one.account(),
                name,
                latest.title(),
                latest.digest(),
                one.agreedTo(latest.digest()),
                one.withdrawn(),
                one.tells(latest.number()),
                one.holds());
    }

    /**
     * Somebody who tells a story too.
     *
     * @param digest of the newest version; null while it is a draft
     * @param agreed to exactly that
     * @param tells whether the newest version is told with them
     * @param holds whether they said yes once and did not take it back: nobody goes on without them
     */
    public record Row(
            StoryId story,
            AccountId account,
            String name,
            String title,
            String digest,
            boolean agreed,
            boolean withdrawn,
            boolean tells,
            boolean holds) {}

    public record CoTellerInvited(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    public record CoTellerAgreed(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    public record CoTellerLeftOut(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    /** One of several took it back: it is gone for all. */
    public record CoTellerWithdrew(UUID actor, UUID subject, UUID story) implements StoryHidden {
        @Override
        public boolean ends() {
            return true;
        }
    }
}
