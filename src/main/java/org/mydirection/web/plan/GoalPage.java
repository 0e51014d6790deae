package org.mydirection.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mydirection.collection.CollectionRow;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalStatus;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.plan.StepActor;
import org.mydirection.plan.StepId;
import org.mydirection.plan.StepStatus;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.Reflecting;
import org.mydirection.supervision.Reflecting.Given;
import org.mydirection.supervision.Reflecting.Reflected;
import org.mydirection.supervision.Watching;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** One goal: its steps, the collections for it, what was shown and what was written afterwards. */
@Named
@RequestScoped
public class GoalPage {

    @Inject
    private Planning planning;

    @Inject
    private Watching watching;

    @Inject
    private Reflecting reflecting;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.goal}")
    private String id;

    private GoalView goal;
    private List<CollectionRow> collections;
    private List<Reflected> reflections;
    private List<Given> presentations;
    private final Map<String, String> statuses = new HashMap<>();
    private String stepText;
    private StepActor stepActor;

    public void load() {
        goal = planning.goal(me.viewer(), id());
        goal.steps()
                .forEach(step -> statuses.put(step.id().text(), step.status().name()));
        collections = watching.collections(me.viewer(), goal.person(), id());
        reflections = reflecting.on(me.viewer(), id());
        presentations = reflecting.presentationsFor(me.viewer(), id());
    }

    public String addStep() {
        return attempt(() -> {
            planning.addStep(me.viewer(), id(), stepText, stepActor);
            messages.done("goals.step.saved.text");
        });
    }

    public String moveStep(String step) {
        StepStatus next = StepStatus.valueOf(statuses.get(step));
        return attempt(() -> {
            planning.moveStep(me.viewer(), id(), new StepId(Id.require(step)), next);
            messages.done("goals.step.saved.text");
        });
    }

    public String move(String next) {
        return attempt(() -> {
            planning.moveGoal(me.viewer(), id(), GoalStatus.valueOf(next));
            messages.done("goals.saved.text");
        });
    }

    private String attempt(Runnable change) {
        try {
            change.run();
            return "/plan/goal.xhtml?faces-redirect=true&goal=" + id().text();
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(field(refusal), refusal));
            return null;
        }
    }

    private static String field(Refusal refusal) {
        return switch (refusal.code()) {
            case "step.text_missing", "step.text_long" -> "step-text";
            case "step.actor_missing" -> "step-actor";
            default -> null;
        };
    }

    private GoalId id() {
        return new GoalId(Id.require(id));
    }

    public GoalView getGoal() {
        if (goal == null) {
            load();
        }
        return goal;
    }

    public boolean isMine() {
        return me.viewer().is(getGoal().person());
    }

    public boolean may(String next) {
        return getGoal().status().mayBecome(GoalStatus.valueOf(next));
    }

    public List<CollectionRow> getCollections() {
        return collections;
    }

    public List<Reflected> getReflections() {
        return reflections;
    }

    public List<Given> getPresentations() {
        return presentations;
    }

    /** The status of each step by its id, as it is chosen. */
    public Map<String, String> getStatuses() {
        getGoal();
        return statuses;
    }

    public StepStatus[] getStepStatuses() {
        return StepStatus.values();
    }

    public StepActor[] getActors() {
        return StepActor.values();
    }

    public String getStepText() {
        return stepText;
    }

    public void setStepText(String stepText) {
        this.stepText = stepText;
    }

    public StepActor getStepActor() {
        return stepActor;
    }

    public void setStepActor(StepActor stepActor) {
        this.stepActor = stepActor;
    }
}
