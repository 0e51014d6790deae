package org.mydirection.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Changes what a goal says. */
@Named
@RequestScoped
public class GoalEditPage {

    @Inject
    private Planning planning;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.goal}")
    private String goal;

    private GoalView before;
    private GoalForm form;

    public void load() {
        before = planning.goal(me.viewer(), id());
        form = GoalForm.of(before);
    }

    public String save() {
        try {
            planning.changeGoal(me.viewer(), id(), getForm().words());
            messages.done("goals.saved.text");
            return "/plan/goal.xhtml?faces-redirect=true&goal=" + id().text();
        } catch (Refused refused) {
            GoalForm.refuse(messages, refused);
            return null;
        }
    }

    private GoalId id() {
        return new GoalId(Id.require(goal));
    }

    public boolean isMine() {
        getForm();
        return me.viewer().is(before.person());
    }

    public String getGoal() {
        return id().text();
    }

    public GoalForm getForm() {
        if (form == null) {
            load();
        }
        return form;
    }
}
