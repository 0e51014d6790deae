package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** A yes means what stood on the page where it was said, however many windows there are. */
@OnBothDatabases
class OfferTest {

    private final Asking asking;
    private final Giving giving;
    private final Receipts receipts;
    private final Cast cast;

    OfferTest(House house, Cast cast) {
        this.asking = house.get(Asking.class);
        this.giving = house.get(Giving.class);
        this.receipts = house.get(Receipts.class);
        this.cast = cast;
    }

    @Test
    void aYesToWhatWasOfferedCounts() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        String mark = giving.offer(cast.maya(), story, Locale.UK);

        assertThat(giving.offer(cast.maya(), story, Locale.UK))
                .as("looked at again")
                .isEqualTo(mark);
        giving.confirm(cast.maya(), story, mark);

        assertThat(receipts.latest(cast.maya(), story).orElseThrow().yes()).containsExactly(Purpose.OWN_SUPERVISION);
    }

    @Test
    void aYesFromAWindowThatShowsOlderAnswersDoesNot() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        String older = giving.offer(cast.maya(), story, Locale.UK);
        asking.answer(cast.maya(), story, Purpose.COMMUNITY_PARTNER, true);
        asking.sayBack(cast.maya(), story, new TeachBack("Ruth, and a charity", null, null));
        giving.offer(cast.maya(), story, Locale.UK);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> giving.confirm(cast.maya(), story, older))
                .satisfies(refused ->
                        assertThat(refused.refusals()).containsExactly(Refusal.of("permission.changed_since")));
        assertThat(receipts.latest(cast.maya(), story)).isEmpty();
    }

    @Test
    void aYesWithoutTheMarkOfAPageDoesNot() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        giving.offer(cast.maya(), story, Locale.UK);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> giving.confirm(cast.maya(), story, ""));
    }
}
