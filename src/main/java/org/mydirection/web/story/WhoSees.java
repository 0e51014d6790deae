package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.consent.Receipt;
import org.mydirection.consent.Receipts;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Ledger;
import org.mydirection.visibility.Visibility;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** The part of a story's page that says who can see it, until when, and what stands in the way. */
@Named("whoSeesPage")
@RequestScoped
public class WhoSees {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Clock clock;

    @Inject
    private Receipts receipts;

    @Inject
    private Visibility visibility;

    @Inject
    private StoryWriting writing;

    @Inject
    private Ledger ledger;

    private List<Ledger.Row> rows = List.of();
    private Receipt receipt;
    private boolean seen;
    private Set<StoryHold.Kind> holds = Set.of();

    public void open() {
        receipt = receipts.latest(me.viewer(), address.story()).orElse(null);
        seen = visibility.open(me.viewer(), address.story());
        rows = ledger.whoSees(me.viewer(), address.story());
        holds = writing.holds(me.viewer(), address.story());
    }

    /** What was last said; null when nothing was. */
    public Receipt getReceipt() {
        return receipt;
    }

    /** Everybody but the storyteller who would see it now, and why. */
    public List<Ledger.Row> getLedger() {
        return rows;
    }

    /** Whether those who were said yes to can see it now. */
    public boolean isSeen() {
        return seen;
    }

    /** Whether a yes or a suspended yes stands, so that there is something to take back. */
    public boolean isPermitted() {
        return isActive() || receipt != null && receipt.status() == ConsentStatus.SUSPENDED;
    }

    public boolean isActive() {
        return receipt != null && receipt.status() == ConsentStatus.ACTIVE;
    }

    /** Whether the days to think are still running. */
    public boolean isCooling() {
        return isActive() && clock.instant().isBefore(receipt.coolingUntil());
    }

    public boolean isSuspended() {
        return holds.contains(StoryHold.Kind.SUSPENSION);
    }

    public boolean isLocked() {
        return holds.contains(StoryHold.Kind.LEGAL);
    }
}
