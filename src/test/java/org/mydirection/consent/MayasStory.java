package org.mydirection.consent;

import org.mydirection.collection.CollectionId;
import org.mydirection.plan.GoalId;
import org.mydirection.story.StoryId;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.visibility.Through;
import org.mydirection.visibility.Visibility;

/** Where most tests of permission begin: a story of Maya's that passed, in a collection that Ruth published for her. */
abstract class MayasStory {

    protected final House house;
    protected final Cast cast;
    protected final Visibility visibility;
    protected final GoalId goal;
    protected final StoryId story;
    protected final CollectionId collection;

    protected MayasStory(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.visibility = house.get(Visibility.class);
        this.goal = cast.goal(cast.ruth(), cast.maya);
        this.story = cast.approvedStory(cast.maya(), "Walking");
        this.collection = cast.mayasCollection(goal, story);
    }

    /** By Ruth, who supervises Maya, through that collection. */
    protected final boolean seen(StoryId story) {
        return visibility
                .see(cast.ruth(), new Through.Published(collection), story)
                .isPresent();
    }
}
