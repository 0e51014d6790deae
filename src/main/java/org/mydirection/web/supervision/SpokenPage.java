package org.mydirection.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.OralTakingBack;
import org.mydirection.identity.Permission;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Somebody asks in words to take a story back: any member of staff records it, with a witness. */
@Named
@RequestScoped
public class SpokenPage {

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    private OralTakingBack oral;

    private String crn;
    private String number;
    private String witness;

    public void open() {
        me.viewer().require(Permission.RECORD_WORDS);
    }

    public String record() {
        try {
            oral.record(me.viewer(), crn, number, witness);
            messages.done("oral.done.text");
            return "/supervision/spoken.xhtml?faces-redirect=true";
        } catch (Refused refused) {
            refused.refusals()
                    .forEach(refusal ->
                            messages.refuse(refusal.code().equals("oral.person_unknown") ? "crn" : "witness", refusal));
            return null;
        }
    }

    public String getCrn() {
        return crn;
    }

    public void setCrn(String crn) {
        this.crn = crn;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getWitness() {
        return witness;
    }

    public void setWitness(String witness) {
        this.witness = witness;
    }
}
