package org.mydirection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;

import org.junit.jupiter.api.Test;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class ChainTest {

    private static final TrailReading.Filter ALL = new TrailReading.Filter(null, null, null, null, null, null);

    private final House house;
    private final Cast cast;
    private final TrailReading trail;
    private final StoryId story;

    ChainTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.trail = house.get(TrailReading.class);
        this.story = cast.sentStory(cast.maya(), "Walking");
    }

    @Test
    void anUntouchedTrailIsWhole() {
        assertThat(trail.firstBroken(cast.grace())).isEmpty();
    }

    @Test
    void anEntryThatWasChangedIsFound() {
        house.change("update audit_entry set actor = null where number = 5");

        assertThat(trail.firstBroken(cast.grace())).contains(5L);
    }

    @Test
    void anEntryThatWasRemovedIsFound() {
        house.change("delete from audit_entry where number = 4");

        assertThat(trail.firstBroken(cast.grace())).contains(4L);
    }

    @Test
    void aTailThatWasCutIsFound() {
        long last = house.count("audit_entry");
        house.change("delete from audit_entry where number = " + last);

        assertThat(trail.firstBroken(cast.grace())).contains(last);
    }

    @Test
    void onlyTheGovernanceOfficerReadsItAndReadingIsOnRecord() {
        assertNotThere(() -> trail.read(cast.anil(), ALL, null));
        assertNotThere(() -> trail.read(cast.ruth(), ALL, null));
        assertNotThere(() -> trail.firstBroken(cast.priya()));

        assertThat(trail.read(cast.grace(), ALL, null)).isNotEmpty();
        assertThat(house.lastEntry().event()).isEqualTo("trail_read");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.grace.value());
    }

    @Test
    void theTrailIsFilteredByStoryPersonActorAndEvent() {
        TrailReading.Filter filter = new TrailReading.Filter(
                "story_submitted",
                cast.maya.value(),
                cast.maya.value(),
                story.value(),
                house.clock().today(),
                null);

        assertThat(trail.read(cast.grace(), filter, null)).singleElement().satisfies(entry -> assertThat(entry.event())
                .isEqualTo("story_submitted"));
        assertThat(trail.read(
                        cast.grace(), new TrailReading.Filter(null, cast.kofi.value(), null, null, null, null), null))
                .isEmpty();
    }
}
