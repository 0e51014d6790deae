package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.AnsweringAloud;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Purpose;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaKind;
import org.mydirection.media.MediaSwept;
import org.mydirection.moderation.Sending;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** Bytes of a person that no scene shows do not stay. */
@OnBothDatabases
class ForgottenFilesTest {

    private final House house;
    private final Cast cast;

    ForgottenFilesTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    @Test
    void aFileWhoseUploadEndedBeforeItsSceneHadItGoesWithTheSweep() {
        StoryId story = cast.story(cast.maya(), "Walking");
        AssetId forgotten = cast.asset(cast.maya(), story, MediaKind.PICTURE, "READY");

        sweep(Duration.ofHours(-1));
        assertThat(discarded(forgotten)).as("too young").isFalse();

        sweep(Duration.ofHours(1));
        assertThat(discarded(forgotten)).isTrue();
        assertThat(house.value("select count(*) from media_asset where discarded_at is not null"))
                .as("those that scenes show stay")
                .isEqualTo(1L);
    }

    @Test
    void aFileThatWasTakenOutGoesWhenTheStoryIsSent() {
        StoryId story = cast.story(cast.maya(), "Walking");
        StoryWriting writing = house.get(StoryWriting.class);
        SceneId scene = writing.addScene(cast.maya(), story, SceneKind.PICTURE);
        AssetId file = cast.file(cast.maya(), story, scene, MediaKind.PICTURE);
        writing.remove(cast.maya(), story, scene);
        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        assertThat(discarded(file)).as("it can be put back").isFalse();

        house.get(Sending.class).send(cast.maya(), story);

        assertThat(discarded(file)).isTrue();
    }

    @Test
    void aRecordingThatIsEvidenceOfAPermissionStays() {
        StoryId story = cast.shortStory(cast.maya(), "Walking");
        cast.answer(cast.maya(), story, Purpose.OWN_SUPERVISION);
        house.get(Asking.class).answerHelp(cast.maya(), story, How.ALOUD, Helper.NOBODY, "");
        AnsweringAloud aloud = house.get(AnsweringAloud.class);
        AssetId answers = cast.asset(cast.maya(), story, MediaKind.RECORDING, "READY");
        aloud.attach(cast.maya(), story, aloud.begin(cast.maya(), story), answers.value());

        sweep(Duration.ofHours(1));

        assertThat(discarded(answers)).isFalse();
    }

    private void sweep(Duration later) {
        house.get(StoryFiles.class).letGo(new MediaSwept(house.clock().instant().plus(later)));
    }

    private boolean discarded(AssetId file) {
        return house.value("select discarded_at from media_asset where id = ?", file.value()) != null;
    }
}
