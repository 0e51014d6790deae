package org.mydirection.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.consent.Purpose;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.Planning;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.Watching;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Visibility;
import org.mydirection.visibility.VisibleStory;

@OnBothDatabases
class CurationTest {

    private final House house;
    private final Cast cast;
    private final Curation curation;
    private final GoalId goal;

    CurationTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.curation = house.get(Curation.class);
        this.goal = cast.goal(cast.ruth(), cast.maya);
    }

    @Test
    void whatIsPublishedIsSeenByThePersonAndTheirPractitionerAndNobodyElse() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);
        Watching watching = house.get(Watching.class);

        assertThat(watching.open(cast.maya(), collection).shown()).isEqualTo(1);
        assertThat(watching.open(cast.ruth(), collection).shown()).isEqualTo(1);
        assertNotThere(() -> watching.open(cast.tom(), collection));
        assertNotThere(() -> watching.open(cast.kofi(), collection));
        assertNotThere(() -> watching.open(cast.priya(), collection));
        assertNotThere(() -> watching.open(cast.lena(), collection));
        assertNotThere(() -> watching.open(cast.grace(), collection));
        assertNotThere(() -> watching.open(cast.anil(), collection));
    }

    @Test
    void aDraftIsSeenByNobodyItIsFor() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal, story);

        assertNotThere(() -> house.get(Watching.class).open(cast.maya(), collection));
        assertThat(house.get(Visibility.class).list(cast.maya(), collection)).isEmpty();
    }

    @Test
    void allThatIsMissingBeforePublishingIsSaidAtOnce() {
        CollectionId collection = curation.begin(cast.lena(), cast.maya, "Empty");

        assertRefused(
                () -> curation.publish(cast.lena(), collection),
                "collection.practitioner_publishes",
                "collection.no_goal",
                "collection.no_story");
    }

    @Test
    void whoPutInAStoryOfSomebodyElseDoesNotPublishIt() {
        StoryId kofis = cast.approvedStory(cast.kofi(), "Baking");
        CollectionId collection = cast.collection(cast.ruth(), cast.maya, goal, kofis);

        assertRefused(() -> curation.publish(cast.ruth(), collection), "collection.second_person");
    }

    @Test
    void aSecondPersonPublishesWhatACuratorGathered() {
        StoryId kofis = cast.approvedStory(cast.kofi(), "Baking");
        CollectionId collection = cast.collection(cast.lena(), cast.maya, goal, kofis);

        curation.publish(cast.ruth(), collection);

        assertThat(house.get(Visibility.class).list(cast.maya(), collection))
                .extracting(VisibleStory::purpose)
                .containsExactly(Purpose.OTHER_PEOPLE_SUPERVISION);
        assertThat(house.lastEntry().event()).isEqualTo("collection_published");
        assertThat(house.lastEntry().actor()).isEqualTo(cast.ruth.value());
    }

    @Test
    void aStoryWithoutPermissionForOthersCannotBeGatheredForOthers() {
        StoryId kofis = cast.story(cast.kofi(), "Baking");
        cast.permit(cast.kofi(), kofis, Purpose.OWN_SUPERVISION);
        house.get(Sending.class).send(cast.kofi(), kofis);
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        CollectionId collection = curation.begin(cast.lena(), cast.maya, "Doors");

        assertThat(house.get(Visibility.class).gatherable(cast.lena(), collection, 10))
                .isEmpty();
        assertNotThere(() -> curation.add(cast.lena(), collection, kofis));
    }

    @Test
    void aStoryThatNobodyApprovedCannotBeGathered() {
        StoryId sent = cast.sentStory(cast.maya(), "Walking");
        CollectionId collection = curation.begin(cast.ruth(), cast.maya, "Doors");

        assertNotThere(() -> curation.add(cast.ruth(), collection, sent));
    }

    @Test
    void onlyGoalsOfThisPersonsPlanCanBeLinked() {
        GoalId kofis = cast.goal(cast.tom(), cast.kofi);
        CollectionId collection = curation.begin(cast.ruth(), cast.maya, "Doors");

        assertNotThere(() -> curation.linkTo(cast.ruth(), collection, Set.of(kofis)));
    }

    @Test
    void aRemovedGoalCannotBeLinked() {
        house.get(Planning.class).moveGoal(cast.ruth(), goal, GoalStatus.REMOVED);
        CollectionId collection = curation.begin(cast.ruth(), cast.maya, "Doors");

        assertNotThere(() -> curation.linkTo(cast.ruth(), collection, Set.of(goal)));
    }

    @Test
    void aPublishedCollectionIsChangedOnlyWhileItIsPaused() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);

        assertRefused(() -> curation.remove(cast.ruth(), collection, story), "collection.not_editable");
        curation.pause(cast.ruth(), collection);
        assertNotThere(() -> house.get(Watching.class).open(cast.maya(), collection));
        curation.remove(cast.ruth(), collection, story);
    }

    @Test
    void aPractitionerWhoNoLongerSupervisesThePersonLosesTheDeskAndTheStories() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertNotThere(() -> curation.read(cast.ruth(), collection));
        assertThat(curation.desk(cast.ruth())).isEmpty();
        assertThat(house.get(Visibility.class).list(cast.ruth(), collection)).isEmpty();
    }

    @Test
    void whoIsKeptOutOfTheCaseSeesNothingAtOnce() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId collection = cast.mayasCollection(goal, story);

        house.get(CaseKeeping.class).exclude(cast.anil(), cast.maya, cast.ruth);

        assertThat(house.get(Visibility.class).list(cast.ruth(), collection)).isEmpty();
        assertNotThere(() -> house.get(Watching.class).open(cast.ruth(), collection));
        assertNotThere(() -> curation.read(cast.ruth(), collection));
    }
}
