package org.mydirection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Notice.Passage;
import org.mydirection.web.Passages.Block;
import org.mydirection.web.Passages.Kind;

class PassagesTest {

    @Test
    void linesThatBelongTogetherAreOneBlock() {
        Passage passage = new Passage(
                "key", "title", List.of("One.", "Two.", "- a", "- b", "Three.", "# First", "# Second", "Four."));
        assertThat(new Passages().blocks(passage))
                .containsExactly(
                        new Block(Kind.TEXT, List.of("One.", "Two.")),
                        new Block(Kind.LIST, List.of("a", "b")),
                        new Block(Kind.TEXT, List.of("Three.")),
                        new Block(Kind.HEADING, List.of("First")),
                        new Block(Kind.HEADING, List.of("Second")),
                        new Block(Kind.TEXT, List.of("Four.")));
    }
}
