package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A starter that is killed. By its name the last of the journeys, which none of them needs a server after. */
class AbandonedJourney {

    @Test
    void theServerEndsWithAStarterThatWasKilled() {
        List<ProcessHandle> server = Server.abandoned();

        assertThat(server).hasSize(1);
        await().atMost(Duration.ofSeconds(30)).until(() -> server.stream().noneMatch(ProcessHandle::isAlive));
    }
}
