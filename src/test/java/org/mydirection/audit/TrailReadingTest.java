package org.mydirection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class TrailReadingTest {

    private static final TrailReading.Filter EVERYTHING = new TrailReading.Filter(null, null, null, null, null, null);

    private final House house;
    private final Cast cast;
    private final TrailReading reading;

    TrailReadingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        reading = house.get(TrailReading.class);
        cast.shortStory(cast.maya(), "Walking");
        cast.shortStory(cast.kofi(), "Fishing");
    }

    @Test
    void theTrailIsReadNewestFirstAndReadingItIsOnRecord() {
        List<AuditEntry> entries = reading.read(cast.grace(), EVERYTHING, null);

        assertThat(entries).extracting(AuditEntry::number).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(house.lastEntry().event()).isEqualTo("trail_read");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.grace.value());
        for (var other : List.of(cast.maya(), cast.ruth(), cast.priya(), cast.lena(), cast.anil())) {
            assertThatThrownBy(() -> reading.read(other, EVERYTHING, null)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reading.firstBroken(other)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void theTrailIsFilteredByWhoWhatWhomAndWhen() {
        assertThat(filtered("story_begun", null, null)).hasSize(2);
        assertThat(filtered(null, cast.kofi.value(), null))
                .isNotEmpty()
                .allMatch(entry -> cast.kofi.value().equals(entry.actor()));
        assertThat(filtered(null, null, cast.maya.value()))
                .isNotEmpty()
                .allMatch(entry -> cast.maya.value().equals(entry.person()));
        house.clock().advance(Duration.ofDays(1));
        StoryId late = cast.shortStory(cast.maya(), "Late");
        var today = house.clock().today();
        assertThat(reading.read(
                        cast.grace(), new TrailReading.Filter(null, null, null, late.value(), today, today), null))
                .hasSize(4);
        assertThat(reading.read(
                        cast.grace(),
                        new TrailReading.Filter(null, null, null, late.value(), null, today.minusDays(1)),
                        null))
                .isEmpty();
        assertThat(reading.events(cast.grace())).contains("story_begun", "story_written");
    }

    @Test
    void aPageEndsAtFiftyAndTheNextBeginsThere() {
        for (int i = 0; i < 60; i++) {
            reading.read(cast.grace(), EVERYTHING, null);
        }
        List<AuditEntry> first = reading.read(cast.grace(), EVERYTHING, null);
        assertThat(first).hasSize(TrailReading.PAGE);
        long last = first.get(49).number();
        assertThat(reading.read(cast.grace(), EVERYTHING, last).get(0).number()).isEqualTo(last - 1);
    }

    @Test
    void theChainIsWhole() {
        assertThat(reading.firstBroken(cast.grace())).isEmpty();
        assertThat(house.value("select last_number from audit_head")).isEqualTo(house.count("audit_entry"));
    }

    @Test
    void aChangedEntryIsFound() {
        house.change("update audit_entry set actor = ? where number = 5", UUID.randomUUID());
        assertThat(reading.firstBroken(cast.grace())).contains(5L);
    }

    @Test
    void aRemovedEntryIsFound() {
        house.change("delete from audit_entry where number = 4");
        assertThat(reading.firstBroken(cast.grace())).contains(4L);
    }

    @Test
    void aCutTailIsFound() {
        long last = house.count("audit_entry");
        house.change("delete from audit_entry where number = ?", last);
        assertThat(reading.firstBroken(cast.grace())).contains(last);
    }

    @Test
    void aTransactionWithoutItsEntryDoesNotHappen() {
        house.change("delete from audit_head");
        assertThatThrownBy(() -> cast.shortStory(cast.maya(), "Lost")).isInstanceOf(RuntimeException.class);
        assertThat(house.count("story")).isEqualTo(2);
    }

    private List<AuditEntry> filtered(String event, UUID actor, UUID person) {
        return reading.read(cast.grace(), new TrailReading.Filter(event, actor, person, null, null, null), null);
    }
}
