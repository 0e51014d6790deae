package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** It is saved, and this is how to come back to it. */
@Named
@RequestScoped
public class LaterPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private StoryWriting writing;

    private VersionView version;

    public void open() {
        version = writing.read(me.viewer(), address.story());
    }

    public VersionView getVersion() {
        return version;
    }
}
