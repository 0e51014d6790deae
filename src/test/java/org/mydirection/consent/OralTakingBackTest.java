package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** Taking back on the word of the storyteller, by staff with a witness. */
@OnBothDatabases
class OralTakingBackTest extends MayasStory {

    private final OralTakingBack oral;

    OralTakingBackTest(House house, Cast cast) {
        super(house, cast);
        this.oral = house.get(OralTakingBack.class);
    }

    @Test
    void itTakesEffectTheSameAndNamesWhoDidItAndWhoWasThere() {
        oral.record(cast.tom(), " x000001 ", "", "Priya");

        assertThat(seen(story)).isFalse();
        assertThat(house.lastEntry().event()).isEqualTo("words_recorded");
        assertThat(house.lastEntry().subject()).isEqualTo(cast.priya.value());
        assertThat(house.value("select content from consent_event where kind = 'WITHDRAWN'")
                        .toString())
                .contains("witness=" + cast.priya.text(), "on_the_word_of_the_storyteller=true");
        assertThat(house.value("select actor from consent_event where kind = 'WITHDRAWN'"))
                .isEqualTo(cast.tom.value());
    }

    @Test
    void aReceiptNumberMeansThatStoryOnly() {
        StoryId other = cast.approvedStory(cast.maya(), "Cooking");
        String number = house.get(Receipts.class)
                .latest(cast.maya(), other)
                .orElseThrow()
                .number();

        oral.record(cast.lena(), "X000001", number, "priya");

        assertThat(seen(story)).isTrue();
        assertThat(house.get(Receipts.class)
                        .latest(cast.maya(), other)
                        .orElseThrow()
                        .status())
                .isEqualTo(ConsentStatus.WITHDRAWN);
    }

    @Test
    void withNothingToTakeBackItEndsTheSame() {
        oral.record(cast.tom(), "X000002", "", "priya");
        oral.record(cast.tom(), "X000001", "0000-0000", "priya");

        assertThat(seen(story)).isTrue();
        assertThat(house.lastEntry().event()).isEqualTo("words_recorded");
    }

    @Test
    void itNeedsAPersonAndAnotherMemberOfStaffAsWitness() {
        assertRefused(
                () -> oral.record(cast.tom(), "X999999", "", "tom"), "oral.person_unknown", "oral.witness_missing");
        assertRefused(() -> oral.record(cast.tom(), "X000001", "", "kofi"), "oral.witness_missing");
        assertRefused(() -> oral.record(cast.tom(), null, null, null), "oral.person_unknown", "oral.witness_missing");
        assertNotThere(() -> oral.record(cast.kofi(), "X000001", "", "priya"));
        assertThat(seen(story)).isTrue();
    }

    @Test
    void theWitnessSaysOnceWhetherTheyWereThereAndANoOpensNothing() {
        Witnessing witnessing = house.get(Witnessing.class);
        oral.record(cast.tom(), "X000001", "", "priya");

        assertThat(witnessing.waiting(cast.alan())).isEmpty();
        assertThat(witnessing.waiting(cast.priya())).singleElement().satisfies(row -> assertThat(row.by())
                .isEqualTo("Tom Reilly"));
        UUID word = witnessing.waiting(cast.priya()).get(0).id();
        assertNotThere(() -> witnessing.answer(cast.alan(), word, true));
        assertNotThere(() -> witnessing.answer(cast.tom(), word, true));
        assertNotThere(() -> witnessing.answer(cast.maya(), word, true));

        witnessing.answer(cast.priya(), word, false);

        assertThat(house.lastEntry().event()).isEqualTo("witness_denied");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.priya.value());
        assertThat(seen(story)).as("a no opens nothing").isFalse();
        assertThat(witnessing.waiting(cast.priya())).isEmpty();
        assertNotThere(() -> witnessing.answer(cast.priya(), word, true));
        oral.record(cast.tom(), "X000001", "", "priya");
        witnessing.answer(cast.priya(), witnessing.waiting(cast.priya()).get(0).id(), true);
        assertThat(house.lastEntry().event()).isEqualTo("witness_confirmed");
    }
}
