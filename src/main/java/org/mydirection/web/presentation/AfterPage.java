package org.mydirection.web.presentation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.Planning;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.PresentationId;
import org.mydirection.supervision.Presenting;
import org.mydirection.supervision.Presenting.Given;
import org.mydirection.supervision.Reflecting;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** After a presentation: how it ended, and what the practitioner or the person writes about it. */
@Named
@RequestScoped
public class AfterPage {

    @Inject
    private Presenting presenting;

    @Inject
    private Planning planning;

    @Inject
    private Reflecting reflecting;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.presentation}")
    private String presentation;

    private Given given;
    private GoalView goal;
    private String words;

    public void load() {
        given = presenting.read(me.viewer(), id());
        goal = planning.goal(me.viewer(), given.goal());
    }

    public String keep() {
        try {
            reflecting.write(me.viewer(), id(), words);
            if (isMine()) {
                messages.done("reflect.saved.text");
            } else {
                messages.done("present.reflected.text");
            }
            return "/plan/goal.xhtml?faces-redirect=true&goal=" + getGoal().id().text();
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("words", refusal));
            return null;
        }
    }

    private PresentationId id() {
        return new PresentationId(Id.require(presentation));
    }

    public String getPresentation() {
        return id().text();
    }

    public Given getGiven() {
        if (given == null) {
            load();
        }
        return given;
    }

    public GoalView getGoal() {
        getGiven();
        return goal;
    }

    public boolean isMine() {
        return me.viewer().is(getGiven().person());
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
