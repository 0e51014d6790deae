package org.mydirection.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.mydirection.shared.DomainEvent;

/**
 * Writes an entry for each domain event, in the transaction that the event was fired in: a use case whose entry cannot
 * be written does not happen. The rows of the use case are flushed before the head of the chain is locked, so that the
 * head is always the last lock that a transaction takes. Fire events after all other work.
 */
@ApplicationScoped
public class Trail {

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(@Observes DomainEvent event) {
        em.flush();
        AuditHead head = em.find(AuditHead.class, AuditHead.ONLY, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(head, LockModeType.PESSIMISTIC_WRITE);
        em.persist(head.append(event, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        em.flush();
    }
}
