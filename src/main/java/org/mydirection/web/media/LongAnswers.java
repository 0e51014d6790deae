package org.mydirection.web.media;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mydirection.consent.StoryHidden;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.DomainEvent;

/**
 * The long answers that go out now. Each keeps a thread of the server while its client reads slowly, and the server must have
 * threads left: whoever takes a story back may not wait for those who listen to it. What was hidden from everybody is cut at
 * once on this node; that it is cut everywhere rests on each answer being decided again while it goes out.
 */
@ApplicationScoped
class LongAnswers {

    /** In all: the server has 1,000 threads ({@code launch.ServerProcess}), and a part of them is for everything else. */
    static final int MOST = 700;

    /** Of one person: what five browsers ask for at once, which open six connections each. */
    static final int MOST_OF_ONE = 30;

    private final Set<LongAnswer> open = ConcurrentHashMap.newKeySet();
    private final Map<AccountId, Integer> each = new HashMap<>();
    private int all;

    /**
     * One more begins; empty when there are too many of that person or of all. It is owed a {@link LongAnswer#close}.
     *
     * @param story the story that is shown to somebody else by it; null when it is one's own or another way is looked at
     * @param cut ends it from another thread; may be called when it is over
     */
    Optional<LongAnswer> begin(AccountId account, UUID story, Runnable cut) {
        synchronized (this) {
            int before = each.getOrDefault(account, 0);
            if (all >= MOST || before >= MOST_OF_ONE) {
                return Optional.empty();
            }
            all++;
            each.put(account, before + 1);
        }
        LongAnswer answer = new LongAnswer(account, story, cut);
        open.add(answer);
        return Optional.of(answer);
    }

    /** Before the open pages are told, which takes longer. */
    void hidden(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(Interceptor.Priority.APPLICATION)
                    DomainEvent event) {
        if (event instanceof StoryHidden hidden && hidden.only() == null && hidden.story() != null) {
            open.stream().filter(answer -> hidden.story().equals(answer.story)).forEach(answer -> answer.cut.run());
        }
    }

    private synchronized void end(AccountId account) {
        all--;
        each.computeIfPresent(account, (whose, count) -> count == 1 ? null : count - 1);
    }

    /** One of them. */
    final class LongAnswer {

        private final AccountId account;
        private final UUID story;
        private final Runnable cut;

        private LongAnswer(AccountId account, UUID story, Runnable cut) {
            this.account = account;
            this.story = story;
            this.cut = cut;
        }

        /** It is over. */
        void close() {
            if (open.remove(this)) {
                end(account);
            }
        }
    }
}
