package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryHelping;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Somebody types for the storyteller, who is there: who it is. */
@Named
@RequestScoped
public class HelperPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryHelping helping;

    private String supporter;

    public void open() {
        helping.now(me.viewer(), address.story());
    }

    public void begin() {
        try {
            helping.begin(me.viewer(), address.story(), supporter);
            messages.done("helper.begun.text");
            address.go("/story/scene.xhtml", "&scene=" + address.getScene());
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("supporter", refusal));
        }
    }

    /** The name of who types now; empty when nobody does. */
    public String getNow() {
        return helping.now(me.viewer(), address.story())
                .map(StoryHelping.Help::name)
                .orElse("");
    }

    public String getSupporter() {
        return supporter;
    }

    public void setSupporter(String supporter) {
        this.supporter = supporter;
    }
}
