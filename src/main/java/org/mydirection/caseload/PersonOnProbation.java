package org.mydirection.caseload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

    protected PersonOnProbation() {}

    /** The CRN is one letter and six digits, as case systems print it: {@code X123456}. */
    public PersonOnProbation(AccountId account, String crn) {
        this.accountId = account.value();
        this.crn = crn;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public String crn() {
        return crn;
    }
}
