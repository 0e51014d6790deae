package org.mydirection.consent;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often codes of others in stories were tried. Ten wrong ones from one network address close it for that address for 15
 * minutes, and 300 from all addresses together close it for everyone: a code has 60 bits, so that at that pace the chance to
 * hit one of a million open codes within a year is below one in 100,000. The counts are kept in memory, for the 20,000
 * addresses that tried last.
 */
@ApplicationScoped
public class CodeTries {

    static final int FROM_ONE_PLACE = 10;
    static final int FROM_ANYWHERE = 300;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int KEPT = 20_000;

    private final Bucket anywhere = bucket(FROM_ANYWHERE);

    private final Map<String, Bucket> places = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    });

    /**
     * Counts one try; false when there was none left.
     *
     * @param from the network address
     */
    public boolean take(String from) {
        return at(from).tryConsume(1) && anywhere.tryConsume(1);
    }

    /** The code was right: the try does not count. */
    public void giveBack(String from) {
        at(from).addTokens(1);
        anywhere.addTokens(1);
    }

    private Bucket at(String from) {
        return places.computeIfAbsent(from, place -> bucket(FROM_ONE_PLACE));
    }

    private static Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillIntervally(most, PAUSE))
                .build();
    }
}
