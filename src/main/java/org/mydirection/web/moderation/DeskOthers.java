package org.mydirection.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Stream;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.consent.ThirdParty.Outcome;
import org.mydirection.consent.ThirdPartyId;
import org.mydirection.moderation.Findings;
import org.mydirection.moderation.ReviewId;
import org.mydirection.shared.Id;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** On the desk: somebody else in the story is found, or decided about. */
@Named
@RequestScoped
public class DeskOthers {

    @Inject
    private Me me;

    @Inject
    private Findings findings;

    @Inject
    private Messages messages;

    @Inject
    private Address address;

    @Inject
    @ManagedProperty("#{param.review}")
    private String review;

    public String found() {
        try {
            findings.found(me.viewer(), id(), address.get("found"), category());
            return again();
        } catch (Refused refused) {
            messages.refuseThere(refused);
            return again();
        }
    }

    public String judge(Outcome outcome) {
        try {
            ThirdPartyId other = new ThirdPartyId(Id.require(address.get("other")));
            findings.judge(me.viewer(), id(), other, outcome, address.get("why"));
            return again();
        } catch (Refused refused) {
            messages.refuseThere(refused);
            return again();
        }
    }

    private Category category() {
        return Stream.of(Category.values())
                .filter(one -> one.name().equals(address.get("category")))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ReviewId id() {
        return new ReviewId(Id.require(review));
    }

    private String again() {
        return "/moderation/desk.xhtml?faces-redirect=true&review=" + id().text();
    }
}
