package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.identity.Permission;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/**
 * How am I, before a recording or a story that may stir: three questions, one at a time. The answers never leave the
 * phone: the page asks and answers by itself, nothing is sent. They offer a pause; they never block.
 */
@Named
@RequestScoped
public class ReadyPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    public void open() {
        me.viewer().require(Permission.TELL_STORIES);
    }

    /** Where to go on: to the recording the person came from, else to begin the story. */
    public String getGoOn() {
        return address.get("scene").isEmpty()
                ? "/story/how.xhtml?prompt=" + getPrompt()
                : "/story/scene.xhtml?story=" + address.getStory() + "&scene=" + address.getScene()
                        + (isGuided() ? "&guide=on" : "");
    }

    public String getBack() {
        if (address.get("scene").isEmpty()) {
            return "/story/start.xhtml";
        }
        return isGuided() ? "/story/edit.xhtml?story=" + address.getStory() : getGoOn();
    }

    private boolean isGuided() {
        return !address.get("guide").isEmpty();
    }

    /** The key in the address, when it is one; empty for anything else. */
    public String getPrompt() {
        String prompt = address.get("prompt");
        return prompt.matches("[a-z0-9_.]{1,60}") ? prompt : "";
    }
}
