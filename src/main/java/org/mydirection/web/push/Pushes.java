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
import org.mydirection.story.StoryId;
import org.mydirection.web.push.PushClient.News;

/**
 * The open pages of this node. When a story was hidden from everybody, a page that shows it is told to clear itself; when it is
 * not known what a page shows, or for whom something was hidden, it is told to look again. After the commit. What is said names
 * nothing; a page that hears nothing asks each few seconds anyway.
 */
@ApplicationScoped
public class Pushes {

    /** The most pages that one person has open here at once; each further one asks by itself, as all do each few seconds. */
    static final int MOST = 20;

    private final Set<PushClient> clients = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, Integer> held = new ConcurrentHashMap<>();

    void hidden(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        if (event instanceof StoryHidden hidden) {
            boolean forAll = hidden.only() == null;
            for (PushClient client : clients) {
                if (client.mayShow(hidden.story())) {
                    client.tell(forAll && client.shows(hidden.story()) ? News.GONE : News.LOOK);
                }
            }
        } else if (event instanceof HoldPlaced || event instanceof AccessLimited || event instanceof SupervisionBegan) {
            clients.forEach(client -> client.tell(News.LOOK));
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

    /** After {@link #takePlace}; the place is given back when the page has gone. For the story see {@link PushClient}. */
    void open(AsyncContext page, AccountId person, StoryId story) {
        PushClient client = new PushClient(page, story, gone -> {
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
