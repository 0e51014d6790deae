package org.mydirection.identity;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often signing in was tried. Five wrong tries for a name from one network address close it for that address for 15
 * minutes, and fifty from all addresses together close it for everyone, whether or not the name exists, so that the
 * answer tells nothing and a stranger who knows a name cannot keep its owner out by five tries. The counts are kept in
 * memory, for the 20,000 names, and names and places, tried last.
 */
@ApplicationScoped
public class SignInTries {

    private static final int FROM_ONE_PLACE = 5;
    private static final int FROM_ANYWHERE = 50;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int KEPT = 20_000;

    private final Map<String, Bucket> left = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    });

    /** Whether this name was tried too often and has to wait. */
    public boolean mustWait(String name, String from) {
        return here(name, from).getAvailableTokens() == 0 || anywhere(name).getAvailableTokens() == 0;
    }

    /** Counts one try; false when there was none left. */
    public boolean take(String name, String from) {
        return here(name, from).tryConsume(1) && anywhere(name).tryConsume(1);
    }

    /** The try was right: all tries are there again for this place, and this one for everyone. */
    public void giveBack(String name, String from) {
        here(name, from).addTokens(FROM_ONE_PLACE);
        anywhere(name).addTokens(1);
    }

    private Bucket here(String name, String from) {
        return bucket(Accounts.normal(name) + "\n" + from, FROM_ONE_PLACE);
    }

    private Bucket anywhere(String name) {
        return bucket(Accounts.normal(name), FROM_ANYWHERE);
    }

    private Bucket bucket(String key, int most) {
        return left.computeIfAbsent(key, tried -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillIntervally(most, PAUSE))
                .build());
    }
}
