package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.NotFound;

/**
 * That somebody took back in words, before a member of staff who recorded it and another who heard it. It took effect at
 * once, whatever the witness says of it later.
 */
@Entity
@Table(name = "spoken_word")
public class SpokenWord {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "recorded_by")
    private UUID recordedBy;

    @Column(name = "witness_id")
    private UUID witnessId;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    /** Null until the witness said. */
    @Column(name = "was_there")
    private Boolean wasThere;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected SpokenWord() {}

    SpokenWord(AccountId person, AccountId recordedBy, AccountId witness, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.recordedBy = recordedBy.value();
        this.witnessId = witness.value();
        this.recordedAt = recordedAt;
    }

    /** Once; {@link NotFound} for anybody but the witness, and the second time. */
    void answer(AccountId by, boolean there, Instant at) {
        if (!witnessId.equals(by.value()) || wasThere != null) {
            throw new NotFound();
        }
        wasThere = there;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    AccountId person() {
        return new AccountId(personId);
    }

    AccountId recordedBy() {
        return new AccountId(recordedBy);
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
