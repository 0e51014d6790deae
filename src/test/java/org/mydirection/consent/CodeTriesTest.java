package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTriesTest {

    private final CodeTries tries = new CodeTries();

    @Test
    void tenWrongOnesCloseItForThatAddressAlone() {
        for (int i = 0; i < CodeTries.FROM_ONE_PLACE; i++) {
            assertThat(tries.take("192.0.2.1")).isTrue();
        }
        assertThat(tries.take("192.0.2.1")).isFalse();
        assertThat(tries.take("192.0.2.2")).isTrue();
    }

    @Test
    void aRightOneDoesNotCount() {
        for (int i = 0; i < 3 * CodeTries.FROM_ONE_PLACE; i++) {
            assertThat(tries.take("192.0.2.1")).isTrue();
            tries.giveBack("192.0.2.1");
        }
    }

    @Test
    void manyAddressesTogetherCloseItForEveryone() {
        for (int i = 0; i < CodeTries.FROM_ANYWHERE; i++) {
            assertThat(tries.take("198.51.100." + i)).isTrue();
        }
        assertThat(tries.take("203.0.113.1")).isFalse();
    }
}
