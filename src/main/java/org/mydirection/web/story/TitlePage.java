package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** What is your story called? */
@Named
@RequestScoped
public class TitlePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private StoryWriting writing;

    private String title;

    public void open() {
        VersionView version = writing.read(me.viewer(), address.story());
        if (version.status() != VersionStatus.DRAFT) {
            address.go("/story/where.xhtml", "");
            return;
        }
        title = version.title();
    }

    /** Keeps the name. Autosave stays on the page; a press of the button goes to the whole story. */
    public void save() {
        try {
            writing.rename(me.viewer(), address.story(), title);
            messages.kept();
            if (!FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
                address.go("/story/edit.xhtml", "");
            }
        } catch (Refused refused) {
            messages.refuse(refused);
        }
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
