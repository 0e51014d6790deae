package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownTest {

    private static final SceneWords THERE = SceneWords.words("Written at home.");

    @Test
    void wordsThatThePageNeverShowedAreNotWrittenOver() {
        Known another = Known.parse(Known.of(SceneWords.words("Written in a tunnel.")));
        assertThat(another.unseen(THERE, SceneWords.words("Written in a tunnel, twice.")))
                .containsExactly("Written at home.");
        assertThat(another.unseen(THERE, SceneWords.words(null))).containsExactly("Written at home.");
    }

    @Test
    void whatItShowedOrSentMayBeChangedAndNothingIsLostWhereNothingWas() {
        Known shown = Known.parse("  00000000 " + Known.of(THERE));
        assertThat(shown.unseen(THERE, SceneWords.words("Written at home, again.")))
                .isEmpty();
        assertThat(Known.parse("").unseen(SceneWords.words(null), THERE)).isEmpty();
        assertThat(Known.parse("").unseen(THERE, SceneWords.words("\u3000Written at\r\nhome. ")))
                .isEmpty();
    }

    @Test
    void ofAPictureEachTextIsLookedAtByItself() {
        SceneWords there = SceneWords.picture("A door", "Mine");
        Known caption = Known.parse(Known.of(SceneWords.picture(null, "Mine")));
        assertThat(caption.unseen(there, SceneWords.picture("A door", "Ours"))).isEmpty();
        assertThat(caption.unseen(there, SceneWords.picture("A key", "Ours"))).containsExactly("A door");
    }

    /** FNV-1a has published values: the empty text, and "a" and "foobar" by their bytes. */
    @Test
    void theMarkIsThatOfFnv() {
        assertThat(Known.mark("")).isEqualTo("811c9dc5");
        assertThat(Known.mark("a")).isEqualTo("e40c292c");
        assertThat(Known.mark("foo bar")).isEqualTo("bf9cf968");
    }
}
