package org.mydirection.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.mydirection.consent.RecordCheck;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;

/** Looks whether the records of permission are whole; asking is on record. The same as the command does. */
@ApplicationScoped
@Transactional
public class RecordChecking {

    @Inject
    private EntityManager em;

    @Inject
    private Event<DomainEvent> happened;

    /** Walks all records and names the first that is not whole. */
    public RecordCheck.Result check(Viewer viewer) {
        viewer.require(Permission.READ_TRAIL);
        try {
            RecordCheck.Result result = RecordCheck.check(em.unwrap(Connection.class));
            happened.fire(new RecordsChecked(
                    viewer.account().value(), viewer.account().value()));
            return result;
        } catch (SQLException unreadable) {
            throw new IllegalStateException("the records cannot be read", unreadable);
        }
    }

    public record RecordsChecked(UUID actor, UUID subject) implements DomainEvent {}
}
