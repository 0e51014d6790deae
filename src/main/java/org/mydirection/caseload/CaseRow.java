package org.mydirection.caseload;

import java.util.UUID;
import org.mydirection.identity.AccountId;

/** A person on a caseload, as a list shows them; {@code name} is null for those who may know the CRN only. */
public record CaseRow(AccountId person, String name, String crn) {

    public CaseRow(UUID person, String name, String crn) {
        this(new AccountId(person), name, crn);
    }
}
