package org.mydirection.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.mydirection.shared.DomainEvent;

/** The end of the chain: one row, locked by whoever appends, so that entries have one order. */
@Entity
@Table(name = "audit_head")
public class AuditHead {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "last_number")
    private long lastNumber;

    @Column(name = "last_hash")
    private String lastHash;

    protected AuditHead() {}

    AuditEntry append(DomainEvent event, Instant at) {
        AuditEntry entry = new AuditEntry(lastNumber + 1, at, event, lastHash);
        lastNumber = entry.number();
        lastHash = entry.hash();
        return entry;
    }

    long lastNumber() {
        return lastNumber;
    }

    String lastHash() {
        return lastHash;
    }
}
