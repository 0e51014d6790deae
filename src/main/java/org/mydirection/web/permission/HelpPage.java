package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** How the questions were given, who helped, and for a yes that is said aloud, before which witness. */
@Named("permissionHelpPage")
@RequestScoped
public class HelpPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    private How how;
    private Helper helper;
    private String witness;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        how = asked.how();
        helper = asked.helper();
    }

    public void next() {
        try {
            asking.answerHelp(me.viewer(), address.story(), how, helper, witness);
            address.go(how == How.ALOUD ? Questions.ALOUD : Questions.TEACH_BACK, "");
        } catch (Refused refused) {
            refused.refusals()
                    .forEach(refusal ->
                            messages.refuse(how == null ? "how" : helper == null ? "helper" : "witness", refusal));
        }
    }

    public List<How> getWays() {
        return List.of(How.values());
    }

    public List<Helper> getHelpers() {
        return List.of(Helper.values());
    }

    public How getHow() {
        return how;
    }

    public void setHow(How how) {
        this.how = how;
    }

    public Helper getHelper() {
        return helper;
    }

    public void setHelper(Helper helper) {
        this.helper = helper;
    }

    public String getWitness() {
        return witness;
    }

    public void setWitness(String witness) {
        this.witness = witness;
    }
}
