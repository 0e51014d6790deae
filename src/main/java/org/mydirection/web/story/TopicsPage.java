package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.identity.Permission;
import org.mydirection.story.Prompts;
import org.mydirection.web.Me;

/** The parts of a life that a story can be about: the areas of need of the library. */
@Named
@RequestScoped
public class TopicsPage {

    @Inject
    private Me me;

    @Inject
    private Prompts prompts;

    private List<String> areas = List.of();

    public void open() {
        me.viewer().require(Permission.TELL_STORIES);
        areas = prompts.groups(FacesContext.getCurrentInstance().getViewRoot().getLocale()).stream()
                .filter(group -> !group.equals(Prompts.STRENGTHS))
                .toList();
    }

    public List<String> getAreas() {
        return areas;
    }
}
