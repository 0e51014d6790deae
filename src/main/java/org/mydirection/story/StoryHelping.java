package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
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
import org.mydirection.shared.Refused;

/**
 * Words that somebody else writes down: a peer supporter for a storyteller who is present and signed in, or the engine. It
 * is on record, and the story is not sent before the storyteller says that the words are theirs. Help with writing is no
 * help with permission: nobody says yes for somebody else.
 */
@ApplicationScoped
@Transactional
public class StoryHelping {

    @Inject
    private Stories stories;

    @Inject
    private Accounts accounts;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * From now on a supporter types. Refused: {@code help.supporter_unknown} when nobody with that sign-in name is a peer
     * supporter, and {@code help.oneself} for the storyteller; an open help goes on when there is one.
     */
    public void begin(Viewer viewer, StoryId id, String supporter) {
        stories.requireOwnDraft(viewer, id);
        Account helper = accounts.named(supporter == null ? "" : supporter.strip())
                .filter(Account::open)
                .filter(account -> account.roles().contains(Role.PEER_SUPPORTER))
                .orElseThrow(() -> Refused.because("help.supporter_unknown"));
        if (viewer.is(helper.id())) {
            throw Refused.because("help.oneself");
        }
        if (stories.openHelp(id).isEmpty()) {
            em.persist(new StoryHelp(id, helper.id(), clock.instant()));
            em.flush();
            happened.fire(new HelpBegun(
                    viewer.account().value(),
                    helper.id().value(),
                    viewer.account().value(),
                    id.value()));
        }
    }

    /** The storyteller says that all words are theirs: what others typed, and what the engine drafted in this scene. */
    public void confirm(Viewer viewer, StoryId id) {
        StoryVersion draft = stories.requireOwnDraft(viewer, id);
        draft.inOrder().forEach(Scene::confirm);
        stories.openHelp(id).ifPresent(help -> help.confirm(clock.instant()));
        em.flush();
        happened.fire(new WordsConfirmed(viewer.account().value(), id.value()));
    }

    /** Who types now; empty when nobody does. */
    public Optional<Help> now(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        return stories.openHelp(id).map(this::help);
    }

    /** Who ever typed, the first first. */
    public List<Help> all(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), id);
        return stories.helpWith(id).stream().map(this::help).toList();
    }

    private Help help(StoryHelp help) {
        AccountId helper = help.helper();
        return new Help(accounts.namesOf(List.of(helper)).get(helper), help.begunAt(), help.confirmedAt());
    }

    /** Help with writing; {@code confirmedAt} is null while it goes on. */
    public record Help(String name, Instant begunAt, Instant confirmedAt) {}

    public record HelpBegun(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}

    public record WordsConfirmed(UUID actor, UUID subject) implements OwnStoryEvent {}
}
