package org.mydirection.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.identity.AccountId;
import org.mydirection.plan.GoalId;
import org.mydirection.plan.Planning;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Writes a new goal into a plan. */
@Named
@RequestScoped
public class GoalNewPage {

    @Inject
    private Planning planning;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.person}")
    private String person;

    private final GoalForm form = new GoalForm();

    /** Whoever may not write the plan gets no page. */
    public void load() {
        planning.read(me.viewer(), id());
    }

    public String save() {
        try {
            GoalId goal = planning.addGoal(me.viewer(), id(), form.words());
            messages.done("goals.saved.text");
            return "/plan/goal.xhtml?faces-redirect=true&goal=" + goal.text();
        } catch (Refused refused) {
            GoalForm.refuse(messages, refused);
            return null;
        }
    }

    private AccountId id() {
        return new AccountId(Id.require(person));
    }

    public boolean isMine() {
        return me.viewer().is(id());
    }

    public String getPerson() {
        return id().text();
    }

    public GoalForm getForm() {
        return form;
    }
}
