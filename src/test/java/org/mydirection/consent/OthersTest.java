package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Findings;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** The others in a story: asked by a code, judged, and free to say no at any time. */
@OnBothDatabases
class OthersTest extends MayasStory {

    private final DeclaringOthers others;
    private final AskingOthers asking;

    OthersTest(House house, Cast cast) {
        super(house, cast);
        this.others = house.get(DeclaringOthers.class);
        this.asking = house.get(AskingOthers.class);
    }

    private ThirdPartyId brother() {
        return others.declare(cast.maya(), story, "my brother", ThirdParty.Category.ADULT);
    }

    @Test
    void whileSomebodyIsNotDealtWithNobodySeesIt() {
        ThirdPartyId brother = brother();
        assertThat(seen(story)).isFalse();

        String code = asking.giveCode(cast.maya(), brother);
        assertThat(code).matches("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}");
        assertThat(house.rows("select * from third_party").toString()).doesNotContain(code);
        asking.answer(code.toLowerCase(Locale.ROOT).replace("-", " "), true, "hash");

        assertThat(seen(story)).isTrue();
        assertThat(house.lastEntry().event()).isEqualTo("other_agreed");
        assertThat(house.lastEntry().actor()).isNull();
    }

    @Test
    void whoeverIsInAPictureComesOnTheListWhenItIsSentAndOnce() {
        StoryId second = cast.sentStoryWith(cast.maya(), "With a friend", this::saysSomebodyIsInThePicture);

        assertThat(others.of(cast.maya(), second)).singleElement().satisfies(row -> {
            assertThat(row.who()).isEqualTo("A canal in the morning");
            assertThat(row.picture()).isEqualTo(picture(second).file().id().value());
            assertThat(row.settled()).isFalse();
        });
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        assertRefused(() -> cast.decide(cast.priya(), review, Outcome.APPROVE, null, null), "review.others_open");
        cast.decide(cast.priya(), review, Outcome.REQUEST_CHANGES, "others.identifiable", null);
        house.get(Sending.class).send(cast.maya(), second);
        assertThat(others.of(cast.maya(), second)).hasSize(1);
    }

    @Test
    void whoWasNamedAtThePictureIsNotNamedAgain() {
        StoryId second = cast.sentStoryWith(cast.maya(), "With a friend", draft -> {
            saysSomebodyIsInThePicture(draft);
            others.declareIn(cast.maya(), draft, picture(draft).id(), "my friend", ThirdParty.Category.ADULT);
        });
        assertThat(others.of(cast.maya(), second)).extracting(OtherView::who).containsExactly("my friend");
        SceneId words = house.get(StoryWriting.class)
                .read(cast.maya(), second)
                .scenes()
                .get(0)
                .id();
        assertNotThere(() -> others.declareIn(cast.maya(), second, words, "me", ThirdParty.Category.ADULT));
        assertNotThere(
                () -> others.declareIn(cast.kofi(), second, picture(second).id(), "me", ThirdParty.Category.ADULT));
    }

    private void saysSomebodyIsInThePicture(StoryId draft) {
        house.get(StoryWriting.class)
                .sayOthers(cast.maya(), draft, picture(draft).id(), org.mydirection.story.Others.SOMEBODY);
    }

    private SceneView picture(StoryId of) {
        return house.get(StoryWriting.class).read(cast.maya(), of).scenes().get(1);
    }

    @Test
    void aCodeIsUsedOnceAndEndsAndAnotherOneVoidsIt() {
        ThirdPartyId brother = brother();
        String first = asking.giveCode(cast.maya(), brother);
        String second = asking.giveCode(cast.maya(), brother);
        assertNotThere(() -> asking.open(first));
        house.clock().advance(AskingOthers.CODE.minusSeconds(1));
        asking.open(second);
        house.clock().advance(Duration.ofSeconds(1));
        assertNotThere(() -> asking.open(second));
        assertNotThere(() -> asking.answer(second, true, "hash"));
        String third = asking.giveCode(cast.maya(), brother);
        asking.answer(third, true, "hash");
        assertNotThere(() -> asking.answer(third, false, "hash"));
        assertNotThere(() -> asking.open(""));
        assertNotThere(() -> asking.open(null));
    }

    @Test
    void anObjectionHidesAtOnceAndOpensAReview() {
        String later = asking.answer(asking.giveCode(cast.maya(), brother()), true, "hash");
        Presenting presenting = house.get(Presenting.class);
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);

        asking.object(later);
        asking.object(later);

        assertThat(seen(story)).isFalse();
        assertThat(presenting.look(cast.ruth(), presentation, story)).isEqualTo(Presenting.Look.OVER);
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        Findings findings = house.get(Findings.class);
        String digest = desk.read(cast.priya(), review).version().digest();
        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest)),
                "review.others_open");
        ThirdPartyId brother = desk.read(cast.priya(), review).others().get(0).id();
        assertRefused(
                () -> findings.judge(cast.priya(), review, brother, ThirdParty.Outcome.NOT_IDENTIFIABLE, " "),
                "others.reason_missing");
        assertRefused(
                () -> findings.judge(cast.priya(), review, brother, ThirdParty.Outcome.OWN_CONSENT, "he rang"),
                "others.outcome_missing");
        findings.judge(cast.priya(), review, brother, ThirdParty.Outcome.REDACTED, "his name was taken out");
        deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest));
        assertThat(seen(story)).isTrue();
    }

    /** The storyteller makes the codes: one of them must not turn a no into a yes, nor one that was made before it. */
    @Test
    void aNoIsNotTurnedIntoAYesByAnotherCode() {
        ThirdPartyId brother = brother();
        String later = asking.answer(asking.giveCode(cast.maya(), brother), true, "hash");
        String kept = asking.giveCode(cast.maya(), brother);

        asking.object(later);

        assertNotThere(() -> asking.open(kept));
        assertNotThere(() -> asking.answer(kept, true, "hash"));
        assertRefused(() -> asking.giveCode(cast.maya(), brother), "others.said_no");
        assertThat(seen(story)).isFalse();
    }

    @Test
    void whoSaidYesCanObjectAfterACheckerDecidedAboutThem() {
        ThirdPartyId brother = brother();
        String later = asking.answer(asking.giveCode(cast.maya(), brother), true, "hash");
        house.change(
                "update third_party set outcome = 'NOT_IDENTIFIABLE', reason = 'nobody knows', judged_at = found_at,"
                        + " judged_by = ?",
                cast.priya.value());
        assertThat(seen(story)).isTrue();

        asking.object(later);

        assertThat(seen(story)).isFalse();
        assertThat(house.get(Claiming.class).queue(cast.priya(), Stage.CONSENT)).hasSize(1);
    }

    @Test
    void aNoByTheCodeHidesToo() {
        asking.answer(asking.giveCode(cast.maya(), brother()), false, "hash");
        assertThat(seen(story)).isFalse();
        assertThat(house.get(Claiming.class).queue(cast.priya(), Stage.CONSENT)).hasSize(1);
    }

    @Test
    void aReviewerFindsSomebodyAndTheStoryIsNotApprovedBeforeThatIsDecided() {
        StoryId sent = cast.sentStory(cast.maya(), "Cooking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        Findings findings = house.get(Findings.class);
        ReviewDesk desk = house.get(ReviewDesk.class);
        Deciding deciding = house.get(Deciding.class);
        Claiming claiming = house.get(Claiming.class);
        findings.found(cast.priya(), review, "a neighbour", ThirdParty.Category.VICTIM);
        String digest = desk.read(cast.priya(), review).version().digest();
        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest)),
                "review.others_open");
        ThirdPartyId found = others.of(cast.maya(), sent).get(0).id();
        assertRefused(() -> asking.giveCode(cast.maya(), found), "others.no_code");
        assertRefused(
                () -> findings.judge(
                        cast.alan(), review, found, ThirdParty.Outcome.NOT_IDENTIFIABLE, "nobody could know"),
                "review.claimed_by_other");
        findings.judge(cast.priya(), review, found, ThirdParty.Outcome.NOT_IDENTIFIABLE, "nobody could know");
        assertThat(others.of(cast.maya(), sent).get(0).awaitsSecond()).isTrue();
        assertRefused(
                () -> deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest)),
                "review.others_open");
        findings.judge(
                cast.priya(), review, found, ThirdParty.Outcome.NOT_IDENTIFIABLE, "said twice is not said by two");
        assertThat(others.of(cast.maya(), sent).get(0).settled()).isFalse();
        claiming.release(cast.priya(), review);
        claiming.claim(cast.alan(), review);
        findings.judge(cast.alan(), review, found, ThirdParty.Outcome.REDACTED, "covered up");
        assertThat(others.of(cast.maya(), sent).get(0).settled())
                .as("said differently it begins again")
                .isFalse();
        findings.judge(cast.alan(), review, found, ThirdParty.Outcome.NOT_IDENTIFIABLE, "nobody could know");
        assertThat(others.of(cast.maya(), sent).get(0).settled()).isFalse();
        claiming.release(cast.alan(), review);
        claiming.claim(cast.priya(), review);
        findings.judge(cast.priya(), review, found, ThirdParty.Outcome.NOT_IDENTIFIABLE, "nor do I think so");
        assertThat(others.of(cast.maya(), sent).get(0).settled()).isTrue();
        deciding.decide(cast.priya(), review, new Decision(Outcome.APPROVE, null, null, digest));
    }

    @Test
    void aVictimInAStoryThatPassedHidesItUntilTwoCheckersSaidTheSame() {
        house.change("update story set may_have_others = true where id = ?", story.value());
        house.change(
                "insert into third_party (id, story_id, who, category, found_by, found_at, lock_version) values"
                        + " (?, ?, 'a neighbour', 'VICTIM', ?, ?, 1)",
                UUID.randomUUID(),
                story.value(),
                cast.priya.value(),
                Timestamp.from(house.clock().instant()));
        assertThat(seen(story)).isFalse();
        String judged = "update third_party set outcome = 'REDACTED', judged_by = '" + cast.priya.text()
                + "', judged_at = found_at, reason = 'covered' where category = 'VICTIM'";
        house.change(judged);
        assertThat(seen(story)).as("one said so").isFalse();
        house.change("update third_party set confirmed_by = ? where category = 'VICTIM'", cast.alan.value());
        assertThat(seen(story)).as("two said so").isTrue();
    }

    /** DESIGN §8: "a child is redacted by default". Nobody is asked, and nobody sees it before a checker covered the child. */
    @Test
    void aChildIsCoveredByDefaultAndIsGivenNoCode() {
        StoryId sent = cast.sentStory(cast.maya(), "With my son");
        ThirdPartyId child = others.declare(cast.maya(), sent, "my son", ThirdParty.Category.CHILD);
        assertRefused(() -> asking.giveCode(cast.maya(), child), "others.no_code");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        ReviewDesk desk = house.get(ReviewDesk.class);
        String digest = desk.read(cast.priya(), review).version().digest();
        Decision yes = new Decision(Outcome.APPROVE, null, null, digest);
        assertRefused(() -> house.get(Deciding.class).decide(cast.priya(), review, yes), "review.others_open");
        assertRefused(
                () -> house.get(Findings.class)
                        .judge(cast.priya(), review, child, ThirdParty.Outcome.OWN_CONSENT, "his mother said so"),
                "others.outcome_missing");

        house.get(Findings.class)
                .judge(cast.priya(), review, child, ThirdParty.Outcome.REDACTED, "his face is covered");

        house.get(Deciding.class).decide(cast.priya(), review, yes);
    }

    @Test
    void theirYesEndsWithItsLastDay() {
        asking.answer(asking.giveCode(cast.maya(), brother()), true, "hash");
        LocalDate last = others.of(cast.maya(), story).get(0).lastDay();
        house.get(Renewing.class).renew(cast.maya(), story, last.plusDays(20), Locale.UK);
        house.clock()
                .set(last.atTime(23, 59)
                        .atZone(org.mydirection.shared.Times.LONDON)
                        .toInstant());
        assertThat(seen(story)).isTrue();
        house.clock().advance(Duration.ofMinutes(1));
        assertThat(seen(story)).isFalse();
    }

    @Test
    void whatTheStorytellerTookOutIsForgottenUntilItWasAnswered() {
        ThirdPartyId brother = brother();
        others.forget(cast.maya(), brother);
        assertThat(seen(story)).isTrue();
        ThirdPartyId again = brother();
        asking.answer(asking.giveCode(cast.maya(), again), true, "hash");
        assertRefused(() -> others.forget(cast.maya(), again), "others.decided");
        assertRefused(() -> others.declare(cast.maya(), story, " ", ThirdParty.Category.ADULT), "others.who_missing");
        assertNotThere(() -> others.of(cast.kofi(), story));
    }
}
