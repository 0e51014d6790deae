package org.mydirection.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mydirection.media.AssetId;
import org.mydirection.media.TranscriptDrafter;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.WrittenBy;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** What becomes of a draft that was asked for: words that wait for the storyteller, or a sentence that says there are none. */
@OnBothDatabases
class DraftingTest {

    private final Cast cast;
    private final StoryWriting writing;
    private final Drafting drafting = new Drafting();
    private final StoryId story;

    DraftingTest(House house, Cast cast) {
        this.cast = cast;
        writing = house.get(StoryWriting.class);
        drafting.writing = writing;
        story = cast.shortStory(cast.maya(), "Walking");
        cast.file(
                cast.maya(),
                story,
                writing.addScene(cast.maya(), story, org.mydirection.story.SceneKind.RECORDING),
                org.mydirection.media.MediaKind.RECORDING);
    }

    @Test
    void aDraftWaitsForTheStoryteller() {
        ask(recording -> Optional.of("I walked by the canal."));
        assertThat(recording().transcript()).isEqualTo("I walked by the canal.");
        assertThat(recording().telling().unconfirmed()).isEqualTo(WrittenBy.ENGINE);
        assertThat(drafting.withoutWords(recording().id())).isFalse();
    }

    @Test
    void anEngineThatFailsOrHearsNothingSaysSoAndCanBeAskedAgain() {
        ask(recording -> {
            throw new IOException("gave up");
        });
        assertThat(drafting.withoutWords(recording().id())).isTrue();
        ask(recording -> Optional.empty());
        assertThat(drafting.withoutWords(recording().id())).isTrue();
        assertThat(recording().transcript()).isNull();
        ask(recording -> Optional.of("Now it did."));
        assertThat(drafting.withoutWords(recording().id())).isFalse();
    }

    private void ask(Engine engine) {
        drafting.drafter = new TranscriptDrafter() {
            @Override
            public boolean available() {
                return true;
            }

            @Override
            public Optional<String> draft(AssetId recording) throws IOException {
                return engine.draft(recording);
            }
        };
        drafting.draft(cast.maya(), story, recording().id(), recording().file().id());
    }

    private SceneView recording() {
        return writing.read(cast.maya(), story).scenes().get(1);
    }

    private interface Engine {
        Optional<String> draft(AssetId recording) throws IOException;
    }
}
