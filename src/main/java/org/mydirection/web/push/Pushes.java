package org.mydirection.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.servlet.AsyncContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mydirection.caseload.CaseKeeping.AccessLimited;
import org.mydirection.caseload.CaseKeeping.SupervisionBegan;
import org.mydirection.consent.StoryHidden;
import org.mydirection.governance.Holding.HoldPlaced;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.DomainEvent;

/**
 * The open pages of this node. When something was hidden, each is told to look again, after the commit. What is said is
 * the same to all and names nothing; a page that hears nothing asks each second anyway.
 */
@ApplicationScoped
public class Pushes {

    /** The most pages that one person has open here at once; each further one asks by itself, as all do each few seconds. */
    static final int MOST = 20;

    private final Set<PushClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, Integer> held = new ConcurrentHashMap<>();

    void hidden(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        if (event instanceof StoryHidden
                || event instanceof HoldPlaced
                || event instanceof AccessLimited
                || event instanceof SupervisionBegan) {
            clients.forEach(PushClient::tell);
        }
    }

    /** Asks each page whether it is still there: the place of one that was closed is free after two such rounds at most. */
    void knock() {
        clients.forEach(PushClient::knock);
    }

    /** Takes a place for one more page of this person; false when they have {@value #MOST}. */
    boolean takePlace(AccountId person) {
        if (held.merge(person, 1, Integer::sum) <= MOST) {
            return true;
        }
        giveBack(person);
        return false;
    }

    private void giveBack(AccountId person) {
        held.computeIfPresent(person, (who, now) -> now <= 1 ? null : now - 1);
    }

    /** After {@link #takePlace}; the place is given back when the page has gone. */
    void open(AsyncContext page, AccountId person) {
        PushClient client = new PushClient(page, gone -> {
            if (clients.remove(gone)) {
                giveBack(person);
            }
        });
        clients.add(client);
        client.begin();
    }

    /** How many pages are open on this node. */
    public int open() {
        return clients.size();
    }
}
