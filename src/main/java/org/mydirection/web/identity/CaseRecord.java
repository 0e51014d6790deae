package org.mydirection.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.caseload.CaseKeeping.CaseFile;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.AccountKeeping.AccountRow;
import org.mydirection.identity.AccountKeeping.OfficeRow;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Role;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** The part of an account's page that is about a person on probation: the CRN, who supervises them, who is kept out. */
@Named("casePage")
@RequestScoped
public class CaseRecord {

    private static final String AGAIN = "/identity/account.xhtml?faces-redirect=true&includeViewParams=true";

    @Inject
    private Me me;

    @Inject
    private CaseKeeping cases;

    @Inject
    private AccountKeeping keeping;

    @Inject
    private Messages messages;

    @Inject
    private AccountPage page;

    private List<AccountRow> everybody;
    private String crn;
    private String practitioner;
    private String excluded;
    private String office;

    @PostConstruct
    void load() {
        everybody = keeping.all(me.viewer());
    }

    public String register() {
        try {
            cases.register(
                    me.viewer(), page.id(), crn == null ? null : crn.strip().toUpperCase(Locale.ROOT));
            messages.done("caserecord.registered.text");
            return AGAIN;
        } catch (Refused refused) {
            return page.stay("crn", refused);
        }
    }

    public String assign() {
        try {
            cases.assign(me.viewer(), page.id(), chosen(practitioner));
            messages.done("caserecord.assigned.text");
            return AGAIN;
        } catch (Refused refused) {
            return page.stay("practitioner", refused);
        }
    }

    public String move() {
        try {
            cases.move(
                    me.viewer(), page.id(), Id.parse(office).map(OfficeId::new).orElse(null));
            messages.done("caserecord.moved.text");
            return AGAIN;
        } catch (Refused refused) {
            return page.stay("office", refused);
        }
    }

    public String endSentence() {
        cases.endSentence(me.viewer(), page.id());
        messages.done("caserecord.ended.text");
        return AGAIN;
    }

    public List<OfficeRow> getOffices() {
        return keeping.offices(me.viewer());
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }

    public String exclude() {
        try {
            cases.exclude(me.viewer(), page.id(), chosen(excluded));
            messages.done("caserecord.excluded.text");
            return AGAIN;
        } catch (Refused refused) {
            return page.stay("excluded", refused);
        }
    }

    public String readmit(String keptOut) {
        cases.readmit(me.viewer(), page.id(), new AccountId(Id.require(keptOut)));
        messages.done("caserecord.readmitted.text");
        return AGAIN;
    }

    private static AccountId chosen(String account) {
        return new AccountId(Id.parse(account).orElseThrow(() -> Refused.because("case.nobody_chosen")));
    }

    /** Null while the account is not on record as a person on probation. */
    public CaseFile getFile() {
        return cases.read(me.viewer(), page.id()).orElse(null);
    }

    public List<AccountRow> getPractitioners() {
        return staff().stream()
                .filter(row -> row.roles().contains(Role.PRACTITIONER))
                .toList();
    }

    /** Everybody who can be kept out of a case: open accounts of staff. */
    public List<AccountRow> staff() {
        return everybody.stream()
                .filter(row -> row.open() && !row.roles().contains(Role.STORYTELLER))
                .toList();
    }

    public Map<AccountId, String> getNames() {
        return everybody.stream().collect(Collectors.toMap(AccountRow::id, AccountRow::displayName));
    }

    public String getCrn() {
        return crn;
    }

    public void setCrn(String crn) {
        this.crn = crn;
    }

    public String getPractitioner() {
        return practitioner;
    }

    public void setPractitioner(String practitioner) {
        this.practitioner = practitioner;
    }

    public String getExcluded() {
        return excluded;
    }

    public void setExcluded(String excluded) {
        this.excluded = excluded;
    }
}
