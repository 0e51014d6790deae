package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.mydirection.shared.Id;
import org.mydirection.story.SceneId;
import org.mydirection.story.StoryId;

/**
 * The ids in the address of a storyteller's page. The forms of a page repeat them as hidden fields: so they are known
 * before Faces asks a list for the button that was pressed, and a page keeps nothing between requests.
 */
@Named("address")
@RequestScoped
public class Address {

    /** The text of a parameter; empty when it is not there, never null. */
    public String get(String name) {
        String value = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
        return value == null ? "" : value;
    }

    /** The story of the address; throws {@link org.mydirection.shared.NotFound} when it names none. */
    public StoryId story() {
        return new StoryId(Id.require(get("story")));
    }

    /** The scene of the address; throws {@link org.mydirection.shared.NotFound} when it names none. */
    public SceneId scene() {
        return new SceneId(Id.require(get("scene")));
    }

    public String getStory() {
        return story().text();
    }

    public String getScene() {
        return scene().text();
    }

    /** Goes to a page of the same story; {@code more} is what follows its id in the address, a fragment too, or empty. */
    public void go(String page, String more) {
        redirect(page + "?story=" + getStory() + more);
    }

    /** Goes to a page; what was said by {@link Messages#done} is said there. */
    public void redirect(String page) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(faces.getExternalContext().getRequestContextPath() + page);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("the answer could not be sent", brokenOff);
        }
        faces.responseComplete();
    }
}
