package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Asks once before a story that was never sent is erased. */
@Named
@RequestScoped
public class ErasePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    private VersionView version;

    public void open() {
        version = writing.read(me.viewer(), address.story());
    }

    public void erase() {
        try {
            writing.erase(me.viewer(), address.story());
            messages.done("story.erased.text");
            address.redirect("/home.xhtml");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    public VersionView getVersion() {
        return version;
    }
}
