package org.mydirection.identity;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.shared.DomainEvent;

/**
 * Signing in by user name and passphrase. Five wrong tries for a name close it for 15 minutes, whether or not it exists,
 * so that the answer tells nothing. The count is kept in memory, for the 10,000 names tried last.
 */
@ApplicationScoped
public class SigningIn {

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int NAMES_KEPT = 10_000;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<DomainEvent> happened;

    private final Map<String, Bucket> tries = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > NAMES_KEPT;
        }
    });

    /** Whether this name was tried too often and has to wait. */
    public boolean mustWait(String username) {
        return triesOf(username).getAvailableTokens() == 0;
    }

    /** The account, when the name and the passphrase fit and it is open; else empty, after the same time. */
    @Transactional
    public Optional<AccountId> signIn(String username, String passphrase) {
        if (!triesOf(username).tryConsume(1)) {
            return Optional.empty();
        }
        Optional<Account> account = accounts.named(username);
        boolean right = Passphrases.matches(
                passphrase, account.map(Account::passphraseHash).orElse(null));
        if (!right || !account.get().open()) {
            account.ifPresent(known -> happened.fire(new SignInFailed(known.id().value())));
            return Optional.empty();
        }
        triesOf(username).addTokens(TRIES);
        happened.fire(new SignedIn(account.get().id().value()));
        return account.map(Account::id);
    }

    @Transactional
    public void signOut(AccountId account) {
        happened.fire(new SignedOut(account.value()));
    }

    /** Who this is now; empty when the account was closed since. Asked at each request. */
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

    private Bucket triesOf(String username) {
        return tries.computeIfAbsent(Accounts.normal(username), name -> Bucket.builder()
                .addLimit(limit -> limit.capacity(TRIES).refillIntervally(TRIES, PAUSE))
                .build());
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
