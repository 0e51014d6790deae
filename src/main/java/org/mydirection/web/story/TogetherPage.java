package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.TellingTogether;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Those who tell one's story too: asking them, and going on without somebody who took it back. */
@Named
@RequestScoped
public class TogetherPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private TellingTogether together;

    private List<TellingTogether.Row> rows = List.of();
    private String name;

    public void open() {
        rows = together.with(me.viewer(), address.story());
    }

    public void invite() {
        try {
            together.invite(me.viewer(), address.story(), name);
            address.go("/story/together.xhtml", "");
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("name", refusal));
            open();
        }
    }

    public void goOn(String account) {
        try {
            together.goOnWithout(me.viewer(), address.story(), new AccountId(Id.require(account)));
            address.go("/story/edit.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    public List<TellingTogether.Row> getRows() {
        return rows;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
