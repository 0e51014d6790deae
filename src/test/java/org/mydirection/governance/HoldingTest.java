package org.mydirection.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.story.HoldId;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

@OnBothDatabases
class HoldingTest {

    private final House house;
    private final Cast cast;
    private final Holding holding;

    HoldingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.holding = house.get(Holding.class);
    }

    @Test
    void aHoldHidesAStoryFromEverybodyButItsStorytellerUntilItIsLifted() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(cast.goal(cast.ruth(), cast.maya), story);
        Visibility visibility = house.get(Visibility.class);

        HoldId hold = holding.place(cast.grace(), story, StoryHold.Kind.LEGAL, "A court asked for it");
        assertThat(visibility.list(cast.ruth(), collection)).isEmpty();
        assertThat(visibility.list(cast.maya(), collection)).isEmpty();
        assertThat(visibility.see(cast.maya(), new Through.Own(), story)).isPresent();
        assertThat(holding.inForce(cast.grace())).hasSize(1);

        holding.lift(cast.grace(), hold);
        assertThat(visibility.list(cast.ruth(), collection)).hasSize(1);
        assertThat(house.lastEntry().event()).isEqualTo("hold_lifted");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.grace.value());
    }

    @Test
    void onlyTheGovernanceOfficerPlacesOne() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");

        assertNotThere(() -> holding.place(cast.anil(), story, StoryHold.Kind.LEGAL, "x"));
        assertNotThere(() -> holding.place(cast.priya(), story, StoryHold.Kind.LEGAL, "x"));
        assertNotThere(() -> holding.inForce(cast.ruth()));
    }

    @Test
    void aReasonIsNeededAndAStoryThatIsThere() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");

        assertRefused(() -> holding.place(cast.grace(), story, StoryHold.Kind.LEGAL, " "), "hold.reason_missing");
        assertNotThere(() -> holding.place(
                cast.grace(), new StoryId(UUID.randomUUID()), StoryHold.Kind.LEGAL, "A court asked for it"));
    }
}
