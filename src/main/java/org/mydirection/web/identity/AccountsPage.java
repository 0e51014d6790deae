package org.mydirection.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.AccountKeeping.AccountRow;
import org.mydirection.identity.AccountKeeping.OfficeRow;
import org.mydirection.identity.OfficeId;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Everybody who can sign in, or could; and the offices. */
@Named
@RequestScoped
public class AccountsPage {

    @Inject
    private Me me;

    @Inject
    private AccountKeeping keeping;

    @Inject
    private Messages messages;

    private List<AccountRow> rows;
    private List<OfficeRow> offices;
    private String officeName;

    @PostConstruct
    void load() {
        rows = keeping.all(me.viewer());
        offices = keeping.offices(me.viewer());
    }

    public String addOffice() {
        try {
            keeping.openOffice(me.viewer(), officeName);
            messages.done("accounts.office.added.text");
            return "/identity/offices.xhtml?faces-redirect=true";
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("office-name", refusal));
            return null;
        }
    }

    public List<AccountRow> getRows() {
        return rows;
    }

    public List<OfficeRow> getOffices() {
        return offices;
    }

    /** What each office is called. */
    public Map<OfficeId, String> getOfficeNames() {
        return offices.stream().collect(Collectors.toMap(OfficeRow::id, OfficeRow::name));
    }

    public String getOfficeName() {
        return officeName;
    }

    public void setOfficeName(String officeName) {
        this.officeName = officeName;
    }
}
