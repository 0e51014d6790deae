package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.AskingOthers;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.OtherView;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.consent.ThirdPartyId;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Who else is in the story, as the storyteller says it, and the code that each can answer by. */
@Named
@RequestScoped
public class OthersPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private DeclaringOthers others;

    @Inject
    private AskingOthers asking;

    private List<OtherView> rows = List.of();
    private String who;
    private Category category;
    private String code;
    private String codeFor;

    public void open() {
        rows = others.of(me.viewer(), address.story());
    }

    public void add() {
        try {
            others.declare(me.viewer(), address.story(), who, category);
            address.go("/story/others.xhtml", "");
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse(category == null ? "category" : "who", refusal));
            open();
        }
    }

    /** Shown once, on this answer only. */
    public void giveCode(String id) {
        try {
            code = asking.giveCode(me.viewer(), new ThirdPartyId(Id.require(id)));
            codeFor = id;
        } catch (Refused refused) {
            messages.refuse(refused);
        }
        open();
    }

    public void forget(String id) {
        try {
            others.forget(me.viewer(), new ThirdPartyId(Id.require(id)));
        } catch (Refused refused) {
            messages.refuse(refused);
        }
        open();
    }

    public List<OtherView> getRows() {
        return rows;
    }

    public List<Category> getCategories() {
        return List.of(Category.values());
    }

    public String getCode() {
        return code;
    }

    /** For whom the code is: their id. */
    public String getCodeFor() {
        return codeFor;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category;
    }
}
