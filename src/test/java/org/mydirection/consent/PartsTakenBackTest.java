package org.mydirection.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** Taking back less than all: a purpose, a picture, a recording, a span of one. */
@OnBothDatabases
class PartsTakenBackTest extends MayasStory {

    private final TakingBack takingBack;

    PartsTakenBackTest(House house, Cast cast) {
        super(house, cast);
        this.takingBack = house.get(TakingBack.class);
    }

    @Test
    void onePurposeEndsAndTheOthersGoOn() {
        takingBack.takeBack(cast.maya(), story, Purpose.OTHER_PEOPLE_SUPERVISION);

        assertThat(seen(story)).isTrue();
        assertThat(house.lastEntry().event()).isEqualTo("purpose_withdrawn");
        takingBack.takeBack(cast.maya(), story, Purpose.OWN_SUPERVISION);
        assertThat(seen(story)).isFalse();
        assertThat(house.lastEntry().event()).isEqualTo("permission_withdrawn");
    }

    @Test
    void aPurposeEndsOnlyTheShowingsForIt() {
        Presenting presenting = house.get(Presenting.class);
        PresentationId mine = presenting.start(cast.ruth(), collection, goal, false);
        presenting.show(cast.ruth(), mine, 0);

        takingBack.takeBack(cast.maya(), story, Purpose.OTHER_PEOPLE_SUPERVISION);
        assertThat(presenting.look(cast.ruth(), mine, story)).isEqualTo(Presenting.Look.STAY);

        takingBack.takeBack(cast.maya(), story, Purpose.OWN_SUPERVISION);
        assertThat(presenting.look(cast.ruth(), mine, story)).isEqualTo(Presenting.Look.OVER);
    }

    @Test
    void whatWasNeverSaidCannotBeTakenBack() {
        assertRefused(() -> takingBack.takeBack(cast.maya(), story, Purpose.GROUP), "permission.not_said");
        assertNotThere(() -> takingBack.takeBack(cast.ruth(), story, Purpose.OWN_SUPERVISION));
    }

    @Test
    void aPictureTakenBackHidesTheWholeUntilAVersionWithoutItWasApproved() {
        takingBack.takeBack(cast.maya(), story, scene(SceneKind.PICTURE).id(), 0, Integer.MAX_VALUE);

        assertThat(seen(story)).isFalse();
        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).scenes())
                .extracting(SceneView::kind)
                .containsExactly(SceneKind.WORDS, SceneKind.RECORDING);
        house.get(Sending.class).send(cast.maya(), story);
        assertThat(seen(story)).isFalse();
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        assertThat(seen(story)).isTrue();
        assertThat(house.trail()).extracting(House.Entry::event).contains("part_withdrawn");
    }

    @Test
    void aSpanHidesTheWholeAndLeavesTheDraftToTheStoryteller() {
        SceneView recording = scene(SceneKind.RECORDING);
        assertRefused(() -> takingBack.takeBack(cast.maya(), story, recording.id(), 900, 900), "permission.no_span");
        takingBack.takeBack(cast.maya(), story, recording.id(), 1_000, 2_500);

        assertThat(seen(story)).isFalse();
        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).scenes())
                .hasSize(3);
    }

    @Test
    void whileItIsCheckedItGoesBackToTheStorytellerAndTheReviewIsMoot() {
        StoryId sent = cast.sentStory(cast.maya(), "Cooking");
        ReviewId review = cast.claim(cast.priya(), Stage.CONSENT);
        SceneView recording =
                house.get(StoryWriting.class).read(cast.maya(), sent).scenes().get(2);

        takingBack.takeBack(cast.maya(), sent, recording.id(), 0, Integer.MAX_VALUE);

        assertRefused(() -> house.get(ReviewDesk.class).read(cast.priya(), review), "review.moot");
        assertThat(house.get(StoryWriting.class).read(cast.maya(), sent).status())
                .isEqualTo(VersionStatus.DRAFT);
    }

    @Test
    void somebodyElsesSceneIsNotThere() {
        StoryId other = cast.approvedStory(cast.kofi(), "Cooking");
        SceneView theirs =
                house.get(StoryWriting.class).read(cast.kofi(), other).scenes().get(1);

        assertNotThere(() -> takingBack.takeBack(cast.maya(), story, theirs.id(), 0, Integer.MAX_VALUE));
    }

    private SceneView scene(SceneKind kind) {
        return house.get(StoryWriting.class).read(cast.maya(), story).scenes().stream()
                .filter(scene -> scene.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
