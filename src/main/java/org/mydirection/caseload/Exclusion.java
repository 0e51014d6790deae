package org.mydirection.caseload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/** A limited-access exclusion (LAO): this account must not see anything of that person. In force until it is lifted. */
@Entity
@Table(name = "exclusion")
public class Exclusion {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "excluded_id")
    private UUID excludedId;

    @Column(name = "placed_by")
    private UUID placedBy;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    protected Exclusion() {}

    public Exclusion(AccountId person, AccountId excluded, AccountId placedBy, Instant placedAt) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.excludedId = excluded.value();
        this.placedBy = placedBy.value();
        this.placedAt = placedAt;
    }

    public void lift(Instant at) {
        liftedAt = at;
    }

    public UUID id() {
        return id;
    }

    public AccountId person() {
        return new AccountId(personId);
    }

    public AccountId excluded() {
        return new AccountId(excludedId);
    }
}
