package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.consent.BeforeTelling;
import org.mydirection.identity.Permission;
import org.mydirection.shared.Refused;
import org.mydirection.story.Prompt;
import org.mydirection.story.Prompts;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/**
 * How would you like to start? The answer begins the story, with one part of that kind; a voice begins with how the person
 * is. Nothing begins before the limits of confidentiality were gone through.
 */
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

    @Inject
    private Prompts prompts;

    @Inject
    private BeforeTelling before;

    public void open() {
        me.viewer().require(Permission.TELL_STORIES);
        answering.idea();
        if (!before.knows(me.viewer())) {
            address.redirect("/story/before.xhtml" + answering.getQuery());
        }
    }

    public void begin(SceneKind kind) {
        if (!before.knows(me.viewer())) {
            address.redirect("/story/before.xhtml" + answering.getQuery());
            return;
        }
        try {
            StoryId story = writing.begin(me.viewer(), answering.idea());
            SceneId scene = writing.addScene(me.viewer(), story, kind);
            String page = kind == SceneKind.RECORDING && !askedHowTheyAre() ? "ready" : "scene";
            address.redirect(
                    "/story/" + page + ".xhtml?story=" + story.text() + "&scene=" + scene.text() + "&guide=on");
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    /** Who took a question that may stir was asked before it. */
    private boolean askedHowTheyAre() {
        return prompts.find(
                        FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                        answering.idea().prompt())
                .filter(prompt -> prompt.weight() == Prompt.Weight.DEEP)
                .isPresent();
    }
}
