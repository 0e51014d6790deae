package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Before a story: what staff must act on, and how to begin. */
@Named
@RequestScoped
public class StartPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    private boolean first;

    public void open() {
        first = writing.mine(me.viewer()).isEmpty();
    }

    /** Begins a story with one part of that kind, and goes to it. */
    public void begin(SceneKind kind) {
        try {
            StoryId story = writing.begin(me.viewer());
            SceneId scene = writing.addScene(me.viewer(), story, kind);
            address.redirect("/story/scene.xhtml?story=" + story.text() + "&scene=" + scene.text());
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    /** Whether this is the person's first story, so that the limits stand open. */
    public boolean isFirst() {
        return first;
    }
}
