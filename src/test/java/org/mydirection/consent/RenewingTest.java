package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.testing.TestClock;

/** The end of a permission, by the clock of London, and saying yes again. */
@OnBothDatabases
class RenewingTest extends MayasStory {

    private final Renewing renewing;

    RenewingTest(House house, Cast cast) {
        super(house, cast);
        this.renewing = house.get(Renewing.class);
    }

    @Test
    void theStorytellerIsToldFourWeeksAndOneWeekBefore() {
        LocalDate last = house.clock().today().plusDays(30);
        assertThat(renewing.ending(cast.maya())).isEmpty();
        house.clock().advance(Duration.ofDays(2));
        assertThat(renewing.ending(cast.maya())).singleElement().satisfies(ending -> {
            assertThat(ending.days()).isEqualTo(28);
            assertThat(ending.lastDay()).isEqualTo(last);
            assertThat(ending.soon()).isFalse();
        });
        house.clock().advance(Duration.ofDays(21));
        assertThat(renewing.ending(cast.maya())).singleElement().matches(Renewing.Ending::soon);
        house.clock().advance(Duration.ofDays(8));
        assertThat(renewing.ending(cast.maya())).isEmpty();
    }

    @Test
    void nothingRenewsByItselfAndOneYesRenewsIt() {
        LocalDate last = house.clock().today().plusDays(30);
        renewing.renew(cast.maya(), story, last.plusDays(10), Locale.UK);
        house.clock().advance(Duration.ofDays(40));
        assertThat(seen(story)).isTrue();
        house.clock().advance(Duration.ofDays(1));
        assertThat(seen(story)).isFalse();
        assertRefused(
                () -> renewing.renew(cast.maya(), story, house.clock().today().plusDays(1), Locale.UK),
                "permission.expired");
    }

    @Test
    void aDayThatCannotBeIsRefused() {
        LocalDate today = house.clock().today();
        assertRefused(() -> renewing.renew(cast.maya(), story, null, Locale.UK), "permission.last_day_missing");
        assertRefused(() -> renewing.renew(cast.maya(), story, today.minusDays(1), Locale.UK), "error.date_past");
        assertRefused(() -> renewing.renew(cast.maya(), story, today.plusYears(2), Locale.UK), "error.date_far");
        assertRefused(() -> renewing.renew(cast.maya(), story, today.plusDays(30), Locale.UK), "permission.not_later");
        assertNotThere(() -> renewing.renew(cast.kofi(), story, today.plusDays(60), Locale.UK));
    }

    /** DESIGN §8, "clock edge": the clocks of London go forward on 28 March 2027 and back on 31 October 2027. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 2027-03-27T23:59:59Z, 2027-03-28T00:00:00Z",
        "2027-03-28, 2027-03-28T22:59:59Z, 2027-03-28T23:00:00Z",
        "2027-10-30, 2027-10-30T22:59:59Z, 2027-10-30T23:00:00Z",
        "2027-10-31, 2027-10-31T23:59:59Z, 2027-11-01T00:00:00Z"
    })
    void theLastDayIsIncludedInLondonInSummerAndInWinter(LocalDate last, Instant inside, Instant outside) {
        house.settings().put("consent.most.months", "12");
        renewing.renew(cast.maya(), story, last, Locale.UK);
        house.clock().set(inside);
        assertThat(seen(story)).isTrue();
        house.clock().set(outside);
        assertThat(seen(story)).isFalse();
    }

    @Test
    void aClockThatJumpsBackOpensNothingThatWasNotOpen() {
        house.clock().set(TestClock.START.minus(Duration.ofDays(2)));
        assertThat(seen(story)).isFalse();
        house.clock().set(TestClock.START.plus(Duration.ofDays(400)));
        assertThat(seen(story)).isFalse();
        house.clock().set(TestClock.START);
        assertThat(seen(story)).isTrue();
    }
}
