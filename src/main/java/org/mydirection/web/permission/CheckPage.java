package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Giving;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.Ledger;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Words;

/** The whole of the answers, to be confirmed as it stands. To show it is to offer it: a yes means what stood here. */
@Named
@RequestScoped
public class CheckPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Words words;

    @Inject
    private Asking asking;

    @Inject
    private Giving giving;

    @Inject
    private Receipts receipts;

    @Inject
    private Ledger ledger;

    private List<Missing> missing = List.of();
    private Receipt receipt;
    private String offered = "";

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        Locale language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        if (!asked.open() || !asked.limitsShownIn(language)) {
            address.go(Questions.LIMITS, "");
            return;
        }
        missing = asked.missing().stream()
                .map(refusal ->
                        new Missing(words.say(refusal), Questions.where(refusal).href(address.getStory())))
                .toList();
        try {
            if (missing.isEmpty()) {
                offered = giving.offer(me.viewer(), address.story(), language);
            }
        } catch (Refused refused) {
            messages.refuse(refused);
        }
        receipt = receipts.making(me.viewer(), address.story()).orElse(null);
    }

    /** Yes, this is right. */
    public void give() {
        try {
            giving.confirm(me.viewer(), address.story(), address.get("offered"));
            address.go("/permission/receipt.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    /** What a yes would touch. */
    public Ledger.Stakes getStakes() {
        return ledger.stakes(me.viewer(), address.story());
    }

    public List<Missing> getMissing() {
        return missing;
    }

    /** What of all that was offered stands on this page: another window may offer something else. */
    public String getOffered() {
        return offered;
    }

    /** The answers so far; null when there are none. Read when first asked for: a post asks before anything is opened. */
    public Receipt getReceipt() {
        if (receipt == null) {
            receipt = receipts.making(me.viewer(), address.story()).orElse(null);
        }
        return receipt;
    }

    /** A question without an answer, and its page: a path from the context root. */
    public record Missing(String text, String href) {}
}
