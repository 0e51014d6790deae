package org.mydirection.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanRequestTest {

    @Test
    void whatPeopleWriteStaysAsItIs() {
        String text = "Café\r\n\tIt’s ‘fine’ \uD83D\uDE00 \u05E9\u05DC\u05D5\u05DD \u200F Siân <b>#{me.name}</b> {0}";

        assertThat(CleanRequest.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 0x1b, 0x7f, 0x85, 0x9f, 0xd800, 0xdfff, 0x202a, 0x202e, 0x2066, 0x2069})
    void whatNobodyCanSeeIsLeftOut(int character) {
        assertThat(CleanRequest.clean("a" + new String(Character.toChars(character)) + "b"))
                .isEqualTo("ab");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(CleanRequest.clean(null)).isNull();
        assertThat(CleanRequest.clean("\0")).isEmpty();
    }
}
