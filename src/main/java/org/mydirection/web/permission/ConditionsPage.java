package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.Asking;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Anything else, in one's own words. */
@Named
@RequestScoped
public class ConditionsPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    private String conditions;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        conditions = asked.answers().conditions();
    }

    public void next() {
        try {
            asking.answerConditions(me.viewer(), address.story(), conditions);
            address.go(Questions.HELP, "");
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("conditions", refusal));
        }
    }

    public String getConditions() {
        return conditions;
    }

    public void setConditions(String conditions) {
        this.conditions = conditions;
    }
}
