package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.supervision.Reflecting;
import org.mydirection.supervision.ShownRow;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** The note that a storyteller keeps after taking a story back: what ended, when, and where it had been shown. */
@Named
@RequestScoped
public class TakenBackPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Receipts receipts;

    @Inject
    private Reflecting reflecting;

    private Receipt receipt;
    private List<ShownRow> showings = List.of();

    public void open() {
        receipt = receipts.latest(me.viewer(), address.story())
                .filter(last -> last.status() == ConsentStatus.WITHDRAWN)
                .orElse(null);
        showings = reflecting.showings(me.viewer(), address.story());
    }

    /** Of the permission that ended; null when none had been given. */
    public Receipt getReceipt() {
        return receipt;
    }

    public List<ShownRow> getShowings() {
        return showings;
    }
}
