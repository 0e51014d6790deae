package org.mydirection.caseload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/** One practitioner supervising one person, from a moment on; CURRENT until it is ended, then kept. */
@Entity
@Table(name = "supervision")
public class Supervision {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "practitioner_id")
    private UUID practitionerId;

    @Column(name = "since")
    private Instant since;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** The person's id while this is current, null afterwards: unique, so that nobody has two. */
    @Column(name = "current_for")
    private UUID currentFor;

    protected Supervision() {}

    public Supervision(AccountId person, AccountId practitioner, Instant since) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.practitionerId = practitioner.value();
        this.since = since;
        this.currentFor = personId;
    }

    public void end(Instant at) {
        endedAt = at;
        currentFor = null;
    }

    public AccountId person() {
        return new AccountId(personId);
    }

    public AccountId practitioner() {
        return new AccountId(practitionerId);
    }

    public boolean current() {
        return currentFor != null;
    }
}
