package org.mydirection.web.permission;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** Reads a day as a browser's date field sends it (2027-02-23) or as a person types it (23/2/2027, 23.2.2027, 23 2 2027). */
final class DayText {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private DayText() {}

    /** The day; empty when the text is no day there is. */
    static Optional<LocalDate> read(String text) {
        String even = text.strip().replaceAll("\\s*[/. ]\\s*", "/");
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(even, form));
            } catch (DateTimeException notInThisForm) {
                // The next form may fit.
                continue;
            }
        }
        return Optional.empty();
    }
}
