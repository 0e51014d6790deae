package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

class CodeTriesTest {

    private final CodeTries tries = new CodeTries();
    private int opened;

    @Test
    void afterTenWrongOnesThatAddressAloneIsToldToWait() {
        for (int i = 0; i < CodeTries.FROM_ONE_PLACE; i++) {
            assertThatThrownBy(() -> wrong("192.0.2.1")).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> wrong("192.0.2.1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> wrong("192.0.2.2")).isInstanceOf(NotFound.class);
    }

    @Test
    void aRightOneOpensWhateverWasTriedBeforeItAndFromWherever() {
        for (int i = 0; i < 1_000; i++) {
            String from = i % 2 == 0 ? "192.0.2.1" : "198.51.100." + i;
            assertThatThrownBy(() -> wrong(from)).isInstanceOfAny(NotFound.class, Refused.class);
        }
        tries.use("192.0.2.1", () -> opened++);
        tries.use("203.0.113.1", () -> opened++);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void aRightOneDoesNotCount() {
        for (int i = 0; i < 3 * CodeTries.FROM_ONE_PLACE; i++) {
            tries.use("192.0.2.1", () -> opened++);
        }
        assertThatThrownBy(() -> wrong("192.0.2.1")).isInstanceOf(NotFound.class);
    }

    private void wrong(String from) {
        tries.use(from, () -> {
            throw new NotFound();
        });
    }
}
