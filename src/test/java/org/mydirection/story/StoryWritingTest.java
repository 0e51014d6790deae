package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaKind;
import org.mydirection.moderation.Sending;
import org.mydirection.shared.NotFound;
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
        writing = house.get(StoryWriting.class);
    }

    @Test
    void aStoryBeginsAsAnEmptyDraftOfItsStoryteller() {
        StoryId story = writing.begin(cast.maya());

        VersionView draft = writing.read(cast.maya(), story);
        assertThat(draft.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(draft.title()).isNull();
        assertThat(draft.scenes()).isEmpty();
        assertThat(house.lastEntry())
                .isEqualTo(new House.Entry(
                        "story_begun", cast.maya.value(), story.value(), cast.maya.value(), story.value(), null, null));
    }

    @Test
    void scenesKeepTheirOrderAndAreMovedByOnePlace() {
        StoryId story = cast.story(cast.maya(), "Walking");
        List<SceneId> before = scenes(story);

        writing.move(cast.maya(), story, before.get(2), true);
        assertThat(scenes(story)).containsExactly(before.get(0), before.get(2), before.get(1));
        writing.move(cast.maya(), story, before.get(0), true);
        writing.move(cast.maya(), story, before.get(1), false);
        assertThat(scenes(story)).containsExactly(before.get(0), before.get(2), before.get(1));
        assertThat(house.lastEntry().event()).isEqualTo("story_written");
    }

    @Test
    void aSceneThatWasTakenOutComesBackWhereItWas() {
        StoryId story = cast.story(cast.maya(), "Walking");
        List<SceneId> before = scenes(story);

        writing.remove(cast.maya(), story, before.get(1));
        assertThat(scenes(story)).containsExactly(before.get(0), before.get(2));
        writing.putBack(cast.maya(), story, before.get(1));
        assertThat(scenes(story)).isEqualTo(before);
    }

    @Test
    void aNameInWhichThereIsNothingToSeeIsNoneAndOneOfSignsIs() {
        StoryId story = cast.story(cast.maya(), "Walking");
        writing.rename(cast.maya(), story, "\u200b\u2060\u00a0\u3164");
        assertThat(writing.read(cast.maya(), story).title()).isNull();
        writing.rename(cast.maya(), story, " \ud83d\udc68\u200d\ud83d\udc67 \u0645\u0631\u062d\u0628\u0627 ");
        assertThat(writing.read(cast.maya(), story).title())
                .isEqualTo("\ud83d\udc68\u200d\ud83d\udc67 \u0645\u0631\u062d\u0628\u0627");
    }

    /** A method that is new is tried, too. */
    @Test
    void noMethodThatTakesAStoryTakesThatOfSomebodyElse() throws ReflectiveOperationException {
        StoryId story = cast.story(cast.maya(), "Walking");
        Map<Class<?>, Object> given = Map.ofEntries(
                Map.entry(Viewer.class, cast.kofi()),
                Map.entry(StoryId.class, story),
                Map.entry(SceneId.class, scenes(story).get(0)),
                Map.entry(String.class, "x"),
                Map.entry(boolean.class, true),
                Map.entry(List.class, List.of()),
                Map.entry(SceneKind.class, SceneKind.WORDS),
                Map.entry(SceneWords.class, SceneWords.words("Mine")),
                Map.entry(Known.class, new Known(Set.of())),
                Map.entry(Others.class, Others.NOBODY),
                Map.entry(AssetId.class, new AssetId(UUID.randomUUID())));
        List<Method> taking = Stream.of(StoryWriting.class, StoryHelping.class)
                .flatMap(desk -> Arrays.stream(desk.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> List.of(method.getParameterTypes()).containsAll(List.of(Viewer.class, StoryId.class)))
                .toList();
        assertThat(taking).hasSizeGreaterThan(20);
        for (Method method : taking) {
            Object[] arguments = Arrays.stream(method.getParameterTypes())
                    .map(type -> Objects.requireNonNull(given.get(type), type.getName()))
                    .toArray();
            assertThatThrownBy(() -> method.invoke(house.get(method.getDeclaringClass()), arguments))
                    .as(method.toString())
                    .hasCauseInstanceOf(NotFound.class);
        }
    }

    @Test
    void whatIsNotTheirsIsNotThereForAnybodyElse() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneId scene = scenes(story).get(0);

        for (var other : List.of(cast.kofi(), cast.ruth(), cast.priya(), cast.lena(), cast.grace(), cast.anil())) {
            assertThatThrownBy(() -> writing.read(other, story)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> writing.rename(other, story, "Mine")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> writing.write(other, story, scene, SceneWords.words("x")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> writing.erase(other, story)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> writing.keyOf(other, story)).isInstanceOf(NotFound.class);
        }
        assertThat(writing.mine(cast.kofi())).isEmpty();
    }

    @Test
    void aSceneOfAnotherStoryIsNotThere() {
        StoryId one = cast.story(cast.maya(), "One");
        StoryId other = cast.story(cast.maya(), "Other");

        assertThatThrownBy(() -> writing.write(cast.maya(), one, scenes(other).get(0), SceneWords.words("x")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void tooLongATextIsRefusedAndWhatWasThereStays() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        SceneId scene = scenes(story).get(0);

        assertRefused(
                () -> writing.write(cast.maya(), story, scene, SceneWords.words("x".repeat(20_001))),
                "error.text_too_long");
        assertRefused(() -> writing.rename(cast.maya(), story, "x".repeat(121)), "error.text_too_long");
        VersionView after = writing.read(cast.maya(), story);
        assertThat(after.title()).isEqualTo("Walking");
        assertThat(after.scenes().get(0).words()).startsWith("I left at six");
    }

    @Test
    void thereIsRoomForFortyScenes() {
        StoryId story = writing.begin(cast.maya());
        for (int i = 0; i < StoryVersion.MOST_SCENES; i++) {
            writing.addScene(cast.maya(), story, SceneKind.WORDS);
        }
        assertRefused(() -> writing.addScene(cast.maya(), story, SceneKind.WORDS), "error.too_many");
    }

    @Test
    void aFileWaitsUntilItIsReadyAndReplacesTheOldOneOnlyThen() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneView picture = writing.read(cast.maya(), story).scenes().get(1);
        AssetId next = cast.asset(cast.maya(), story, MediaKind.PICTURE, "RECEIVED");
        writing.attach(cast.maya(), story, picture.id(), next);

        SceneView waiting = writing.settle(cast.maya(), story, picture.id());
        assertThat(waiting.file().id()).isEqualTo(picture.file().id());
        assertThat(waiting.incoming().id()).isEqualTo(next);

        cast.becomeReady(next);
        SceneView settled = writing.settle(cast.maya(), story, picture.id());
        assertThat(settled.file().id()).isEqualTo(next);
        assertThat(settled.incoming()).isNull();
        assertThat(discarded(picture.file().id())).isTrue();
    }

    @Test
    void aRefusedFileIsDroppedAndTheOldOneStays() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneView picture = writing.read(cast.maya(), story).scenes().get(1);
        AssetId broken = cast.asset(cast.maya(), story, MediaKind.PICTURE, "REFUSED");
        writing.attach(cast.maya(), story, picture.id(), broken);
        assertThat(writing.settle(cast.maya(), story, picture.id()).incoming().refusal())
                .isEqualTo("error.file_broken");

        writing.dropIncoming(cast.maya(), story, picture.id());

        SceneView after = writing.read(cast.maya(), story).scenes().get(1);
        assertThat(after.incoming()).isNull();
        assertThat(after.file().id()).isEqualTo(picture.file().id());
        assertThat(discarded(broken)).isTrue();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceInTheOrderOfThePage() {
        StoryId story = writing.begin(cast.maya());
        assertThat(codes(story)).containsExactly("submit.title_missing", "submit.no_scenes");

        writing.addScene(cast.maya(), story, SceneKind.WORDS);
        writing.addScene(cast.maya(), story, SceneKind.PICTURE);
        SceneId recording = writing.addScene(cast.maya(), story, SceneKind.RECORDING);
        writing.attach(cast.maya(), story, recording, cast.asset(cast.maya(), story, MediaKind.RECORDING, "RECEIVED"));

        assertThat(codes(story))
                .containsExactly(
                        "submit.title_missing",
                        "submit.words_missing",
                        "submit.media_missing",
                        "submit.alt_missing",
                        "submit.media_not_ready",
                        "submit.transcript_missing");
    }

    @Test
    void aDraftThatWasNeverSentIsErasedWithItsKeyAndFiles() {
        StoryId story = cast.story(cast.maya(), "Walking");

        writing.erase(cast.maya(), story);

        assertThat(writing.mine(cast.maya())).isEmpty();
        assertThatThrownBy(() -> writing.read(cast.maya(), story)).isInstanceOf(NotFound.class);
        assertThat(house.value("select count(*) from vault_key where wrapped is not null"))
                .isEqualTo(0L);
        assertThat(house.value("select count(*) from media_asset where discarded_at is null"))
                .isEqualTo(0L);
        assertThat(house.count("scene")).isZero();
        assertThat(house.lastEntry().event()).isEqualTo("story_erased");
    }

    @Test
    void aStoryThatWasSentIsNotErasedHere() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        assertRefused(() -> writing.erase(cast.maya(), story), "story.erase_sent");
    }

    @Test
    void whatWasSentStandsStill() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");
        assertRefused(() -> writing.rename(cast.maya(), story, "Other"), "error.already_sent");
        assertRefused(() -> writing.addScene(cast.maya(), story, SceneKind.WORDS), "error.already_sent");
    }

    @Test
    void theFileOfASceneThatWasTakenOutIsDiscardedWhenTheStoryIsSent() {
        StoryId story = cast.story(cast.maya(), "Walking");
        SceneView picture = writing.read(cast.maya(), story).scenes().get(1);
        writing.remove(cast.maya(), story, picture.id());
        cast.permit(cast.maya(), story, org.mydirection.consent.Purpose.OWN_SUPERVISION);

        house.get(Sending.class).send(cast.maya(), story);

        assertThat(discarded(picture.file().id())).isTrue();
        assertThat(house.count("scene")).isEqualTo(2);
    }

    @Test
    void aNewDraftOfAnApprovedStoryHasTheSameScenesAndChangesNothingOfTheOldOne() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        VersionView approved = writing.read(cast.maya(), story);

        writing.beginAgain(cast.maya(), story);
        writing.beginAgain(cast.maya(), story);

        VersionView draft = writing.read(cast.maya(), story);
        assertThat(draft.number()).isEqualTo(approved.number() + 1);
        assertThat(draft.status()).isEqualTo(VersionStatus.DRAFT);
        assertThat(draft.scenes()).hasSameSizeAs(approved.scenes());
        writing.rename(cast.maya(), story, "Another title");
        assertThat(house.value("select title from story_version where status = 'APPROVED'"))
                .isEqualTo("Walking");
    }

    private List<SceneId> scenes(StoryId story) {
        return writing.read(cast.maya(), story).scenes().stream()
                .map(SceneView::id)
                .toList();
    }

    private List<String> codes(StoryId story) {
        return writing.missing(cast.maya(), story).stream().map(Refusal::code).toList();
    }

    private boolean discarded(AssetId asset) {
        return house.value("select discarded_at from media_asset where id = ?", asset.value()) != null;
    }
}
