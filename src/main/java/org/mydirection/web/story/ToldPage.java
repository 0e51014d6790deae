package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** How am I, after a recording. As with {@link ReadyPage}, nothing of it is sent. */
@Named
@RequestScoped
public class ToldPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private StoryWriting writing;

    public void open() {
        writing.read(me.viewer(), address.story());
    }

    /** The part that was just recorded. */
    public String getPart() {
        return "/story/scene.xhtml?story=" + address.getStory() + "&scene=" + address.getScene();
    }
}
