package org.mydirection.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.collection.CollectionId;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.Presenting.Look;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Visibility;

/** A practitioner who loses the case in the middle of a presentation sees nothing more of it. */
@OnBothDatabases
class NoLongerTheirsTest {

    private final House house;
    private final Cast cast;
    private final Presenting presenting;

    NoLongerTheirsTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.presenting = house.get(Presenting.class);
    }

    @Test
    void theOpeningOfThePresentationIsGone() {
        PresentationId presentation = started();
        assertThat(presenting.opening(cast.ruth(), presentation).live()).isTrue();
        assertThat(presenting.look(cast.ruth(), presentation, null)).isEqualTo(Look.STAY);

        house.get(CaseKeeping.class).assign(cast.anil(), cast.maya, cast.tom);

        assertThat(presenting.look(cast.ruth(), presentation, null)).isEqualTo(Look.CLEAR);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> presenting.opening(cast.ruth(), presentation));
        assertThat(presenting.show(cast.ruth(), presentation, 0).gap()).isTrue();
    }

    @Test
    void soItIsForAPractitionerWhoIsKeptOutOfTheCase() {
        PresentationId presentation = started();

        house.get(CaseKeeping.class).exclude(cast.anil(), cast.maya, cast.ruth);

        assertThat(presenting.look(cast.ruth(), presentation, null)).isEqualTo(Look.CLEAR);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> presenting.opening(cast.ruth(), presentation));
    }

    @Test
    void theStorytellerReadsWhetherTheStoryIsOpenAndWhenItWasShown() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        CollectionId collection = cast.mayasCollection(goal, story);
        PresentationId presentation = presenting.start(cast.ruth(), collection, goal, true);
        presenting.show(cast.ruth(), presentation, 0);

        assertThat(house.get(Visibility.class).open(cast.maya(), story)).isTrue();
        assertThat(house.get(Visibility.class).open(cast.kofi(), story)).isFalse();
        assertThat(house.get(Reflecting.class).showings(cast.maya(), story))
                .extracting(ShownRow::by)
                .containsExactly("Ruth Okafor");
    }

    private PresentationId started() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        return presenting.start(cast.ruth(), cast.mayasCollection(goal, story), goal, false);
    }
}
