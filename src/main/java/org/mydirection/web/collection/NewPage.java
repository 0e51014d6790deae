package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.caseload.CaseFinding;
import org.mydirection.caseload.CaseRow;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Begins a collection: what it is called and for whom it is. */
@Named("collectionNewPage")
@RequestScoped
public class NewPage {

    @Inject
    private Curation curation;

    @Inject
    private CaseFinding cases;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.person}")
    private String asked;

    private String title;
    private String person;
    private String crn;
    private List<CaseRow> people;

    public void load() {
        me.viewer().require(Permission.CURATE);
        person = asked;
    }

    public String begin() {
        AccountId whose = person == null || person.isEmpty()
                ? cases.byCrn(me.viewer(), crn).orElse(null)
                : new AccountId(Id.require(person));
        try {
            CollectionId collection = curation.begin(me.viewer(), whose, title);
            return "/collection/edit.xhtml?faces-redirect=true&collection=" + collection.text();
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(field(refusal), refusal));
            return null;
        }
    }

    private String field(Refusal refusal) {
        return switch (refusal.code()) {
            case "collection.title_missing" -> "title";
            case "collection.person_unknown" -> getPeople().isEmpty() ? "crn" : "for";
            default -> null;
        };
    }

    /** The people to choose from; none for a curator, who gives the CRN. */
    public List<CaseRow> getPeople() {
        if (people == null) {
            people = me.viewer().may(Permission.WRITE_PLANS) ? cases.mine(me.viewer()) : List.of();
        }
        return people;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getCrn() {
        return crn;
    }

    public void setCrn(String crn) {
        this.crn = crn;
    }
}
