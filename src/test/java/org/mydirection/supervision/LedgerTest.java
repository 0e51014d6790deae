package org.mydirection.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TakingBack;
import org.mydirection.plan.GoalId;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.Ledger.Row;
import org.mydirection.supervision.Ledger.Who;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** "Who can see my story now, and why", by the rule that decides; and what a yes or a taking back would touch. */
@OnBothDatabases
class LedgerTest {

    private final House house;
    private final Cast cast;
    private final GoalId goal;
    private final StoryId story;
    private final CollectionId collection;
    private final Ledger ledger;

    LedgerTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.goal = cast.goal(cast.ruth(), cast.maya);
        this.story = cast.approvedStory(cast.maya(), "Walking");
        this.collection = cast.mayasCollection(goal, story);
        this.ledger = house.get(Ledger.class);
    }

    @Test
    void everybodyWhoCanSeeItNowIsToldWithTheReason() {
        GoalId kofis = cast.goal(cast.tom(), cast.kofi);
        CollectionId forKofi = cast.collection(cast.lena(), cast.kofi, kofis, story);
        assertThat(ledger.whoSees(cast.maya(), story))
                .containsExactly(
                        new Row(Who.MY_PRACTITIONER, "Ruth Okafor", Purpose.OWN_SUPERVISION),
                        new Row(Who.GATHERERS, null, Purpose.OTHER_PEOPLE_SUPERVISION));

        house.get(Curation.class).publish(cast.tom(), forKofi);
        assertThat(ledger.whoSees(cast.maya(), story))
                .containsExactlyInAnyOrder(
                        new Row(Who.MY_PRACTITIONER, "Ruth Okafor", Purpose.OWN_SUPERVISION),
                        new Row(Who.OTHER_PERSON, null, Purpose.OTHER_PEOPLE_SUPERVISION),
                        new Row(Who.OTHER_PRACTITIONER, "Tom Reilly", Purpose.OTHER_PEOPLE_SUPERVISION),
                        new Row(Who.GATHERERS, null, Purpose.OTHER_PEOPLE_SUPERVISION));
        assertThat(ledger.stakes(cast.maya(), story).collections()).isEqualTo(2);

        house.get(TakingBack.class).takeBack(cast.maya(), story, Purpose.OTHER_PEOPLE_SUPERVISION);
        assertThat(ledger.whoSees(cast.maya(), story))
                .as("what was taken back is not told any more")
                .filteredOn(row -> row.purpose() == Purpose.OTHER_PEOPLE_SUPERVISION)
                .isEmpty();
        house.get(TakingBack.class).takeBack(cast.maya(), story);
        assertThat(ledger.whoSees(cast.maya(), story)).isEmpty();
        assertNotThere(() -> ledger.whoSees(cast.kofi(), story));
    }

    @Test
    void beforeAYesAndBeforeATakingBackItIsSaidWhatTheyTouch() {
        assertThat(ledger.stakes(cast.maya(), story)).isEqualTo(new Ledger.Stakes(1, 0, List.of()));

        Presenting presenting = house.get(Presenting.class);
        presenting.show(cast.ruth(), presenting.start(cast.ruth(), collection, goal, false), 0);
        assertThat(ledger.stakes(cast.maya(), story).showings()).isEqualTo(1);

        StoryId other = cast.shortStory(cast.maya(), "Nobody asked");
        assertThat(ledger.stakes(cast.maya(), other).any()).isFalse();
        assertNotThere(() -> ledger.stakes(cast.kofi(), story));
    }
}
