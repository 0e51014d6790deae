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
 * What was said in words before a witness, who is asked whether they were there. Somebody took back, before a member of
 * staff who recorded it and another who heard it: it took effect at once, whatever the witness says of it later. Or
 * somebody gave their answers aloud: no checker passes them before the witness said yes.
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

    /** Whose answers were heard; null where somebody took back. */
    @Column(name = "consent_id")
    private UUID consentId;

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

    /** The answers of that record were said aloud before that witness. */
    SpokenWord(Consent answers, Instant recordedAt) {
        this(answers.storyteller(), answers.storyteller(), answers.witness(), recordedAt);
        this.consentId = answers.id().value();
    }

    /** Once; {@link NotFound} for anybody but the witness, and the second time. */
    void answer(AccountId by, boolean there, Instant at) {
        if (!witnessId.equals(by.value()) || wasThere != null) {
            throw new NotFound();
        }
        wasThere = there;
        answeredAt = at;
    }

    /** Null where somebody took back. */
    ConsentId answers() {
        return consentId == null ? null : new ConsentId(consentId);
    }

    Witnessed witnessed() {
        return wasThere == null ? Witnessed.NOT_YET : wasThere ? Witnessed.CONFIRMED : Witnessed.DENIED;
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
