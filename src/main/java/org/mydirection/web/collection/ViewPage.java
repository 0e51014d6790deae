package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.mydirection.collection.CollectionId;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.Presenting;
import org.mydirection.supervision.Watching;
import org.mydirection.supervision.Watching.Opened;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** A published collection, for its person and for the practitioner who shows it. */
@Named("collectionViewPage")
@RequestScoped
public class ViewPage {

    @Inject
    private Watching watching;

    @Inject
    private Planning planning;

    @Inject
    private Presenting presenting;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.collection}")
    private String collection;

    private Opened opened;
    private List<GoalView> goals;
    private String goal;
    private boolean named;

    public void load() {
        opened = watching.open(me.viewer(), id());
        goals = opened.goals().stream()
                .map(one -> planning.goal(me.viewer(), one))
                .sorted(Comparator.comparing(GoalView::status).thenComparing(GoalView::title))
                .toList();
    }

    /** Starts showing it, for the goal that was chosen or the only one there is. */
    public String start() {
        GoalId chosen = goal == null && getGoals().size() == 1
                ? getGoals().get(0).id()
                : Id.parse(goal).map(GoalId::new).orElse(null);
        if (chosen == null) {
            messages.refuse("goal", Refusal.of("presentation.goal_missing"));
            return null;
        }
        try {
            return "/presentation/show.xhtml?faces-redirect=true&presentation="
                    + presenting.start(me.viewer(), id(), chosen, named).text();
        } catch (Refused refused) {
            messages.refuse(refused);
            return null;
        }
    }

    private CollectionId id() {
        return new CollectionId(Id.require(collection));
    }

    public Opened getOpened() {
        if (opened == null) {
            load();
        }
        return opened;
    }

    public boolean isMine() {
        return me.viewer().is(getOpened().person());
    }

    public List<GoalView> getGoals() {
        getOpened();
        return goals;
    }

    public String getGoal() {
        return goal;
    }

    public void setGoal(String goal) {
        this.goal = goal;
    }

    public boolean isNamed() {
        return named;
    }

    public void setNamed(boolean named) {
        this.named = named;
    }
}
