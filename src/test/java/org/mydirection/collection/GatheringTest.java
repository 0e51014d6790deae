package org.mydirection.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.consent.TakingBack;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.Planning;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Visibility;

@OnBothDatabases
class GatheringTest {

    private final House house;
    private final Cast cast;
    private final Curation curation;
    private final GoalId goal;

    GatheringTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        curation = house.get(Curation.class);
        goal = cast.goal(cast.ruth(), cast.maya);
    }

    @Test
    void aCollectionIsPublishedOnceNothingIsMissingAndSaysEverythingThatIs() {
        CollectionId collection = curation.begin(cast.ruth(), cast.maya, "Finding a place");
        assertThat(house.lastEntry().event()).isEqualTo("collection_changed");
        assertThat(house.lastEntry().detail()).isEqualTo("begun");
        assertRefused(() -> curation.publish(cast.ruth(), collection), "collection.no_goal", "collection.no_story");

        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        curation.add(cast.ruth(), collection, story);
        assertThat(house.lastEntry().event()).isEqualTo("story_gathered");
        assertThat(house.lastEntry().story()).isEqualTo(story.value());
        curation.linkTo(cast.ruth(), collection, Set.of(goal));
        curation.publish(cast.ruth(), collection);

        assertThat(curation.read(cast.ruth(), collection).status()).isEqualTo(CollectionStatus.PUBLISHED);
        assertThat(house.lastEntry())
                .isEqualTo(new House.Entry(
                        "collection_published",
                        cast.ruth.value(),
                        collection.value(),
                        cast.maya.value(),
                        null,
                        null,
                        null));
        assertRefused(() -> curation.publish(cast.ruth(), collection), "collection.status_order");
        assertRefused(() -> curation.remove(cast.ruth(), collection, story), "collection.not_editable");
    }

    @Test
    void aStoryOfSomebodyElseIsPutInByOneAndPublishedByAnother() {
        StoryId kofis = cast.approvedStory(cast.kofi(), "Fishing");
        CollectionId ruths = cast.collection(cast.ruth(), cast.maya, goal, kofis);
        assertRefused(() -> curation.publish(cast.ruth(), ruths), "collection.second_person");

        CollectionId lenas = cast.collection(cast.lena(), cast.maya, goal, kofis);
        assertRefused(() -> curation.publish(cast.lena(), lenas), "collection.practitioner_publishes");
        assertThat(curation.read(cast.ruth(), lenas).mayPublish()).isTrue();
        curation.publish(cast.ruth(), lenas);
        assertThat(curation.read(cast.lena(), lenas).status()).isEqualTo(CollectionStatus.PUBLISHED);
    }

    @Test
    void onlyGoalsOfThePersonsPlanThatAreNotRemovedCanBeTied() {
        CollectionId collection = curation.begin(cast.ruth(), cast.maya, "Finding a place");
        GoalId kofis = cast.goal(cast.tom(), cast.kofi);
        GoalId removed = cast.goal(cast.ruth(), cast.maya);
        house.get(Planning.class).moveGoal(cast.ruth(), removed, GoalStatus.REMOVED);

        for (GoalId wrong : List.of(kofis, removed)) {
            assertThatThrownBy(() -> curation.linkTo(cast.ruth(), collection, Set.of(wrong)))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(curation.goals(cast.ruth(), collection))
                .extracting(Curation.GoalChoice::id)
                .containsExactly(goal);
        curation.linkTo(cast.ruth(), collection, Set.of(goal));
        assertThat(curation.goals(cast.ruth(), collection).get(0).linked()).isTrue();
    }

    @Test
    void whatMayNotBeGatheredIsNotThere() {
        CollectionId collection = curation.begin(cast.ruth(), cast.maya, "Finding a place");
        StoryId draft = cast.story(cast.maya(), "Draft");
        StoryId takenBack = cast.approvedStory(cast.maya(), "Taken back");
        house.get(TakingBack.class).takeBack(cast.maya(), takenBack);

        for (StoryId story : List.of(draft, takenBack)) {
            assertThatThrownBy(() -> curation.add(cast.ruth(), collection, story))
                    .isInstanceOf(NotFound.class);
        }
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        curation.add(cast.ruth(), collection, story);
        assertRefused(() -> curation.add(cast.ruth(), collection, story), "collection.story_twice");
    }

    @Test
    void aCollectionThatWouldShowNothingIsNotPublished() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal, story);
        assertThat(house.get(Visibility.class).wouldShow(collection)).containsExactly(story);

        house.get(TakingBack.class).takeBack(cast.maya(), story);

        assertThat(house.get(Visibility.class).wouldShow(collection)).isEmpty();
        assertRefused(() -> curation.publish(cast.ruth(), collection), "collection.nothing_to_show");
    }

    @Test
    void theDeskIsForThoseWhoGatherAndForThePractitioner() {
        CollectionId collection = curation.begin(cast.lena(), cast.maya, "Finding a place");

        assertThat(curation.desk(cast.lena())).hasSize(1);
        assertThat(curation.desk(cast.ruth())).hasSize(1);
        assertThat(curation.desk(cast.tom())).isEmpty();
        assertThatThrownBy(() -> curation.read(cast.tom(), collection)).isInstanceOf(NotFound.class);
        for (var other : List.of(cast.maya(), cast.priya(), cast.grace(), cast.anil())) {
            assertThatThrownBy(() -> curation.desk(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> curation.read(other, collection)).isInstanceOf(NotFound.class);
        }
        assertRefused(() -> curation.begin(cast.tom(), cast.maya, "Mine"), "collection.person_unknown");
        assertRefused(() -> curation.begin(cast.ruth(), cast.maya, " "), "collection.title_missing");

        house.get(CaseKeeping.class).exclude(cast.anil(), cast.maya, cast.lena);
        assertThat(curation.desk(cast.lena())).isEmpty();
        assertThatThrownBy(() -> curation.read(cast.lena(), collection)).isInstanceOf(NotFound.class);
    }

    @Test
    void storiesAreMovedByOnePlaceWhileItIsNotPublished() {
        StoryId first = cast.approvedStory(cast.maya(), "First");
        StoryId second = cast.approvedStory(cast.maya(), "Second");
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal, first, second);

        curation.move(cast.ruth(), collection, second, true);
        assertThat(curation.read(cast.ruth(), collection).stories()).containsExactly(second, first);
        curation.remove(cast.ruth(), collection, second);
        assertThat(curation.read(cast.ruth(), collection).stories()).containsExactly(first);
        curation.write(cast.ruth(), collection, "Another title", "Some words");
        curation.publish(cast.ruth(), collection);
        curation.pause(cast.ruth(), collection);
        curation.add(cast.ruth(), collection, second);
        curation.publish(cast.ruth(), collection);
        curation.archive(cast.ruth(), collection);
        assertThat(house.lastEntry().detail()).isEqualTo("archived");
        assertRefused(() -> curation.pause(cast.ruth(), collection), "collection.status_order");
        assertThat(curation.desk(cast.ruth())).isEmpty();
    }
}
