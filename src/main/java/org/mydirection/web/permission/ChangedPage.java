package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.Change;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakingBack;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Says in one sentence what changed, and asks once: still yes, or not. */
@Named
@RequestScoped
public class ChangedPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Suspending suspending;

    @Inject
    private TakingBack takingBack;

    @Inject
    private Receipts receipts;

    private Change change;
    private Receipt receipt;

    public void open() {
        change = suspending.changed(me.viewer(), address.story()).orElse(null);
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
        if (change == null) {
            address.go("/story/where.xhtml", "");
        }
    }

    public void keepYes() {
        try {
            suspending.reconfirm(
                    me.viewer(),
                    address.story(),
                    FacesContext.getCurrentInstance().getViewRoot().getLocale());
            messages.done("permission.changed.done.text");
            address.go("/story/where.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    /** No: it stays private, and the record says so. */
    public void keepPrivate() {
        takingBack.takeBack(me.viewer(), address.story());
        address.go("/story/taken-back.xhtml", "");
    }

    /** Read when it is first asked for: a post asks which buttons there are before anything is opened. */
    public Change getChange() {
        if (change == null) {
            change = suspending.changed(me.viewer(), address.story()).orElse(null);
        }
        return change;
    }

    public Receipt getReceipt() {
        return receipt;
    }
}
