package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.TellingTogether;
import org.mydirection.shared.Refused;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** A story of somebody else that one tells too: to read, to agree to, to take back. */
@Named
@RequestScoped
public class ToldWithPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private TellingTogether together;

    private VersionView version;

    public void open() {
        version = together.read(me.viewer(), address.story());
    }

    public void agree() {
        try {
            together.agree(me.viewer(), address.story(), address.get("digest"));
            messages.done("cotell.done.text");
            address.redirect("/home.xhtml");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    public void takeBack() {
        together.takeBack(me.viewer(), address.story());
        messages.done("cotell.taken_back.text");
        address.redirect("/home.xhtml");
    }

    public VersionView getVersion() {
        return version;
    }
}
