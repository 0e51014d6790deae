package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.mydirection.consent.ConsentSettings;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.consent.Renewing;
import org.mydirection.consent.Renewing.Ending;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.Ledger;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Yes again, on one page: what was said, and a new last day. */
@Named
@RequestScoped
public class RenewPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Renewing renewing;

    @Inject
    private Receipts receipts;

    @Inject
    private Ledger ledger;

    @Inject
    private ConsentSettings settings;

    private Ending ending;
    private Receipt receipt;
    private String day;

    public void open() {
        ending = renewing.read(me.viewer(), address.story()).orElse(null);
        if (ending == null) {
            address.go("/story/where.xhtml", "");
            return;
        }
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
    }

    public void renew() {
        LocalDate last = day == null ? null : DayText.read(day).orElse(null);
        if (day != null && last == null) {
            messages.refuse("day", Refusal.of("permission.not_a_day"));
            open();
            return;
        }
        try {
            renewing.renew(
                    me.viewer(),
                    address.story(),
                    last,
                    FacesContext.getCurrentInstance().getViewRoot().getLocale());
            address.go("/permission/receipt.xhtml", "");
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("day", refusal));
            open();
        }
    }

    /** Read when it is first asked for: a post asks which buttons there are before anything is opened. */
    public Ending getEnding() {
        if (ending == null) {
            ending = renewing.read(me.viewer(), address.story()).orElse(null);
        }
        return ending;
    }

    public Receipt getReceipt() {
        return receipt;
    }

    public int getMonths() {
        return settings.mostMonths();
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    /** What a yes would touch. */
    public Ledger.Stakes getStakes() {
        return ledger.stakes(me.viewer(), address.story());
    }
}
