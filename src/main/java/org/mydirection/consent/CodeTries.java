package org.mydirection.consent;

import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/**
 * How often wrong codes of others in stories were tried. Ten wrong ones from one network address within 15 minutes, and
 * whoever goes on there is told to wait. A right one always opens, whatever was tried before it and from wherever: somebody
 * who is in a story and says no must not be shut out by other people's guesses, nor by everybody behind the same proxy.
 * Against guessing there is the code itself: it has 80 bits, so that ten thousand tries a second for a year hit one of a
 * million open codes with a chance below one in a million. The counts are kept in memory, for the 20,000 addresses that
 * tried last.
 */
@ApplicationScoped
public class CodeTries {

    static final int FROM_ONE_PLACE = 10;
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int KEPT = 20_000;

    private final Map<String, Bucket> places = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEPT;
        }
    });

    /**
     * Uses a code. Refused: {@code others.too_many_codes} for a wrong one after too many; {@link NotFound} for a wrong one
     * before that.
     *
     * @param from the network address
     */
    public void use(String from, Runnable code) {
        try {
            code.run();
        } catch (NotFound wrong) {
            if (!at(from).tryConsume(1)) {
                throw Refused.because("others.too_many_codes");
            }
            throw wrong;
        }
    }

    private Bucket at(String from) {
        return places.computeIfAbsent(from, place -> bucket());
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(FROM_ONE_PLACE).refillIntervally(FROM_ONE_PLACE, PAUSE))
                .build();
    }
}
