package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.BeforeTelling;
import org.mydirection.identity.Permission;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Passages;
import org.mydirection.web.Words;

/**
 * What staff must act on, before the first word: one sentence at a time, all of it in full behind them. That somebody went
 * through them is on record; until then no story begins.
 */
@Named
@RequestScoped
public class BeforePage {

    private static final List<String> LIMITS =
            List.of("hurt", "child", "adult", "harm", "crime", "court", "case", "unsure", "names");

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Words words;

    @Inject
    private Passages passages;

    @Inject
    private Answering answering;

    @Inject
    private BeforeTelling before;

    public void open() {
        me.viewer().require(Permission.TELL_STORIES);
    }

    /** The sentences that lead on, one to the next. */
    public List<String> getSteps() {
        return sentences(words).subList(0, LIMITS.size() - 1);
    }

    /** The sentence after which somebody says that they read them. */
    public String getLast() {
        return sentences(words).get(LIMITS.size() - 1);
    }

    /** All of them, each a step, in the language of these words. */
    public static List<String> sentences(Words words) {
        return LIMITS.stream().map(limit -> words.of("limits", limit, "text")).toList();
    }

    public void read() {
        before.shown(me.viewer(), passages.getNotice().locale(), sentences(words));
        String idea = answering.getQuery();
        address.redirect(idea.isEmpty() ? "/story/start.xhtml" : "/story/how.xhtml" + idea);
    }
}
