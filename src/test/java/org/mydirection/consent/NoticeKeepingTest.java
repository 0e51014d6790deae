package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** The text that a permission is bound to: changed, found wrong, deleted by hand. */
@OnBothDatabases
class NoticeKeepingTest extends MayasStory {

    private final NoticeKeeping keeping;

    NoticeKeepingTest(House house, Cast cast) {
        super(house, cast);
        this.keeping = house.get(NoticeKeeping.class);
    }

    @Test
    void aNoticeThatWasChangedAsksAgain() {
        house.change("update consent_notice set version = 0");
        house.change("update consent set notice_version = 0");
        house.change("update consent_notice set hash = 'of the older text'");
        house.change("update consent set notice_hash = 'of the older text'");
        assertThat(seen(story)).isTrue();

        assertThat(keeping.keep()).isEqualTo(1);
        assertThat(keeping.keep()).isZero();

        assertThat(seen(story)).isFalse();
        assertThat(house.get(Suspending.class).changed(cast.maya(), story)).contains(Change.NOTICE);
        house.get(Suspending.class).reconfirm(cast.maya(), story, Locale.UK);
        assertThat(seen(story)).isTrue();
    }

    @Test
    void aNewerNoticeHidesAtOnceBeforeAnybodyWasAsked() {
        house.change("update consent_notice set replaced_at = kept_at");
        assertThat(seen(story)).isFalse();
    }

    @Test
    void aWrongNoticeMakesItsRecordsVoid() {
        String hash = (String) house.value("select hash from consent_notice");
        assertRefused(() -> keeping.becomeVoid(cast.grace(), hash, " "), "notice.reason_missing");
        assertNotThere(() -> keeping.becomeVoid(cast.ruth(), hash, "It named the wrong number"));

        keeping.becomeVoid(cast.grace(), hash, "It named the wrong number");

        assertThat(seen(story)).isFalse();
        assertThat(house.get(Receipts.class)
                        .latest(cast.maya(), story)
                        .orElseThrow()
                        .status())
                .isEqualTo(ConsentStatus.VOID);
        assertThat(house.trail()).extracting(House.Entry::event).contains("permission_voided", "notice_voided");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        house.get(Giving.class).offer(cast.maya(), story, Locale.UK);
        assertRefused(() -> house.get(Giving.class).confirm(cast.maya(), story), "permission.notice_changed");
        house.settings().put("service.contact", "0300 111 1111");
        house.get(Asking.class).answer(cast.maya(), story, Purpose.OWN_SUPERVISION, true);
        house.get(Giving.class).offer(cast.maya(), story, Locale.UK);
        house.get(Giving.class).confirm(cast.maya(), story);
    }

    @Test
    void aNoticeThatWasDeletedByHandHidesAndIsAskedAgain() {
        house.change("delete from consent_notice");
        assertThat(seen(story)).isFalse();

        // The text of then was another one than that of today.
        house.settings().put("service.contact", "0300 111 1111");
        assertThat(keeping.keep()).isEqualTo(1);
        assertThat(keeping.keep()).isZero();

        assertThat(seen(story)).isFalse();
        assertThat(house.get(Suspending.class).changed(cast.maya(), story)).containsExactly(Change.NOTICE);
        house.get(Suspending.class).reconfirm(cast.maya(), story, Locale.UK);
        assertThat(seen(story)).isTrue();
    }

    @Test
    void aNoticeThatWasDeletedByHandIsThereAgainWhereItIsTheVeryTextOfToday() {
        house.change("delete from consent_notice");

        assertThat(keeping.keep()).isZero();

        assertThat(seen(story)).isTrue();
    }

    @Test
    void theExactTextIsKept() {
        assertThat((String) house.value("select words from consent_notice"))
                .contains("You choose who may see it, what for, and until when.", "Can staff learn from this story?");
    }

    @Test
    void theTextIsKeptInEveryLanguageAndForm() {
        keeping.keep();
        assertThat(keeping.all(cast.grace()))
                .extracting(NoticeKeeping.Row::language)
                .containsExactlyInAnyOrder("en-GB", "cy-GB", "en-simple", "cy-simple");
    }
}
