package org.mydirection.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.Planning;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Watching;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** A list takes as many statements for six rows as for two. */
@OnBothDatabases
class StatementsTest {

    private final House house;
    private final Cast cast;

    StatementsTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
    }

    @Test
    void ofOnesOwnStories() {
        steady(() -> cast.story(cast.maya(), "Walking"), () -> house.get(StoryWriting.class)
                .mine(cast.maya()));
    }

    @Test
    void ofAQueue() {
        steady(() -> cast.sentStory(cast.maya(), "Walking"), () -> house.get(Claiming.class)
                .queue(cast.priya(), Stage.CONSENT));
    }

    @Test
    void ofTheCollectionsOnADesk() {
        steady(() -> house.get(Curation.class).begin(cast.ruth(), cast.maya, "Paths"), () -> house.get(Curation.class)
                .desk(cast.ruth()));
    }

    @Test
    void ofAPlan() {
        steady(
                () -> {
                    GoalId goal = cast.goal(cast.ruth(), cast.maya);
                    house.get(Planning.class)
                            .addStep(cast.ruth(), goal, "Ring", org.mydirection.plan.StepActor.SOMEONE_ELSE);
                },
                () -> house.get(Planning.class).read(cast.ruth(), cast.maya));
    }

    @Test
    void ofTheStoriesOfACollection() {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal);
        Curation curation = house.get(Curation.class);
        steady(
                () -> {
                    StoryId story = cast.approvedStory(cast.maya(), "Walking");
                    if (curation.read(cast.ruth(), collection).status()
                            == org.mydirection.collection.CollectionStatus.PUBLISHED) {
                        curation.pause(cast.ruth(), collection);
                    }
                    curation.add(cast.ruth(), collection, story);
                    curation.publish(cast.ruth(), collection);
                },
                () -> house.get(Watching.class).open(cast.ruth(), collection));
    }

    private void steady(Runnable oneMore, Runnable list) {
        oneMore.run();
        oneMore.run();
        list.run();
        long forTwo = house.statements(list);
        for (int i = 0; i < 4; i++) {
            oneMore.run();
        }
        assertThat(house.statements(list)).as("statements for six rows").isEqualTo(forTwo);
    }
}
