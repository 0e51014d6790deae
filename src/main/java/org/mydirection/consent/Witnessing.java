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
import org.mydirection.shared.Refused;

/**
 * Whoever was named as the witness of spoken words says whether they were there. Of a taking back nothing becomes visible
 * again by a no: the storyteller is told of it and can say that it was not theirs; governance finds the no in the trail. Of
 * answers that were given aloud no checker passes any before the yes. A witness is asked the same and for as long whether the
 * answers were a yes or a no and whatever became of them since, so that they learn nothing by being asked.
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
                        word.answers() == null
                                ? accounts.namesOf(List.of(word.recordedBy())).get(word.recordedBy())
                                : null,
                        word.answers() == null ? null : Receipts.number(word.answers())))
                .toList();
    }

    /** Answers were given aloud before a witness, who is asked from now on; nothing happens without one. */
    void ask(Consent consent) {
        if (consent.witness() != null) {
            em.persist(new SpokenWord(consent, clock.instant()));
            em.flush();
        }
    }

    /** What is known of the witness of that record. For use cases that may know. */
    public Witnessed of(Consent consent) {
        if (consent.witness() == null) {
            return Witnessed.NOBODY;
        }
        return em.createQuery("select w from SpokenWord w where w.consentId = :record", SpokenWord.class)
                .setParameter("record", consent.id().value())
                .getResultStream()
                .findFirst()
                .map(SpokenWord::witnessed)
                .orElse(Witnessed.NOT_YET);
    }

    /**
     * That a checker may pass this record: where it was given aloud, its witness was there; without one, the answers were
     * recorded. Refused: {@code review.witness_waiting}, {@code review.witness_denied}, {@code review.aloud_missing}, and
     * {@code review.witness_own} for the witness themselves.
     */
    public void requireHeard(Viewer checker, Consent consent) {
        if (consent.witness() != null && checker.is(consent.witness())) {
            throw Refused.because("review.witness_own");
        }
        Evidence.require(consent, of(consent));
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
     * @param by what staff call whoever recorded them; null where answers were given aloud
     * @param number of the record of answers that were given aloud, as it stands on the storyteller's receipt; else null
     */
    public record Row(UUID id, Instant at, String by, String number) {}

    /** The witness was there; the subject is whoever recorded it. */
    public record WitnessConfirmed(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    /** The witness was not there; the subject is whoever recorded it. */
    public record WitnessDenied(UUID actor, UUID subject, UUID person) implements DomainEvent {}
}
