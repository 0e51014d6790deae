package org.mydirection.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class TrailReadingTest {

    private final House house;
    private final Cast cast;
    private final TrailReading reading;

    TrailReadingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.reading = house.get(TrailReading.class);
    }

    @Test
    void checkingTheChainIsOnRecord() {
        assertThat(reading.firstBroken(cast.grace())).isEmpty();
        assertThat(house.lastEntry().event()).isEqualTo("chain_checked");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.grace.value());
    }

    @Test
    void anEntryThatWasChangedIsFound() {
        house.change("update audit_entry set detail = 'other' where number = 3");

        assertThat(reading.firstBroken(cast.grace())).contains(3L);
    }
}
