package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mydirection.consent.BeforeTelling;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.shared.NotFound;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/**
 * What would you like to tell? Before a first story, what staff must act on. A goal that was reached invites its story,
 * until one is begun.
 */
@Named
@RequestScoped
public class StartPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private StoryWriting writing;

    @Inject
    private Planning planning;

    @Inject
    private BeforeTelling before;

    private List<GoalView> reached = List.of();

    public void open() {
        Viewer viewer = me.viewer();
        viewer.require(Permission.TELL_STORIES);
        if (!before.knows(viewer)) {
            address.redirect("/story/before.xhtml");
            return;
        }
        reached = untold(planning, writing, viewer);
    }

    /** The goals that the viewer reached and told nothing of yet; none for somebody who is in no caseload. */
    public static List<GoalView> untold(Planning planning, StoryWriting writing, Viewer viewer) {
        Set<UUID> told = writing.goalsTold(viewer);
        try {
            return planning.read(viewer, viewer.account()).in(GoalStatus.ACHIEVED).stream()
                    .filter(goal -> !told.contains(goal.id().value()))
                    .toList();
        } catch (NotFound noCase) {
            return List.of();
        }
    }

    public List<GoalView> getReached() {
        return reached;
    }
}
