package org.mydirection.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.identity.AccountKeeping;
import org.mydirection.identity.AccountKeeping.OfficeRow;
import org.mydirection.identity.OfficeId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** One office: whom its people can talk to. */
@Named
@RequestScoped
public class OfficePage {

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    private AccountKeeping keeping;

    @Inject
    @ManagedProperty("#{param.office}")
    private String id;

    private String support;

    public void open() {
        support = getOffice().support();
    }

    public String save() {
        try {
            keeping.offerSupport(me.viewer(), getOffice().id(), support);
            messages.done("accounts.office.support.saved.text");
            return "/identity/offices.xhtml?faces-redirect=true";
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("support", refusal));
            return null;
        }
    }

    public OfficeRow getOffice() {
        OfficeId wanted = new OfficeId(Id.require(id));
        return keeping.offices(me.viewer()).stream()
                .filter(office -> office.id().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    public String getSupport() {
        return support;
    }

    public void setSupport(String support) {
        this.support = support;
    }
}
