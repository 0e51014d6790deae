package org.mydirection.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInTriesTest {

    private static final String HERE = "192.0.2.1";

    private final SignInTries tries = new SignInTries();

    @Test
    void fiveTriesCloseANameForThatPlaceOnly() {
        for (int i = 0; i < 5; i++) {
            assertThat(tries.mustWait("maya", HERE)).isFalse();
            assertThat(tries.take("maya", HERE)).isTrue();
        }

        assertThat(tries.mustWait(" MAYA ", HERE)).isTrue();
        assertThat(tries.take("maya", HERE)).isFalse();
        assertThat(tries.mustWait("maya", "192.0.2.2")).isFalse();
        assertThat(tries.mustWait("danny", HERE)).isFalse();
    }

    @Test
    void fiftyTriesFromManyPlacesCloseANameForEveryone() {
        for (int i = 0; i < 50; i++) {
            assertThat(tries.take("maya", "192.0.2." + i)).isTrue();
        }

        assertThat(tries.mustWait("maya", "198.51.100.1")).isTrue();
        assertThat(tries.take("maya", "198.51.100.1")).isFalse();
    }

    @Test
    void theRightPassphraseGivesTheTriesBack() {
        for (int i = 0; i < 200; i++) {
            assertThat(tries.take("maya", HERE)).isTrue();
            tries.giveBack("maya", HERE);
        }

        assertThat(tries.mustWait("maya", HERE)).isFalse();
    }
}
