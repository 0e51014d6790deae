package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;

/**
 * Whoever was named as the witness of spoken words says whether they were there. Nothing becomes visible again by a no: the
 * storyteller is told of the taking back and can say that it was not theirs; governance finds the no in the trail.
 */
@ApplicationScoped
@Transactional
public class Witnessing {

    @Inject
    private Accounts accounts;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** What waits for this member of staff, the oldest first. It does not say whose words they were. */
    public List<Row> waiting(Viewer viewer) {
        viewer.require(Permission.RECORD_WORDS);
        return em
                .createQuery(
                        "select w from SpokenWord w where w.witnessId = :witness and w.answeredAt is null"
                                + " order by w.recordedAt, w.id",
                        SpokenWord.class)
                .setParameter("witness", viewer.account().value())
                .getResultList()
                .stream()
                .map(word -> new Row(
                        word.id(),
                        word.recordedAt(),
                        accounts.namesOf(List.of(word.recordedBy())).get(word.recordedBy())))
                .toList();
    }

    /** Says it, once. {@link NotFound} for anybody but the witness, and the second time. */
    public void answer(Viewer viewer, UUID id, boolean wasThere) {
        viewer.require(Permission.RECORD_WORDS);
        SpokenWord word = Optional.ofNullable(em.find(SpokenWord.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NotFound::new);
        word.answer(viewer.account(), wasThere, clock.instant());
        em.flush();
        UUID recorder = word.recordedBy().value();
        UUID person = word.person().value();
        happened.fire(
                wasThere
                        ? new WitnessConfirmed(viewer.account().value(), recorder, person)
                        : new WitnessDenied(viewer.account().value(), recorder, person));
    }

    /**
     * Words that somebody recorded.
     *
     * @param by what staff call whoever recorded them
     */
    public record Row(UUID id, Instant at, String by) {}

    /** The witness was there; the subject is whoever recorded it. */
    public record WitnessConfirmed(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    /** The witness was not there; the subject is whoever recorded it. */
    public record WitnessDenied(UUID actor, UUID subject, UUID person) implements DomainEvent {}
}
