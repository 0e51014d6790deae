package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionsTest {

    @Test
    void eachSentenceIsACaptionWithItsShareOfTheTime() {
        assertThat(Captions.webVtt("One two three. Four five six!", 4_000)).isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:02.000
                        One two three.

                        00:00:02.000 --> 00:00:04.000
                        Four five six!
                        """);
    }

    @Test
    void aLongSentenceIsCutBetweenWords() {
        String sentence = "word ".repeat(40).strip();
        assertThat(Captions.split(sentence)).allMatch(caption -> caption.length() <= Captions.MOST_LETTERS);
        assertThat(String.join(" ", Captions.split(sentence))).isEqualTo(sentence);
    }

    @Test
    void aWordLongerThanACaptionStaysWhole() {
        assertThat(Captions.split("a " + "x".repeat(100))).containsExactly("a", "x".repeat(100));
    }

    @Test
    void theListHoldsTheWordsAsTheyWereWritten() {
        assertThat(Captions.timed("<i>a</i>? b & c.", 1_500))
                .containsExactly(new Captions.Caption(0, 900, "<i>a</i>?"), new Captions.Caption(900, 1_500, "b & c."));
        assertThat(Captions.timed(null, 1_500)).isEmpty();
    }

    @Test
    void noWordsGiveNoCaptions() {
        assertThat(Captions.webVtt(null, 1_000)).isEqualTo("WEBVTT\n");
        assertThat(Captions.webVtt(" \n ", 1_000)).isEqualTo("WEBVTT\n");
    }

    @Test
    void nothingInATranscriptIsMarkup() {
        assertThat(Captions.webVtt("<i>a</i> & b --> c", 1_000)).contains("&lt;i&gt;a&lt;/i&gt; &amp; b --&gt; c");
    }
}
