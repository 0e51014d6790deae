package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Change;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakingBack;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.Ledger;
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

    @Inject
    private Ledger ledger;

    private List<Change> changes = List.of();
    private String mark;
    private Receipt receipt;

    public void open() {
        changes = suspending.changed(me.viewer(), address.story());
        mark = suspending.mark(me.viewer(), address.story());
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
        if (changes.isEmpty()) {
            address.go("/story/where.xhtml", "");
        }
    }

    public void keepYes() {
        try {
            suspending.reconfirm(
                    me.viewer(),
                    address.story(),
                    mark,
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
    public List<Change> getChanges() {
        if (changes.isEmpty()) {
            changes = suspending.changed(me.viewer(), address.story());
        }
        return changes;
    }

    /** Whether something was taken out, so that they look at it first. */
    public boolean isRedacted() {
        return getChanges().contains(Change.REDACTION);
    }

    /** Whether the notice was changed, so that they read it first. */
    public boolean isNotice() {
        return getChanges().contains(Change.NOTICE);
    }

    /** What stood on the page that was answered. */
    public String getMark() {
        return mark;
    }

    public void setMark(String mark) {
        this.mark = mark;
    }

    public Receipt getReceipt() {
        return receipt;
    }

    /** What a yes would touch. */
    public Ledger.Stakes getStakes() {
        return ledger.stakes(me.viewer(), address.story());
    }
}
