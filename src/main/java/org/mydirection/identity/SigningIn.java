package org.mydirection.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.shared.DomainEvent;

/**
 * Signing in by user name and passphrase, as often as {@link SignInTries} allows.
 */
@ApplicationScoped
public class SigningIn {

    @Inject
    private Accounts accounts;

    @Inject
    private Event<DomainEvent> happened;

    @Inject
    private SignInTries tries;

    /**
     * Whether this name was tried too often and has to wait.
     *
     * @param from the network address that asks; held in memory only
     */
    public boolean mustWait(String username, String from) {
        return tries.mustWait(username, from);
    }

    /**
     * What the session is to hold, when the name and the passphrase fit and the account is open; else empty, after the
     * same time.
     *
     * @param from the network address that asks
     */
    @Transactional
    public Optional<Pass> signIn(String username, String passphrase, String from) {
        if (!tries.take(username, from)) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.named(username);
        boolean right = Passphrases.matches(
                passphrase, account.map(Account::passphraseHash).orElse(null));
        if (!right || !account.get().open()) {
            account.ifPresent(known -> happened.fire(new SignInFailed(known.id().value())));
            return Optional.empty();
        }
        tries.giveBack(username, from);
        happened.fire(new SignedIn(account.get().id().value()));
        return account.map(Account::pass);
    }

    @Transactional
    public void signOut(AccountId account) {
        happened.fire(new SignedOut(account.value()));
    }

    /** Who this is now; empty when the account was closed, or got another passphrase since. Asked at each request. */
    @Transactional
    public Optional<Viewer> viewer(Pass pass) {
        return accounts.viewer(pass);
    }

    /** Who this is now, whatever they signed in with; empty when the account was closed since. */
    @Transactional
    public Optional<Viewer> viewer(AccountId account) {
        return accounts.find(account).filter(Account::open).map(Account::asViewer);
    }

    /** From now on this person reads {@code en} or {@code cy}; other languages are refused by the database. */
    @Transactional
    public void speak(Viewer viewer, String language) {
        accounts.require(viewer.account()).speak(language);
    }

    /** The language that somebody chose, {@code en} or {@code cy}; empty when they did not. */
    @Transactional
    public Optional<String> languageOf(AccountId account) {
        return accounts.find(account).map(Account::language);
    }

    public record SignedIn(UUID actor) implements DomainEvent {
        @Override
        public UUID subject() {
            return actor;
        }
    }

    public record SignedOut(UUID actor) implements DomainEvent {
        @Override
        public UUID subject() {
            return actor;
        }
    }

    /** Somebody tried a name that exists, with a wrong passphrase or after it was closed. */
    public record SignInFailed(UUID subject) implements DomainEvent {
        @Override
        public UUID actor() {
            return null;
        }
    }
}
