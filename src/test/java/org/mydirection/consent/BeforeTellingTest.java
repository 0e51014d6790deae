package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** The limits of confidentiality before a first word, and that they were gone through. */
@OnBothDatabases
class BeforeTellingTest {

    private final House house;
    private final Cast cast;
    private final BeforeTelling before;

    BeforeTellingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.before = house.get(BeforeTelling.class);
    }

    @Test
    void whoWentThroughThemIsOnRecordWithWhatWasSaid() {
        assertThat(before.knows(cast.maya())).isFalse();

        before.shown(cast.maya(), Locale.forLanguageTag("cy-simple"), List.of("First.", "Second."));

        assertThat(before.knows(cast.maya())).isTrue();
        assertThat(before.knows(cast.kofi())).isFalse();
        assertThat(house.value("select said from limits_shown")).isEqualTo("First.\nSecond.");
        Notice notice = house.get(Notices.class).current(Locale.forLanguageTag("cy-simple"));
        assertThat(house.value("select notice_hash from limits_shown")).isEqualTo(notice.hash());
        assertThat(house.value("select language from limits_shown")).isEqualTo(notice.language());
        assertThat(house.lastEntry().event()).isEqualTo("limits_read");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
    }

    @Test
    void anotherVersionOfTheNoticeIsGoneThroughAnew() {
        before.shown(cast.maya(), Locale.UK, List.of("First."));
        house.change("update limits_shown set notice_version = notice_version - 1");

        assertThat(before.knows(cast.maya())).isFalse();
    }

    @Test
    void onlyWhoMayTellGoesThroughThem() {
        assertThatThrownBy(() -> before.shown(cast.priya(), Locale.UK, List.of("First.")))
                .isInstanceOf(org.mydirection.shared.NotFound.class);
    }
}
