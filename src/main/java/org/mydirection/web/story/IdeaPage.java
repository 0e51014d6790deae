package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.shared.NotFound;
import org.mydirection.story.Prompt;
import org.mydirection.story.Prompts;
import org.mydirection.story.StoryWriting;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** One invitation at a time, of one group; the next one is a page of its own, so that Back goes to the one before. */
@Named
@RequestScoped
public class IdeaPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private StoryWriting writing;

    @Inject
    private Prompts prompts;

    private String group;
    private List<Prompt> all;
    private int at;

    public void open() {
        boolean first = writing.mine(me.viewer()).isEmpty();
        group = address.get("group");
        all = prompts.of(FacesContext.getCurrentInstance().getViewRoot().getLocale(), group, first);
        if (all.isEmpty()) {
            throw new NotFound();
        }
        String wanted = address.get("at");
        at = wanted.matches("\\d{1,3}") ? Integer.parseInt(wanted) % all.size() : 0;
    }

    public Prompt getPrompt() {
        return all.get(at);
    }

    /** Where to go with this one: first to how the person is, when it may bring back a hard time. */
    public String getTell() {
        String page = getPrompt().weight() == Prompt.Weight.DEEP ? "/story/ready.xhtml" : "/story/how.xhtml";
        return page + "?prompt=" + getPrompt().key();
    }

    /** The page of the next one; after the last the first comes again. */
    public String getNext() {
        return "/story/idea.xhtml?group=" + group + "&at=" + (at + 1) % all.size();
    }

    public boolean isMore() {
        return all.size() > 1;
    }

    public boolean isStrengths() {
        return group.equals(Prompts.STRENGTHS);
    }
}
