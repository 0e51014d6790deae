package org.mydirection.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.caseload.CaseFinding;
import org.mydirection.caseload.CaseRow;
import org.mydirection.collection.CollectionRow;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Viewer;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.plan.Planning.PlanView;
import org.mydirection.shared.Id;
import org.mydirection.supervision.Watching;
import org.mydirection.web.Me;

/** One person of the caseload: what they work towards now, and what may be shown for it. */
@Named
@RequestScoped
public class PersonPage {

    @Inject
    private CaseFinding cases;

    @Inject
    private Planning planning;

    @Inject
    private Watching watching;

    @Inject
    private Me me;

    @Inject
    @ManagedProperty("#{param.person}")
    private String person;

    private CaseRow who;
    private PlanView plan;
    private List<ForGoal> now;

    public void load() {
        Viewer viewer = me.viewer();
        AccountId id = new AccountId(Id.require(person));
        who = cases.supervised(viewer, id);
        plan = planning.read(viewer, id);
        now = plan.in(GoalStatus.ACTIVE).stream()
                .map(goal -> new ForGoal(goal, watching.collections(viewer, id, goal.id())))
                .toList();
    }

    public CaseRow getWho() {
        return who;
    }

    public PlanView getPlan() {
        return plan;
    }

    /** The goals of now with the published collections that are tied to each. */
    public List<ForGoal> getNow() {
        return now;
    }

    /** A goal and what may be shown for it. */
    public record ForGoal(GoalView goal, List<CollectionRow> collections) {}
}
