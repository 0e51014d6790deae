package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Asking;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** As whom the storyteller is shown. */
@Named
@RequestScoped
public class IdentityPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    private Identity identity;
    private String chosenName;

    public void open() {
        Asking.Asked asked = asking.read(me.viewer(), address.story());
        if (!asked.open()) {
            address.go(Questions.LIMITS, "");
            return;
        }
        identity = asked.answers().identity();
        chosenName = asked.answers().chosenName();
    }

    public void next() {
        try {
            asking.answerIdentity(me.viewer(), address.story(), identity, chosenName);
            address.go(Questions.DETAIL, Questions.of(Detail.FACE).more());
        } catch (Refused refused) {
            String field = identity == Identity.PSEUDONYM ? "chosen-name" : "identity";
            refused.refusals().forEach(refusal -> messages.refuse(field, refusal));
        }
    }

    public List<Identity> getChoices() {
        return List.of(Identity.values());
    }

    public Identity getIdentity() {
        return identity;
    }

    public void setIdentity(Identity identity) {
        this.identity = identity;
    }

    public String getChosenName() {
        return chosenName;
    }

    public void setChosenName(String chosenName) {
        this.chosenName = chosenName;
    }
}
