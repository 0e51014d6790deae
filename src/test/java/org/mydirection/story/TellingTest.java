package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Role;
import org.mydirection.media.MediaKind;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** What a story answers, pictures along a narration, and words that somebody else wrote down. */
@OnBothDatabases
class TellingTest {

    private final House house;
    private final Cast cast;
    private final StoryWriting writing;
    private final StoryHelping helping;

    TellingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        writing = house.get(StoryWriting.class);
        helping = house.get(StoryHelping.class);
    }

    @Test
    void aStoryKeepsWhatItAnswers() {
        StoryIdea idea = new StoryIdea(
                "strengths.hope", cast.goal(cast.ruth(), cast.maya).value());
        StoryId story = writing.begin(cast.maya(), idea);
        assertThat(writing.idea(cast.maya(), story)).isEqualTo(idea);
        assertThat(writing.goalsTold(cast.maya())).containsExactly(idea.goal());
        assertThat(writing.idea(cast.maya(), writing.begin(cast.maya()))).isEqualTo(StoryIdea.NONE);
        assertThatThrownBy(() -> writing.idea(cast.kofi(), story)).isInstanceOf(NotFound.class);
    }

    @Test
    void picturesAreShownAlongANarrationInTheirOrder() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId second = writing.addScene(cast.maya(), story, SceneKind.PICTURE);
        cast.file(cast.maya(), story, second, MediaKind.PICTURE);
        SceneId voice = scene(story, SceneKind.RECORDING);
        assertThat(writing.read(cast.maya(), story).digital()).isNull();

        writing.time(cast.maya(), story, voice, List.of(0L, 700L));

        DigitalStory digital = writing.read(cast.maya(), story).digital();
        assertThat(digital.narration().id()).isEqualTo(voice);
        assertThat(digital.slides()).extracting(DigitalStory.Slide::fromMillis).containsExactly(0L, 700L);
        assertThat(digital.slides().get(1).picture().id()).isEqualTo(second);

        writing.time(cast.maya(), story, voice, List.of());
        assertThat(writing.read(cast.maya(), story).digital()).isNull();
    }

    @Test
    void timesThatDoNotFitAreRefused() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId voice = scene(story, SceneKind.RECORDING);
        assertRefused(() -> writing.time(cast.maya(), story, voice, List.of(0L, 5L)), "cue.too_many");
        assertRefused(() -> writing.time(cast.maya(), story, voice, List.of(5L)), "cue.order");
        assertRefused(() -> writing.time(cast.maya(), story, voice, List.of(99_999_999L)), "cue.order");
        SceneId picture = scene(story, SceneKind.PICTURE);
        assertThatThrownBy(() -> writing.time(cast.maya(), story, picture, List.of()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> writing.time(cast.kofi(), story, voice, List.of(0L)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aNewRecordingForgetsTheTimesOfTheOldOne() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId voice = scene(story, SceneKind.RECORDING);
        writing.time(cast.maya(), story, voice, List.of(0L));

        cast.file(cast.maya(), story, voice, MediaKind.RECORDING);

        assertThat(writing.read(cast.maya(), story).digital()).isNull();
    }

    @Test
    void aNewDraftKeepsTheTimesAndWhoIsInAPicture() {
        StoryId story = cast.sentStoryWith(cast.maya(), "Walking", draft -> {
            writing.time(cast.maya(), draft, scene(draft, SceneKind.RECORDING), List.of(0L));
            writing.sayOthers(cast.maya(), draft, scene(draft, SceneKind.PICTURE), Others.NOBODY);
        });
        cast.pass(cast.priya(), org.mydirection.moderation.Stage.CONSENT);
        cast.pass(cast.alan(), org.mydirection.moderation.Stage.CONTENT);

        writing.beginAgain(cast.maya(), story);

        VersionView draft = writing.read(cast.maya(), story);
        assertThat(draft.number()).isEqualTo(2);
        assertThat(draft.digital()).isNotNull();
        assertThat(draft.scenes().get(1).telling().others()).isEqualTo(Others.NOBODY);
    }

    @Test
    void anOldPageDoesNotWriteOverWordsThatItNeverShowed() {
        StoryId story = cast.story(cast.maya(), "Two pages");
        SceneId scene = writing.read(cast.maya(), story).scenes().get(0).id();
        Known shown = Known.parse(Known.of(SceneWords.words(
                writing.read(cast.maya(), story).scenes().get(0).words())));
        writing.write(cast.maya(), story, scene, SceneWords.words("At home."), shown);

        assertRefused(
                () -> writing.write(cast.maya(), story, scene, SceneWords.words("In a tunnel."), shown),
                "story.changed_elsewhere");
        assertThat(writing.read(cast.maya(), story).scenes().get(0).words()).isEqualTo("At home.");
    }

    @Test
    void whatASupporterTypesWaitsForTheStoryteller() {
        AccountId supporter = cast.person("bea", "Bea Holt", null, Role.PEER_SUPPORTER);
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        SceneId words = scene(story, SceneKind.WORDS);

        helping.begin(cast.maya(), story, " Bea ");
        assertThat(house.lastEntry())
                .isEqualTo(new House.Entry(
                        "help_begun",
                        cast.maya.value(),
                        supporter.value(),
                        cast.maya.value(),
                        story.value(),
                        null,
                        null));
        assertThat(helping.now(cast.maya(), story)).map(StoryHelping.Help::name).hasValue("Bea Holt");
        writing.write(cast.maya(), story, words, SceneWords.words("Bea typed this for me."));
        assertThat(writing.missing(cast.maya(), story)).contains(Refusal.of("submit.words_unconfirmed", 1));

        helping.confirm(cast.maya(), story);

        assertThat(writing.missing(cast.maya(), story)).isEmpty();
        assertThat(helping.now(cast.maya(), story)).isEmpty();
        assertThat(helping.all(cast.maya(), story)).hasSize(1).allSatisfy(help -> assertThat(help.confirmedAt())
                .isEqualTo(house.clock().instant()));
        assertThat(house.lastEntry().event()).isEqualTo("words_confirmed");
        writing.write(cast.maya(), story, words, SceneWords.words("I typed this."));
        assertThat(writing.missing(cast.maya(), story)).isEmpty();
    }

    @Test
    void onlyAPeerSupporterCanType() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        for (String name : new String[] {"ruth", "nobody", "", null, "kofi"}) {
            assertRefused(() -> helping.begin(cast.maya(), story, name), "help.supporter_unknown");
        }
        assertThatThrownBy(() -> helping.begin(cast.kofi(), story, "bea")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> helping.confirm(cast.kofi(), story)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyHelpsThemselves() {
        AccountId both = cast.person("sam", "Sam Both", null, Role.STORYTELLER, Role.PEER_SUPPORTER);
        StoryId story = writing.begin(cast.as(both));
        assertRefused(() -> helping.begin(cast.as(both), story, "sam"), "help.oneself");
    }

    @Test
    void aDraftOfTheEngineIsADraftUntilItIsConfirmed() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId voice = scene(story, SceneKind.RECORDING);
        assertThat(writing.draft(cast.maya(), story, voice, "Other words"))
                .as("words that are there stay")
                .isFalse();
        writing.write(cast.maya(), story, voice, SceneWords.recording(""));

        assertThat(writing.draft(cast.maya(), story, voice, "It was quite that morning"))
                .isTrue();

        assertThat(house.lastEntry().event()).isEqualTo("transcript_drafted");
        assertThat(writing.missing(cast.maya(), story)).contains(Refusal.of("submit.words_unconfirmed", 3));
        writing.write(cast.maya(), story, voice, SceneWords.recording("It was quiet that morning."));
        assertThat(writing.missing(cast.maya(), story)).contains(Refusal.of("submit.words_unconfirmed", 3));
        helping.confirm(cast.maya(), story);
        assertThat(writing.missing(cast.maya(), story)).doesNotContain(Refusal.of("submit.words_unconfirmed", 3));
    }

    private SceneId scene(StoryId story, SceneKind kind) {
        return writing.read(cast.maya(), story).scenes().stream()
                .filter(scene -> scene.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
