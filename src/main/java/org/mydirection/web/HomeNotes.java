package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Renewing;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TellingTogether;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.AskingEachTime;

/** What waits for the storyteller on the first page: a yes that ends, a change, a question, a story told together. */
@Named("homeNotes")
@RequestScoped
public class HomeNotes {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Renewing renewing;

    @Inject
    private Suspending suspending;

    @Inject
    private AskingEachTime asking;

    @Inject
    private TellingTogether together;

    private List<Renewing.Ending> endings = List.of();
    private List<StoryId> changed = List.of();
    private List<AskingEachTime.Row> asks = List.of();
    private List<TellingTogether.Row> told = List.of();

    public void open() {
        if (me.isStoryteller()) {
            endings = renewing.ending(me.viewer());
            changed = suspending.onHold(me.viewer());
            asks = asking.open(me.viewer());
            told = together.mine(me.viewer());
        }
    }

    public String answer(String ask, boolean yes) {
        asking.answer(me.viewer(), ask, yes);
        return "/home.xhtml?faces-redirect=true";
    }

    public List<Renewing.Ending> getEndings() {
        return endings;
    }

    public List<StoryId> getChanged() {
        return changed;
    }

    public List<AskingEachTime.Row> getAsks() {
        return asks;
    }

    public List<TellingTogether.Row> getTold() {
        return told;
    }
}
