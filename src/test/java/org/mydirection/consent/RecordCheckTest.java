package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** The records are changed behind the application's back, in every way there is; each is found, and by its name. */
@OnBothDatabases
class RecordCheckTest {

    private final House house;
    private final Cast cast;
    private final UUID first;
    private final UUID second;

    RecordCheckTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        StoryId one = cast.approvedStory(cast.maya(), "Walking");
        house.get(TakingBack.class).takeBack(cast.maya(), one, Purpose.OTHER_PEOPLE_SUPERVISION);
        house.clock().advance(java.time.Duration.ofMinutes(1));
        StoryId other = cast.approvedStory(cast.kofi(), "Cooking");
        first = of(one);
        second = of(other);
    }

    private UUID of(StoryId story) {
        return (UUID) house.value("select id from consent where story_id = ? and slot = 'CURRENT'", story.value());
    }

    private Optional<RecordCheck.Tampered> check() {
        try (Connection connection = house.database().getConnection()) {
            return RecordCheck.check(connection).tampered();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void assertFound(UUID consent, int event) {
        assertThat(check()).hasValueSatisfying(tampered -> {
            assertThat(tampered.consent()).isEqualTo(consent);
            assertThat(tampered.event()).isEqualTo(event);
        });
    }

    @Test
    void whatNobodyTouchedIsWholeAfterEverythingThatCanHappen() {
        StoryId story = cast.approvedStory(cast.maya(), "Reading");
        house.get(Renewing.class)
                .renew(cast.maya(), story, house.clock().today().plusDays(60), java.util.Locale.UK);
        house.inTransaction(() -> {
            house.get(org.mydirection.story.Stories.class)
                    .find(story)
                    .ifPresent(house.get(org.mydirection.story.Stories.class)::lock);
            house.get(Suspending.class).suspend(story, Change.REDACTION, null);
            return null;
        });
        house.get(Suspending.class).reconfirm(cast.maya(), story, java.util.Locale.UK);
        cast.permit(cast.maya(), story, Purpose.GROUP);
        cast.permit(cast.maya(), story);
        house.get(TakingBack.class).takeBack(cast.kofi(), new StoryId((UUID)
                house.value("select story_id from consent where id = ?", second)));
        cast.answer(cast.maya(), story, Purpose.GROUP);

        assertThat(check()).isEmpty();
    }

    @Test
    void anEventThatWasEditedIsNamed() {
        house.change("update consent_event set content = content || ' ' where consent_id = ? and number = 2", first);
        assertFound(first, 2);
    }

    @Test
    void anEventThatWasDeletedIsNamed() {
        house.change("delete from consent_event where consent_id = ? and number = 2", second);
        assertFound(second, 2);
    }

    @Test
    void eventsThatChangedPlacesAreNamed() {
        house.change("update consent_event set number = 100 where consent_id = ? and number = 1", first);
        house.change("update consent_event set number = 1 where consent_id = ? and number = 2", first);
        house.change("update consent_event set number = 2 where consent_id = ? and number = 100", first);
        assertFound(first, 1);
    }

    @Test
    void aTailThatWasCutIsMissed() {
        int last =
                ((Number) house.value("select max(number) from consent_event where consent_id = ?", second)).intValue();
        house.change("delete from consent_event where consent_id = ? and number = ?", second, last);
        assertFound(second, last);
    }

    @Test
    void aRecordThatLostAllItsEventsIsNamed() {
        house.change("delete from consent_event where consent_id = ?", first);
        assertThat(check()).isPresent();
    }

    @Test
    void aRecordThatSaysMoreThanWasSaidIsNamed() {
        for (String change : List.of(
                "update consent_purpose set agreed = true where purpose = 'GROUP' and consent_id = ?",
                "update consent set last_day = date '2027-11-01' where id = ?",
                "update consent set status = 'ACTIVE', slot = 'CURRENT', audience = 'EVERY_OFFICE', face = 'ALTERED'"
                        + " where id = ?",
                "update consent set notice_hash = 'another' where id = ?")) {
            house.change("create table kept as select * from consent");
            house.change("create table kept_purpose as select * from consent_purpose");
            house.change(change, second);
            assertThat(check()).as(change).hasValueSatisfying(tampered -> assertThat(tampered.consent())
                    .isEqualTo(second));
            house.change("update consent set last_day = (select k.last_day from kept k where k.id = consent.id),"
                    + " face = (select k.face from kept k where k.id = consent.id),"
                    + " notice_hash = (select k.notice_hash from kept k where k.id = consent.id)");
            house.change("update consent_purpose set agreed = (select k.agreed from kept_purpose k"
                    + " where k.consent_id = consent_purpose.consent_id and k.purpose = consent_purpose.purpose)");
            house.change("drop table kept");
            house.change("drop table kept_purpose");
            assertThat(check()).isEmpty();
        }
    }

    @Test
    void aPermissionThatWasMadeActiveAgainIsNamed() {
        StoryId story = new StoryId((UUID) house.value("select story_id from consent where id = ?", second));
        house.get(TakingBack.class).takeBack(cast.kofi(), story);
        house.change("update consent set status = 'ACTIVE', slot = 'CURRENT', ended_at = null where id = ?", second);
        assertThat(check())
                .hasValueSatisfying(tampered -> assertThat(tampered.consent()).isEqualTo(second));
    }

    @Test
    void aRecordThatIsGoneIsKnownByTheTrail() {
        house.change("update story_version set bound_to = null, bound_digest = null where bound_to = ?", first);
        house.change("update consent set for_own = null, for_others = null where id = ?", first);
        for (String table : List.of(
                "consent_event",
                "consent_scope",
                "consent_purpose",
                "consent_excluded_office",
                "consent_named_person")) {
            house.change("delete from " + table + " where consent_id = ?", first);
        }
        house.change("delete from consent where id = ?", first);
        assertThat(check()).hasValueSatisfying(tampered -> {
            assertThat(tampered.consent()).isEqualTo(first);
            assertThat(tampered.what()).contains("gone");
        });
    }
}
