package org.mydirection.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.TakingBack;
import org.mydirection.governance.Holding;
import org.mydirection.media.AssetId;
import org.mydirection.plan.GoalId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Presenting.Screen;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class PresentingTest {

    private final House house;
    private final Cast cast;
    private final Presenting presenting;
    private final Reflecting reflecting;
    private final GoalId goal;
    private final StoryId mayas;
    private final StoryId kofis;
    private final CollectionId collection;

    PresentingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.presenting = house.get(Presenting.class);
        this.reflecting = house.get(Reflecting.class);
        this.goal = cast.goal(cast.ruth(), cast.maya);
        this.mayas = cast.approvedStory(cast.maya(), "Walking");
        this.kofis = cast.approvedStory(cast.kofi(), "Baking");
        this.collection = cast.collection(cast.lena(), cast.maya, goal, kofis, mayas);
        house.get(Curation.class).publish(cast.ruth(), collection);
    }

    @Test
    void oneSceneAtATimeFromTheFirstToTheLast() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);

        Screen first = presenting.show(cast.ruth(), presentation, 0);
        assertThat(first.scene().kind()).isEqualTo(SceneKind.WORDS);
        assertThat(first.name()).isEqualTo("Kofi");
        assertThat(first.places()).isEqualTo(6);
        Screen last = presenting.show(cast.ruth(), presentation, 99);
        assertThat(last.last()).isTrue();
        assertThat(last.story()).isEqualTo(mayas);
    }

    @Test
    void onlyThePractitionerWhoSupervisesThePersonStartsIt() {
        assertNotThere(() -> presenting.start(cast.tom(), collection, goal, false));
        assertNotThere(() -> presenting.start(cast.maya(), collection, goal, false));
        assertNotThere(() -> presenting.start(cast.lena(), collection, goal, false));
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        assertNotThere(() -> presenting.show(cast.tom(), presentation, 0));
        assertNotThere(() -> presenting.look(cast.maya(), presentation, mayas));
    }

    @Test
    void theStorytellerSeesTheDayAndThePurposeAndANameOnlyWhereItWasAgreed() {
        PresentationId nameless = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), nameless, 0);
        presenting.show(cast.ruth(), nameless, 1);
        assertThat(reflecting.showings(cast.kofi(), kofis)).singleElement().satisfies(row -> {
            assertThat(row.purpose()).isEqualTo(Purpose.OTHER_PEOPLE_SUPERVISION);
            assertThat(row.by()).isEmpty();
        });
        assertThat(reflecting.showings(cast.maya(), mayas)).isEmpty();

        PresentationId named = presenting.start(cast.ruth(), collection, goal, true);
        presenting.show(cast.ruth(), named, 0);
        assertThat(reflecting.showings(cast.kofi(), kofis))
                .extracting(ShownRow::by)
                .containsExactlyInAnyOrder("Ruth Okafor", "");
        assertNotThere(() -> reflecting.showings(cast.maya(), kofis));
    }

    @Test
    void whatWasTakenBackIsANeutralGapAndTheRestGoesOn() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 5);

        house.get(TakingBack.class).takeBack(cast.kofi(), kofis);

        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
        assertThat(presenting.show(cast.ruth(), presentation, 1).scene()).isNotNull();
        assertThat(presenting.look(cast.ruth(), presentation, kofis)).isEqualTo(Presenting.Look.CLEAR);
        assertThat(presenting.look(cast.ruth(), presentation, mayas)).isEqualTo(Presenting.Look.STAY);
    }

    @Test
    void aRecordingThatIsPlayingGetsNoFurtherByte() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        AssetId recording = house.get(StoryWriting.class)
                .read(cast.kofi(), kofis)
                .scenes()
                .get(2)
                .file()
                .id();
        assertThat(presenting.mayStream(cast.ruth(), presentation, recording)).isTrue();

        house.get(TakingBack.class).takeBack(cast.kofi(), kofis);

        assertThat(presenting.mayStream(cast.ruth(), presentation, recording)).isFalse();
    }

    @Test
    void aHoldClearsTheScreenToo() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), presentation, 0);

        house.get(Holding.class).place(cast.grace(), kofis, StoryHold.Kind.SUSPENSION, "Somebody asked us to look");

        assertThat(presenting.look(cast.ruth(), presentation, kofis)).isEqualTo(Presenting.Look.CLEAR);
        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
    }

    @Test
    void theLastDayOfAPermissionIsShownAndTheNextIsNot() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        house.clock().set(Instant.parse("2026-12-23T23:59:59Z"));
        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isFalse();

        house.clock().set(Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
    }

    @Test
    void whenAllIsGoneNothingCanBeStarted() {
        house.get(TakingBack.class).takeBack(cast.kofi(), kofis);
        house.get(TakingBack.class).takeBack(cast.maya(), mayas);

        assertRefused(() -> presenting.start(cast.ruth(), collection, goal, false), "presentation.nothing");
    }

    @Test
    void stoppedEarlyAndEndedAreTwoThings() {
        PresentationId stopped = presenting.start(cast.ruth(), collection, goal, false);
        presenting.end(cast.ruth(), stopped, true);
        PresentationId ended = presenting.start(cast.ruth(), collection, goal, false);
        presenting.end(cast.ruth(), ended, false);

        assertThat(presenting.read(cast.ruth(), stopped).status()).isEqualTo(PresentationStatus.STOPPED_BY_STAFF);
        assertThat(presenting.read(cast.maya(), ended).status()).isEqualTo(PresentationStatus.ENDED);
        assertThat(presenting.show(cast.ruth(), ended, 0).live()).isFalse();
    }

    @Test
    void bothWriteAReflectionThatIsKeptWithTheGoal() {
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, false);
        presenting.end(cast.ruth(), presentation, false);

        reflecting.write(cast.ruth(), presentation, "We talked about asking for help.");
        house.clock().advance(Duration.ofMinutes(2));
        reflecting.write(cast.maya(), presentation, "I could do that too.");

        List<Reflecting.Reflected> kept = reflecting.on(cast.maya(), goal);
        assertThat(kept)
                .extracting(Reflecting.Reflected::words)
                .containsExactly("We talked about asking for help.", "I could do that too.");
        assertThat(kept).extracting(Reflecting.Reflected::mine).containsExactly(false, true);
        assertNotThere(() -> reflecting.on(cast.tom(), goal));
        assertNotThere(() -> reflecting.write(cast.kofi(), presentation, "Mine"));
        assertRefused(() -> reflecting.write(cast.maya(), presentation, " "), "reflection.missing");
        assertThat(house.lastEntry().event()).isEqualTo("reflection_written");
    }
}
