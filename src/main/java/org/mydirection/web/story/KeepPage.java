package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** Before a copy is kept: what is in it, and that it is on this phone then. */
@Named
@RequestScoped
public class KeepPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private StoryWriting writing;

    private VersionView version;

    public void open() {
        version = writing.readSettled(me.viewer(), address.story());
    }

    public VersionView getVersion() {
        return version;
    }
}
