package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.collection.CollectionRow;
import org.mydirection.identity.Viewer;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryWriting;
import org.mydirection.supervision.Watching;
import org.mydirection.web.story.StartPage;

/** The lower half of a storyteller's home: their goals of now, and what was put together for them. */
@Named("homePlanPage")
@RequestScoped
public class HomePlan {

    @Inject
    private Me me;

    @Inject
    private Planning planning;

    @Inject
    private Watching watching;

    @Inject
    private StoryWriting writing;

    private List<GoalView> goals = List.of();
    private List<GoalView> reached = List.of();
    private List<CollectionRow> collections = List.of();

    public void open() {
        if (!me.isStoryteller()) {
            return;
        }
        Viewer viewer = me.viewer();
        try {
            goals = planning.read(viewer, viewer.account()).in(GoalStatus.ACTIVE);
            reached = StartPage.untold(planning, writing, viewer);
            collections = watching.collections(viewer, viewer.account(), null);
        } catch (NotFound noCase) {
            // A storyteller who is not in any caseload yet has stories, but neither plan nor collections.
            goals = List.of();
        }
    }

    public List<GoalView> getGoals() {
        return goals;
    }

    /** Goals that were reached and wait for their story. */
    public List<GoalView> getReached() {
        return reached;
    }

    public List<CollectionRow> getCollections() {
        return collections;
    }
}
