package org.mydirection.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mydirection.shared.StartRefused;

class PassphrasesTest {

    @Test
    void aPassphraseIsKeptAtTheCostThatOwaspNamesUnderASaltOfItsOwn() {
        String hash = Passphrases.hash("kettle-river-lamp");

        assertThat(hash).startsWith("pbkdf2-sha512$210000$").isNotEqualTo(Passphrases.hash("kettle-river-lamp"));
        assertThat(Passphrases.matches("kettle-river-lamp", hash)).isTrue();
        assertThat(Passphrases.matches("kettle-river-lamb", hash)).isFalse();
    }

    @Test
    void aHashIsReadAtTheCostItWasMadeWith() {
        assertThat(Passphrases.matches("kettle-river-lamp", QuickHash.of("kettle-river-lamp")))
                .isTrue();
    }

    @Test
    void onlyADemoStartsWithFewerRounds() {
        assertThatCode(() -> Passphrases.requireFullCost(210_000, false)).doesNotThrowAnyException();
        assertThatCode(() -> Passphrases.requireFullCost(2_100, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Passphrases.requireFullCost(209_999, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("passphrase.rounds");
    }

    @Test
    void nobodyHasNoRightPassphrase() {
        assertThat(Passphrases.matches("kettle-river-lamp", null)).isFalse();
    }
}
