package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.AnsweringAloud;
import org.mydirection.consent.ConsentSettings;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** The receipt of the last answer: to read, and to print. */
@Named
@RequestScoped
public class ReceiptPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Receipts receipts;

    @Inject
    private AnsweringAloud aloud;

    @Inject
    private ConsentSettings settings;

    private Receipt receipt;
    private String spoken;

    public void open() {
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
        spoken = aloud.settled(me.viewer(), address.story())
                .map(answers -> answers.file().toString())
                .orElse(null);
    }

    /** Null when nothing was answered yet. */
    public Receipt getReceipt() {
        return receipt;
    }

    /** The file of the answers as they were said aloud; null when they were not recorded. */
    public String getSpoken() {
        return spoken;
    }

    public boolean isGiven() {
        return receipt != null && receipt.status() == ConsentStatus.ACTIVE;
    }

    /** How to reach the team. */
    public String getContact() {
        return settings.contact(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    public long getDaysToThink() {
        return settings.coolingOff().toDays();
    }
}
