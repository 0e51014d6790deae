package org.mydirection.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void nobodyHasNoRightPassphrase() {
        assertThat(Passphrases.matches("kettle-river-lamp", null)).isFalse();
    }
}
