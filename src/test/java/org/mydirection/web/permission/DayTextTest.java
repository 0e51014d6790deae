package org.mydirection.web.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-03", "3/2/2027", "03/02/2027", " 3. 2. 2027 ", "3 2 2027"})
    void aDayIsReadAsABrowserSendsItAndAsPeopleTypeIt(String text) {
        assertThat(DayText.read(text)).contains(LocalDate.of(2027, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31/2/2027", "2027-02-30", "3/2", "3/2/27", "2/31/2027"})
    void whatIsNoDayIsNotGuessed(String text) {
        assertThat(DayText.read(text)).isEmpty();
    }
}
