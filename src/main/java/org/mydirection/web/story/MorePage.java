package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** What next? One more part, or that is all. */
@Named
@RequestScoped
public class MorePage {

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
        if (getVersion().status() != VersionStatus.DRAFT) {
            address.go("/story/where.xhtml", "");
        }
    }

    public void add(SceneKind kind) {
        try {
            SceneId scene = writing.addScene(me.viewer(), address.story(), kind);
            address.go("/story/scene.xhtml", "&scene=" + scene.text() + "&guide=on");
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    public VersionView getVersion() {
        if (version == null) {
            version = writing.read(me.viewer(), address.story());
        }
        return version;
    }

    /** Where to go when that is all: to give it a name, when it has none. */
    public String getDone() {
        return getVersion().title() == null ? "/story/title.xhtml" : "/story/edit.xhtml";
    }
}
