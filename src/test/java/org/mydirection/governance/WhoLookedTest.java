package org.mydirection.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;

import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Purpose;
import org.mydirection.governance.WhoLooked.Look;
import org.mydirection.governance.WhoLooked.Who;
import org.mydirection.plan.GoalId;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Previewing;
import org.mydirection.supervision.Watching;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

/** Who looked at a story, by their part in it; and the copies of it. */
@OnBothDatabases
class WhoLookedTest {

    private final House house;
    private final Cast cast;
    private final WhoLooked whoLooked;

    WhoLookedTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.whoLooked = house.get(WhoLooked.class);
    }

    @Test
    void everybodyWhoLookedIsToldByTheirPartAndNoneByName() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        GoalId kofis = cast.goal(cast.tom(), cast.kofi);
        GoalId mayas = cast.goal(cast.ruth(), cast.maya);
        CollectionId forKofi = cast.collection(cast.lena(), cast.kofi, kofis, story);
        house.get(Previewing.class).preview(cast.lena(), forKofi, story);
        house.get(Curation.class).publish(cast.tom(), forKofi);
        house.get(Watching.class).watch(cast.tom(), forKofi, story);
        house.get(Watching.class).watch(cast.kofi(), forKofi, story);
        CollectionId forMaya = cast.mayasCollection(mayas, story);
        house.get(Watching.class).watch(cast.ruth(), forMaya, story);
        house.get(Watching.class).watch(cast.ruth(), forMaya, story);
        house.get(Watching.class).watch(cast.maya(), forMaya, story);

        assertThat(whoLooked.at(cast.maya(), story))
                .containsExactly(
                        look(Who.MY_PRACTITIONER, Purpose.OWN_SUPERVISION),
                        look(Who.OTHER_PERSON, Purpose.OTHER_PEOPLE_SUPERVISION),
                        look(Who.OTHER_PRACTITIONER, Purpose.OTHER_PEOPLE_SUPERVISION),
                        look(Who.GATHERER, Purpose.OTHER_PEOPLE_SUPERVISION),
                        look(Who.CHECKER, null));
        assertNotThere(() -> whoLooked.at(cast.kofi(), story));
        assertNotThere(() -> whoLooked.at(cast.ruth(), story));
    }

    @Test
    void aPurposeThatWasRemovedFromTheListIsLeftOutAndTheLookIsStillTold() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        CollectionId forMaya = cast.mayasCollection(cast.goal(cast.ruth(), cast.maya), story);
        house.get(Watching.class).watch(cast.ruth(), forMaya, story);
        house.change("update audit_entry set purpose = 'PODCAST' where event = 'story_watched'");

        assertThat(whoLooked.at(cast.maya(), story))
                .containsExactly(look(Who.MY_PRACTITIONER, null), look(Who.CHECKER, null));
    }

    @Test
    void aCopyThatWasSavedIsListed() {
        StoryId story = cast.approvedStory(cast.maya(), "Walking");
        assertThat(whoLooked.copies(cast.maya(), story)).isEmpty();

        house.get(StoryWriting.class).takeCopy(cast.maya(), story);

        assertThat(whoLooked.copies(cast.maya(), story))
                .containsExactly(house.clock().instant());
        assertNotThere(() -> whoLooked.copies(cast.kofi(), story));
    }

    private Look look(Who who, Purpose purpose) {
        return new Look(house.clock().today(), who, purpose);
    }
}
