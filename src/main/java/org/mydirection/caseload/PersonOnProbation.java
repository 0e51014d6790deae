package org.mydirection.caseload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/** A person on probation: an account, whose office is where they report, and the case reference number (CRN). */
@Entity
@Table(name = "person_on_probation")
public class PersonOnProbation {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    private String crn;

    @Column(name = "sentence_ended_at")
    private Instant sentenceEndedAt;

    /** The same as a mark, which the database carries over to the person's stories. */
    private boolean ended;

    protected PersonOnProbation() {}

    /** The CRN is one letter and six digits, as case systems print it: {@code X123456}. */
    public PersonOnProbation(AccountId account, String crn) {
        this.accountId = account.value();
        this.crn = crn;
    }

    /** Ended once; what was ended stays ended. */
    void endSentence(Instant at) {
        if (sentenceEndedAt == null) {
            sentenceEndedAt = at;
            ended = true;
        }
    }

    public boolean sentenceEnded() {
        return sentenceEndedAt != null;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public String crn() {
        return crn;
    }
}
