package org.mydirection.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakingBack;
import org.mydirection.governance.Holding;
import org.mydirection.media.AssetId;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.story.SceneId;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class PresentingTest {

    private final House house;
    private final Cast cast;
    private final Presenting presenting;
    private final Watching watching;
    private final Reflecting reflecting;
    private final GoalId goal;
    private final StoryId first;
    private final StoryId second;
    private final CollectionId collection;

    PresentingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        presenting = house.get(Presenting.class);
        watching = house.get(Watching.class);
        reflecting = house.get(Reflecting.class);
        goal = cast.goal(cast.ruth(), cast.maya);
        first = cast.approvedStory(cast.maya(), "Walking");
        second = cast.approvedStory(cast.maya(), "Swimming");
        collection = cast.mayasCollection(goal, first, second);
    }

    @Test
    void thePersonAndTheirPractitionerSeeTheCollectionAndNobodyElse() {
        for (var party : List.of(cast.maya(), cast.ruth())) {
            assertThat(watching.collections(party, cast.maya, goal)).hasSize(1);
            assertThat(watching.open(party, collection).shown()).isEqualTo(2);
            assertThat(house.lastEntry().event()).isEqualTo("collection_opened");
            assertThat(watching.watch(party, collection, first).name()).isEqualTo("Maya");
            assertThat(house.lastEntry())
                    .isEqualTo(new House.Entry(
                            "story_watched",
                            party.account().value(),
                            house.lastEntry().subject(),
                            cast.maya.value(),
                            first.value(),
                            "OWN_SUPERVISION",
                            null));
        }
        for (var other : List.of(cast.kofi(), cast.tom(), cast.priya(), cast.lena(), cast.grace(), cast.anil())) {
            assertThatThrownBy(() -> watching.open(other, collection)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> watching.watch(other, collection, first)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> presenting.start(other, collection, goal, false))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aShowingIsKeptOnceForEachStoryAndPresentation() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, true);
        assertThat(house.lastEntry().event()).isEqualTo("presentation_started");

        Presenting.Screen screen = presenting.show(cast.ruth(), presentation, 0);
        assertThat(screen.places()).isEqualTo(6);
        assertThat(screen.scene().words()).startsWith("I left at six");
        assertThat(house.lastEntry())
                .isEqualTo(new House.Entry(
                        "story_shown",
                        cast.ruth.value(),
                        presentation.value(),
                        cast.maya.value(),
                        first.value(),
                        "OWN_SUPERVISION",
                        null));
        presenting.show(cast.ruth(), presentation, 1);
        presenting.show(cast.ruth(), presentation, 0);
        assertThat(house.count("showing")).isEqualTo(1);
        assertThat(presenting.show(cast.ruth(), presentation, 99).last()).isTrue();
        assertThat(house.count("showing")).isEqualTo(2);

        List<ShownRow> mine = reflecting.showings(cast.maya(), first);
        assertThat(mine).containsExactly(new ShownRow(house.clock().instant(), Purpose.OWN_SUPERVISION, "Ruth Okafor"));
        assertThatThrownBy(() -> reflecting.showings(cast.ruth(), first)).isInstanceOf(NotFound.class);
    }

    @Test
    void picturesAlongANarrationAreOneSceneThatPlaysThrough() {
        StoryId digital = cast.sentStoryWith(cast.maya(), "Cycling", draft -> {
            StoryWriting writing = house.get(StoryWriting.class);
            SceneId voice = writing.read(cast.maya(), draft).scenes().get(2).id();
            writing.time(cast.maya(), draft, voice, List.of(0L));
        });
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        CollectionId played = cast.mayasCollection(goal, digital);
        PresentationId presentation = presenting.start(cast.ruth(), played, goal, false);

        assertThat(presenting.show(cast.ruth(), presentation, 0).digital()).isNull();
        Presenting.Screen screen = presenting.show(cast.ruth(), presentation, 1);

        assertThat(screen.places()).isEqualTo(2);
        assertThat(screen.digital().narration()).isEqualTo(screen.scene());
        assertThat(screen.digital().slides()).allSatisfy(slide -> assertThat(presenting.mayStream(
                        cast.ruth(), presentation, slide.picture().file().id()))
                .isTrue());
        house.get(TakingBack.class).takeBack(cast.maya(), digital);
        assertThat(presenting.mayStream(
                        cast.ruth(), presentation, screen.scene().file().id()))
                .isFalse();
    }

    @Test
    void whoPresentedIsSaidOnlyWhereTheyAgreed() {
        presenting.show(cast.ruth(), presenting.start(cast.ruth(), collection, goal, false), 0);
        assertThat(reflecting.showings(cast.maya(), first))
                .extracting(ShownRow::by)
                .containsExactly("");
    }

    @Test
    void aStoryThatIsTakenBackOnTheScreenStopsThePresentation() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);
        assertThat(presenting.look(cast.ruth(), presentation, first)).isEqualTo(Presenting.Look.STAY);
        AssetId picture = house.get(StoryWriting.class)
                .read(cast.maya(), first)
                .scenes()
                .get(1)
                .file()
                .id();
        assertThat(presenting.mayStream(cast.ruth(), presentation, picture)).isTrue();

        house.get(TakingBack.class).takeBack(cast.maya(), first);

        assertThat(presenting.look(cast.ruth(), presentation, first)).isEqualTo(Presenting.Look.OVER);
        assertThat(presenting.mayStream(cast.ruth(), presentation, picture)).isFalse();
        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
        assertThat(presenting.read(cast.ruth(), presentation).status())
                .isEqualTo(PresentationStatus.STOPPED_BY_WITHDRAWAL);
    }

    @Test
    void aStoryThatIsTakenBackBesideTheScreenLeavesANeutralGap() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);

        house.get(TakingBack.class).takeBack(cast.maya(), second);

        assertThat(presenting.look(cast.ruth(), presentation, first)).isEqualTo(Presenting.Look.STAY);
        Presenting.Screen gap = presenting.show(cast.ruth(), presentation, 3);
        assertThat(gap.gap()).isTrue();
        assertThat(gap.name()).isNull();
        assertThat(gap.live()).isTrue();
        Watching.Opened opened = watching.open(cast.maya(), collection);
        assertThat(opened.places()).extracting(Watching.Place::gap).containsExactly(false, true);
    }

    @Test
    void aHoldClearsTheScreenAndLiftingItBringsTheStoryBack() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);
        Holding holding = house.get(Holding.class);

        var hold = holding.place(cast.grace(), first, StoryHold.Kind.LEGAL, "A court asked.");

        assertThat(house.lastEntry().event()).isEqualTo("hold_placed");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.grace.value());
        assertThat(holding.inForce(cast.grace())).hasSize(1);
        assertThat(presenting.look(cast.ruth(), presentation, first)).isEqualTo(Presenting.Look.CLEAR);
        assertThat(house.get(StoryWriting.class).read(cast.maya(), first).scenes())
                .hasSize(3);
        assertRefused(() -> holding.place(cast.grace(), first, StoryHold.Kind.LEGAL, " "), "hold.reason_missing");
        assertThatThrownBy(() -> holding.place(cast.ruth(), first, StoryHold.Kind.LEGAL, "x"))
                .isInstanceOf(NotFound.class);
        holding.lift(cast.grace(), hold);
        assertThat(house.lastEntry().event()).isEqualTo("hold_lifted");
        assertThat(presenting.look(cast.ruth(), presentation, first)).isEqualTo(Presenting.Look.STAY);
        assertThat(holding.inForce(cast.grace())).isEmpty();
    }

    @Test
    void anEarlyEndSaysThatStaffStoppedIt() {
        PresentationId early = presenting.start(cast.ruth(), collection, goal, false);
        presenting.end(cast.ruth(), early, true);
        assertThat(house.lastEntry().detail()).isEqualTo("STOPPED_BY_STAFF");
        presenting.end(cast.ruth(), early, false);
        assertThat(presenting.read(cast.maya(), early).status()).isEqualTo(PresentationStatus.STOPPED_BY_STAFF);

        PresentationId whole = presenting.start(cast.ruth(), collection, goal, false);
        presenting.end(cast.ruth(), whole, false);
        assertThat(presenting.read(cast.ruth(), whole).status()).isEqualTo(PresentationStatus.ENDED);
        assertThat(presenting.show(cast.ruth(), whole, 0).live()).isFalse();
    }

    @Test
    void thePractitionerWhoLeavesLosesTheCollectionAndThePresentationAtOnce() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertThat(presenting.look(cast.ruth(), presentation, first)).isEqualTo(Presenting.Look.OVER);
        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
        assertThatThrownBy(() -> watching.open(cast.ruth(), collection)).isInstanceOf(NotFound.class);
        assertThat(watching.open(cast.tom(), collection).shown())
                .as("a new recipient, of whom the storyteller was not asked")
                .isZero();
        Suspending suspending = house.get(Suspending.class);
        suspending.onHold(cast.maya()).forEach(story -> suspending.reconfirm(cast.maya(), story, Locale.UK));
        assertThat(watching.open(cast.tom(), collection).shown()).isEqualTo(2);
    }

    @Test
    void aPresentationNeedsSomethingToShowAndAGoalOfTheCollection() {
        GoalId other = cast.goal(cast.ruth(), cast.maya);
        assertRefused(() -> presenting.start(cast.ruth(), collection, other, false), "presentation.goal");
        house.get(TakingBack.class).takeBack(cast.maya(), first);
        house.get(TakingBack.class).takeBack(cast.maya(), second);
        assertRefused(() -> presenting.start(cast.ruth(), collection, goal, false), "presentation.nothing");
        house.get(Curation.class).pause(cast.ruth(), collection);
        assertThatThrownBy(() -> presenting.start(cast.ruth(), collection, goal, false))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void bothWriteAReflectionThatIsKeptWithTheGoal() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.end(cast.ruth(), presentation, false);
        reflecting.write(cast.maya(), presentation, " I saw myself walking. ");
        assertThat(house.lastEntry().event()).isEqualTo("reflection_written");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
        reflecting.write(cast.ruth(), presentation, "We talked about mornings.");

        assertThat(reflecting.on(cast.maya(), goal))
                .extracting(Reflecting.Reflected::words)
                .containsExactlyInAnyOrder("I saw myself walking.", "We talked about mornings.");
        assertThat(reflecting.presentationsFor(cast.ruth(), goal)).hasSize(1);
        assertRefused(() -> reflecting.write(cast.maya(), presentation, " "), "reflection.missing");
        assertRefused(() -> reflecting.write(cast.maya(), presentation, "x".repeat(2_001)), "error.text_too_long");
        assertThatThrownBy(() -> reflecting.write(cast.tom(), presentation, "x"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reflecting.on(cast.tom(), goal)).isInstanceOf(NotFound.class);
    }
}
