package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mydirection.shared.NotFound;

/** Makes and destroys the keys under which the media of stories are stored: one random key for each story. */
@ApplicationScoped
public class VaultKeys {

    @Inject
    EntityManager database;

    @Inject
    KeyWrapping wrapping;

    @Inject
    Clock clock;

    /** A new random key, stored wrapped. It can be used by {@link MediaIntake} once the transaction is committed. */
    @Transactional
    public VaultKeyId create() {
        VaultKeyId id = VaultKeyId.random();
        database.persist(new VaultKey(wrapping.newKey(id), clock.instant()));
        return id;
    }

    /**
     * Wipes the wrapped key, so that every stored copy, in backups of the store too, is unreadable. Does nothing when
     * that was done before. Throws {@link NotFound} when there was never such a key. The objects themselves go when
     * their assets are discarded.
     */
    @Transactional
    public void destroy(VaultKeyId key) {
        VaultKey found = database.find(VaultKey.class, key.value());
        if (found == null) {
            throw new NotFound();
        }
        found.destroy(clock.instant());
    }

    /** The key as it lies in the database; throws {@link NotFound} when it is not there or destroyed. */
    @Transactional
    public SealedKey require(VaultKeyId key) {
        return Optional.ofNullable(database.find(VaultKey.class, key.value()))
                .flatMap(VaultKey::sealed)
                .orElseThrow(NotFound::new);
    }

    /** Wraps every key that is not destroyed again; all of them or none. */
    @Transactional
    public void rewrap(UnaryOperator<SealedKey> again) {
        database.createQuery("select k from VaultKey k where k.wrapped is not null", VaultKey.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(key -> key.wrapAgain(again.apply(key.sealed().orElseThrow())));
    }

    /** Any key that is not destroyed: opening it proves that the key-encryption key is the right one. */
    @Transactional
    public Optional<SealedKey> any() {
        return database
                .createQuery("select k from VaultKey k where k.wrapped is not null", VaultKey.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(VaultKey::sealed);
    }
}
