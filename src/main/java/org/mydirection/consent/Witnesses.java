package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mydirection.caseload.Caseloads;
import org.mydirection.caseload.Supervision;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Role;

/** Who can be the witness of a yes: open staff, who can be asked about it, and not the person's own practitioner. */
@ApplicationScoped
class Witnesses {

    @Inject
    private Accounts accounts;

    @Inject
    private Caseloads caseloads;

    /** The member of staff with that sign-in name, if they can be a witness for this storyteller today. */
    Optional<AccountId> named(AccountId storyteller, String username) {
        return Optional.ofNullable(username)
                .flatMap(accounts::named)
                .filter(account -> mayWitness(storyteller, account))
                .map(Account::id);
    }

    /** Whether that account can be a witness for this storyteller today. */
    boolean stands(AccountId storyteller, AccountId witness) {
        return accounts.find(witness)
                .filter(account -> mayWitness(storyteller, account))
                .isPresent();
    }

    private boolean mayWitness(AccountId storyteller, Account account) {
        return account.open()
                && !account.roles().contains(Role.STORYTELLER)
                && account.roles().stream().anyMatch(role -> role.permissions().contains(Permission.RECORD_WORDS))
                && caseloads
                        .currentOf(storyteller)
                        .map(Supervision::practitioner)
                        .filter(account.id()::equals)
                        .isEmpty();
    }
}
