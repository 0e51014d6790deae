package org.mydirection.web.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.servlet.AsyncContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mydirection.caseload.CaseKeeping.AccessLimited;
import org.mydirection.caseload.CaseKeeping.SupervisionBegan;
import org.mydirection.consent.StoryHidden;
import org.mydirection.governance.Holding.HoldPlaced;
import org.mydirection.shared.DomainEvent;

/**
 * The open pages of this node. When something was hidden, each is told to look again, after the commit. What is said is
 * the same to all and names nothing; a page that hears nothing asks each second anyway.
 */
@ApplicationScoped
public class Pushes {

    private final Set<PushClient> clients = ConcurrentHashMap.newKeySet();

    void hidden(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        if (event instanceof StoryHidden
                || event instanceof HoldPlaced
                || event instanceof AccessLimited
                || event instanceof SupervisionBegan) {
            clients.forEach(PushClient::tell);
        }
    }

    void open(AsyncContext page) {
        PushClient client = new PushClient(page, clients::remove);
        clients.add(client);
        client.begin();
    }

    /** How many pages are open on this node. */
    public int open() {
        return clients.size();
    }
}
