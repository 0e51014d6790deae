package org.mydirection.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of the application. Instants are UTC; a date without a time is a day in London. */
@ApplicationScoped
public class Times {

    /** Where a day begins and ends (DESIGN §8, "clock edge"). */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Produces
    @ApplicationScoped
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** The day in London at that instant. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }
}
