package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.TakingBack;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** Asks once, and takes the story back. No reason is asked for. */
@Named
@RequestScoped
public class TakeBackPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private StoryWriting writing;

    @Inject
    private TakingBack takingBack;

    private VersionView version;

    public void open() {
        version = writing.read(me.viewer(), address.story());
    }

    public void takeBack() {
        takingBack.takeBack(me.viewer(), address.story());
        address.go("/story/taken-back.xhtml", "");
    }

    public VersionView getVersion() {
        return version;
    }
}
