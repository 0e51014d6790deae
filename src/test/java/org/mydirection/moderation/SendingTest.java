package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class SendingTest {

    private final House house;
    private final Cast cast;

    SendingTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    @Test
    void aCompleteStoryWithPermissionIsSentAndWaitsInTheFirstQueue() {
        StoryId story = cast.sentStory(cast.maya(), "Walking");

        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).status())
                .isEqualTo(VersionStatus.SUBMITTED);
        assertThat(house.get(ReviewDesk.class).queue(cast.priya(), Stage.CONSENT))
                .hasSize(1);
        assertThat(house.lastEntry().event()).isEqualTo("story_submitted");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.maya.value());
    }

    @Test
    void anApprovedStoryPassedBothQueues() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");

        assertThat(house.get(StoryWriting.class).read(cast.maya(), story).status())
                .isEqualTo(VersionStatus.APPROVED);
    }
}
