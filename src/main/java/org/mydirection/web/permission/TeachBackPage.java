package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.Asking;
import org.mydirection.consent.TeachBack;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Said back in one's own words. Not a test: it tells whether the notice was clear. */
@Named
@RequestScoped
public class TeachBackPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    private String whoSees;
    private String changeMind;
    private String mustAct;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        whoSees = asked.said().whoSees();
        changeMind = asked.said().changeMind();
        mustAct = asked.said().mustAct();
    }

    public void next() {
        try {
            asking.sayBack(me.viewer(), address.story(), new TeachBack(whoSees, changeMind, mustAct));
            address.go(Questions.CHECK, "");
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("who-sees", refusal));
        }
    }

    public String getWhoSees() {
        return whoSees;
    }

    public void setWhoSees(String whoSees) {
        this.whoSees = whoSees;
    }

    public String getChangeMind() {
        return changeMind;
    }

    public void setChangeMind(String changeMind) {
        this.changeMind = changeMind;
    }

    public String getMustAct() {
        return mustAct;
    }

    public void setMustAct(String mustAct) {
        this.mustAct = mustAct;
    }
}
