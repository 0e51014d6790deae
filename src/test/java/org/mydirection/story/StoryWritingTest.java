package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaKind;
import org.mydirection.shared.Refusal;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class StoryWritingTest {

    private final House house;
    private final Cast cast;
    private final StoryWriting writing;

    StoryWritingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.writing = house.get(StoryWriting.class);
    }

    @Test
    void aStoryBeginsEmptyAndIsTheStorytellersAlone() {
        StoryId story = writing.begin(cast.maya());

        assertThat(writing.mine(cast.maya())).extracting(OwnStory::story).containsExactly(story);
        assertThat(writing.mine(cast.kofi())).isEmpty();
        assertNotThere(() -> writing.read(cast.kofi(), story));
        assertNotThere(() -> writing.rename(cast.kofi(), story, "Mine now"));
        assertNotThere(() -> writing.begin(cast.ruth()));
        assertThat(house.lastEntry().event()).isEqualTo("story_begun");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
    }

    @Test
    void scenesMoveByOnePlaceAndStayAtTheEnds() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId first = scene(story, 0);
        SceneId last = scene(story, 2);

        writing.move(cast.maya(), story, last, true);
        assertThat(scene(story, 1)).isEqualTo(last);
        writing.move(cast.maya(), story, first, true);
        assertThat(scene(story, 0)).isEqualTo(first);
        writing.move(cast.maya(), story, first, false);
        assertThat(scene(story, 1)).isEqualTo(first);
    }

    @Test
    void whatWasTakenOutCanBePutBackWhereItWasUntilTheStoryIsSent() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId middle = scene(story, 1);

        writing.remove(cast.maya(), story, middle);
        assertThat(writing.read(cast.maya(), story).scenes()).hasSize(2);
        writing.putBack(cast.maya(), story, middle);

        assertThat(scene(story, 1)).isEqualTo(middle);
        assertThat(writing.read(cast.maya(), story).scenes().get(1).altText()).isEqualTo("A canal in the morning");
    }

    @Test
    void aNewFileTakesThePlaceOfTheOldOneOnlyWhenItIsReady() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId picture = scene(story, 1);
        AssetId old = writing.read(cast.maya(), story).scenes().get(1).file().id();
        AssetId fresh = cast.asset(cast.maya(), story, MediaKind.PICTURE, "RECEIVED");
        writing.attach(cast.maya(), story, picture, fresh);

        SceneView waiting = writing.settle(cast.maya(), story, picture);
        assertThat(waiting.file().id()).isEqualTo(old);
        assertThat(waiting.incoming().id()).isEqualTo(fresh);

        cast.becomeReady(fresh);
        SceneView settled = writing.settle(cast.maya(), story, picture);
        assertThat(settled.file().id()).isEqualTo(fresh);
        assertThat(settled.incoming()).isNull();
    }

    @Test
    void aRefusedFileLosesNothingThatWasThereBefore() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId picture = scene(story, 1);
        AssetId old = writing.read(cast.maya(), story).scenes().get(1).file().id();
        writing.attach(cast.maya(), story, picture, cast.asset(cast.maya(), story, MediaKind.PICTURE, "REFUSED"));

        assertThat(writing.settle(cast.maya(), story, picture).file().id()).isEqualTo(old);
        writing.dropIncoming(cast.maya(), story, picture);
        assertThat(writing.settle(cast.maya(), story, picture).incoming()).isNull();
        assertThat(writing.settle(cast.maya(), story, picture).file().id()).isEqualTo(old);
    }

    @Test
    void allThatIsMissingIsSaidAtOnceInTheOrderOfThePage() {
        StoryId story = writing.begin(cast.maya());
        writing.addScene(cast.maya(), story, SceneKind.WORDS);
        writing.addScene(cast.maya(), story, SceneKind.PICTURE);
        SceneId recording = writing.addScene(cast.maya(), story, SceneKind.RECORDING);
        writing.attach(cast.maya(), story, recording, cast.asset(cast.maya(), story, MediaKind.RECORDING, "RECEIVED"));

        assertThat(writing.missing(cast.maya(), story))
                .containsExactly(
                        Refusal.of("submit.title_missing"),
                        Refusal.of("submit.words_missing", 1),
                        Refusal.of("submit.media_missing", 2),
                        Refusal.of("submit.alt_missing", 2),
                        Refusal.of("submit.media_not_ready", 3),
                        Refusal.of("submit.transcript_missing", 3));
    }

    @Test
    void wordsThatAreTooLongAreRefusedAndTheOldOnesStay() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");

        assertRefused(
                () -> writing.write(cast.maya(), story, scene(story, 0), SceneWords.words("a".repeat(20_001))),
                "error.text_too_long");
        assertThat(writing.read(cast.maya(), story).scenes().get(0).words()).startsWith("I left at six");
    }

    @Test
    void whatWasSentCannotBeChanged() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");

        assertRefused(() -> writing.rename(cast.maya(), story, "Other"), "error.already_sent");
        assertRefused(() -> writing.remove(cast.maya(), story, scene(story, 0)), "error.already_sent");
    }

    @Test
    void aDraftThatWasNeverSentCanBeErasedAndIsGone() {
        StoryId story = cast.story(cast.maya(), "Walking");

        writing.erase(cast.maya(), story);

        assertThat(writing.mine(cast.maya())).isEmpty();
        assertNotThere(() -> writing.read(cast.maya(), story));
        assertThat(house.lastEntry().event()).isEqualTo("story_erased");
    }

    @Test
    void aStoryThatWasSentIsNotErased() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");

        assertRefused(() -> writing.erase(cast.maya(), story), "story.erase_sent");
    }

    @Test
    void beginningAgainCopiesTheApprovedVersionAndLeavesItAlone() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");

        writing.beginAgain(cast.maya(), story);
        writing.rename(cast.maya(), story, "Walking further");

        VersionView draft = writing.read(cast.maya(), story);
        assertThat(draft.number()).isEqualTo(2);
        assertThat(draft.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(draft.scenes()).hasSize(3);
        assertThat(house.inTransaction(() ->
                        house.get(Stories.class).approvedOf(story).orElseThrow().title()))
                .isEqualTo("Walking");
    }

    private SceneId scene(StoryId story, int place) {
        return writing.read(cast.maya(), story).scenes().get(place).id();
    }
}
