package org.mydirection.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.NotFound;

/** Finding the people one works with. Nobody is found from whose case the viewer is excluded. */
@ApplicationScoped
@Transactional
public class CaseFinding {

    @Inject
    private Caseloads caseloads;

    @Inject
    private Accounts accounts;

    /** The people whom this practitioner supervises now, by name. */
    public List<CaseRow> mine(Viewer viewer) {
        viewer.require(Permission.WRITE_PLANS);
        return caseloads.of(viewer.account());
    }

    /** One of them; {@link NotFound} for anybody else. */
    public CaseRow supervised(Viewer viewer, AccountId person) {
        viewer.require(Permission.WRITE_PLANS);
        if (!caseloads.supervises(viewer.account(), person)) {
            throw new NotFound();
        }
        return row(viewer, person);
    }

    /** Whose CRN it is, blanks and case apart, for whoever gathers collections; empty when nobody's or not theirs to know. */
    public Optional<AccountId> byCrn(Viewer viewer, String crn) {
        viewer.require(Permission.CURATE);
        return caseloads
                .byCrn(crn == null ? "" : crn.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                .map(PersonOnProbation::account)
                .filter(person -> !caseloads.excluded(viewer.account(), person));
    }

    /**
     * For whom a collection is, as whoever gathers it may know it: the CRN, and the name too for the practitioner who
     * supervises the person; null in its place for others.
     */
    public CaseRow gatheredFor(Viewer viewer, AccountId person) {
        viewer.require(Permission.CURATE);
        if (caseloads.excluded(viewer.account(), person)) {
            throw new NotFound();
        }
        return row(viewer, person);
    }

    private CaseRow row(Viewer viewer, AccountId person) {
        String crn = caseloads.require(person).crn();
        boolean named = caseloads.supervises(viewer.account(), person);
        return new CaseRow(
                person, named ? accounts.find(person).map(Account::displayName).orElse(null) : null, crn);
    }
}
