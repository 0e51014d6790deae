package org.mydirection.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.consent.AskingOthers;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.JudgingOthers;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TakingBack;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.consent.ThirdParty.Outcome;
import org.mydirection.consent.ThirdPartyId;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/**
 * What spares the rule its tables (V10) cannot lie, whoever writes to the database: nothing that would hide a story is there
 * without its mark, and nothing that shows one says more than the row that it points to.
 */
@OnBothDatabases
class MarksTest {

    private static final String NOW = "timestamp with time zone '2026-11-23 08:00:00Z'";

    private final House house;
    private final Cast cast;
    private final UUID story;
    private final UUID consent;

    MarksTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.story = cast.approvedStory(cast.maya(), "Walking").value();
        this.consent = (UUID) house.value("select id from consent where story_id = ?", story);
    }

    @Test
    void aHoldIsNeverThereWithoutItsMark() {
        neverWithout(
                "story",
                "may_be_held",
                story,
                "insert into story_hold (id, story_id, kind, reason, placed_by, placed_at) values (?, ?, 'LEGAL', 'a call',"
                        + " '" + cast.grace.text() + "', " + NOW + ")");
    }

    @Test
    void somebodyElseIsNeverThereWithoutTheirMark() {
        neverWithout(
                "story",
                "may_have_others",
                story,
                "insert into third_party (id, story_id, who, category, found_by, found_at, lock_version) values (?, ?,"
                        + " 'a friend', 'ADULT', '" + cast.priya.text() + "', " + NOW + ", 1)");
    }

    @Test
    void whoeverMayStillHideTheStoryKeepsItsMarkAndWhoeverIsDealtWithForGoodNeedsNone() {
        UUID friend = UUID.randomUUID();
        house.change("update story set may_have_others = true where id = ?", story);
        house.change(
                "insert into third_party (id, story_id, who, category, found_by, found_at, lock_version) values (?, ?,"
                        + " 'a friend', 'VICTIM', '" + cast.priya.text() + "', " + NOW + ", 1)",
                friend,
                story);
        refused("update third_party set marked = null where id = ?", friend);
        refused("update third_party set marked = false where id = ?", friend);
        house.change(
                "update third_party set outcome = 'REDACTED', judged_by = '" + cast.priya.text()
                        + "', judged_at = found_at, reason = 'covered' where id = ?",
                friend);
        refused("update third_party set marked = null where id = ?", friend);

        house.change(
                "update third_party set confirmed_by = '" + cast.alan.text() + "', marked = null where id = ?", friend);
        house.change("update story set may_have_others = false where id = ?", story);

        refused("update third_party set marked = true where id = ?", friend);
        refused(
                "update third_party set confirmed_by = null, outcome = null, judged_by = null, judged_at = null, reason ="
                        + " null where id = ?",
                friend);
    }

    @Test
    void aStoryIsMarkedWhileOneOfItsOthersMayHideIt() {
        StoryId sent = cast.sentStory(cast.maya(), "With my brother");
        ThirdPartyId brother =
                house.get(DeclaringOthers.class).declare(cast.maya(), sent, "my brother", Category.ADULT);
        String later = house.get(AskingOthers.class)
                .answer(house.get(AskingOthers.class).giveCode(cast.maya(), brother), true, "hash");
        assertThat(mayHaveOthers(sent)).isTrue();

        judge(sent, brother);
        assertThat(mayHaveOthers(sent)).isFalse();

        house.get(AskingOthers.class).object(later);
        assertThat(mayHaveOthers(sent)).isTrue();
    }

    private void judge(StoryId of, ThirdPartyId other) {
        house.inTransaction(() -> {
            house.get(Stories.class).lockAll(List.of(of));
            house.get(JudgingOthers.class).judge(cast.alan(), of, other, Outcome.NOT_IDENTIFIABLE, "nobody knows");
            return null;
        });
    }

    private boolean mayHaveOthers(StoryId of) {
        return (Boolean) house.value("select may_have_others from story where id = ?", of.value());
    }

    @Test
    void aCoTellerIsNeverThereWithoutTheirMark() {
        neverWithout(
                "story",
                "may_be_told_together",
                story,
                "insert into co_teller (id, story_id, account_id, invited_at, lock_version) values (?, ?, '"
                        + cast.kofi.text() + "', " + NOW + ", 1)");
    }

    @Test
    void aPartThatWasTakenBackIsNeverThereWithoutItsMark() {
        UUID file = (UUID) house.value("select asset_id from scene where kind = 'RECORDING' and version_id in"
                + " (select id from story_version where story_id = '" + story + "') fetch first 1 row only");
        neverWithout(
                "consent",
                "may_have_taken_parts",
                consent,
                "insert into consent_taken_part (asset_id, consent_id, from_millis, until_millis, taken_at) values"
                        + " (coalesce(cast('" + file + "' as uuid), ?), ?, 0, 1, " + NOW + ")");
    }

    @Test
    void anOfficeThatIsLeftOutIsNeverThereWithoutItsMark() {
        neverWithout(
                "consent",
                "may_leave_out_offices",
                consent,
                "insert into consent_excluded_office (office_id, consent_id) values (coalesce(cast('"
                        + cast.millLane.value() + "' as uuid), ?), ?)");
    }

    @Test
    void aPurposeIsNotSaidWithoutItsYes() {
        house.get(TakingBack.class).takeBack(cast.maya(), new StoryId(story), Purpose.OTHER_PEOPLE_SUPERVISION);

        refused("update consent set for_others = 'OTHER_PEOPLE_SUPERVISION' where id = ?", consent);
        refused("update consent set for_others = 'OWN_SUPERVISION' where id = ?", consent);
        refused(
                "update consent_purpose set agreed = false where purpose = 'OWN_SUPERVISION' and consent_id = ?",
                consent);
        refused("delete from consent_purpose where purpose = 'OWN_SUPERVISION' and consent_id = ?", consent);
    }

    @Test
    void aVersionIsBoundToWhatNamesItOnly() {
        refused("update story_version set bound_digest = 'another' where story_id = ?", story);
        refused("delete from consent_scope where consent_id = ?", consent);
        StoryId other = cast.approvedStory(cast.maya(), "Cooking");
        refused("update story_version set bound_to = '" + consent + "' where story_id = ?", other.value());
    }

    @Test
    void theEndOfASentenceIsCarriedOverToTheStories() {
        assertThat(house.value("select teller_ended from story where id = ?", story))
                .isEqualTo(false);
        house.get(CaseKeeping.class).endSentence(cast.anil(), cast.maya);
        assertThat(house.value("select teller_ended from story where id = ?", story))
                .isEqualTo(true);
        refused("update story set teller_ended = false where id = ?", story);
    }

    /** The row has a key of its own and that of its owner as its two parameters. */
    private void neverWithout(String owner, String mark, UUID of, String insert) {
        refused(insert, UUID.randomUUID(), of);
        house.change("update " + owner + " set " + mark + " = true where id = ?", of);
        house.change(insert, UUID.randomUUID(), of);
        refused("update " + owner + " set " + mark + " = false where id = ?", of);
    }

    private void refused(String sql, Object... arguments) {
        assertThatThrownBy(() -> house.change(sql, arguments)).hasRootCauseInstanceOf(SQLException.class);
    }
}
