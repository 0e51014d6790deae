package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.identity.Permission;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** How would you like to start? The answer begins the story, with one part of that kind. */
@Named
@RequestScoped
public class HowPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    @Inject
    private Answering answering;

    public void open() {
        me.viewer().require(Permission.TELL_STORIES);
        answering.idea();
    }

    public void begin(SceneKind kind) {
        try {
            StoryId story = writing.begin(me.viewer(), answering.idea());
            SceneId scene = writing.addScene(me.viewer(), story, kind);
            address.redirect("/story/scene.xhtml?story=" + story.text() + "&scene=" + scene.text() + "&guide=on");
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }
}
