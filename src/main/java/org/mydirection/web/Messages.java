package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

/** What a page says at its top: the reasons of a "no", each linked to its field, and what went well. One request. */
@Named("messages")
@RequestScoped
public class Messages {

    @Inject
    Words words;

    private boolean kept;

    /** Shows every reason, none of them at a field. */
    public void refuse(Refused refused) {
        refused.refusals().forEach(refusal -> refuse(null, refusal));
    }

    /** Shows every reason on the page that comes after a redirect. */
    public void refuseThere(Refused refused) {
        refuse(refused);
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    }

    /** Shows the reason at the field, and at the top with a link to it; {@code field} is a client id, or null for the page. */
    public void refuse(String field, Refusal refusal) {
        String what = words.what(refusal);
        FacesContext.getCurrentInstance()
                .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, what, words.say(refusal)));
    }

    /** Says what went well, on this page or, after a redirect, on the next. */
    public void done(String key, Object... arguments) {
        FacesContext page = FacesContext.getCurrentInstance();
        String text = words.with(key, arguments);
        page.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
        page.getExternalContext().getFlash().setKeepMessages(true);
    }

    /** Tells autosave.js that the draft of this request is kept; without it the page goes on trying. */
    public void kept() {
        kept = true;
    }

    public boolean isKept() {
        return kept;
    }

    /** The reasons, in the order in which they were given, each once. */
    public List<Problem> getProblems() {
        FacesContext page = FacesContext.getCurrentInstance();
        Map<String, Problem> problems = new LinkedHashMap<>();
        Iterator<String> fields = page.getClientIdsWithMessages();
        while (fields.hasNext()) {
            String field = fields.next();
            for (FacesMessage message : page.getMessageList(field)) {
                if (!good(message)) {
                    problems.putIfAbsent(field + " " + message.getDetail(), new Problem(field, message.getDetail()));
                }
            }
        }
        return List.copyOf(problems.values());
    }

    /** What went well, each line once. */
    public List<String> getNews() {
        Set<String> news = new LinkedHashSet<>();
        for (FacesMessage message : FacesContext.getCurrentInstance().getMessageList()) {
            if (good(message)) {
                news.add(message.getDetail());
            }
        }
        return new ArrayList<>(news);
    }

    private static boolean good(FacesMessage message) {
        return message.getSeverity() == FacesMessage.SEVERITY_INFO;
    }

    /** One line of the summary. Immutable. */
    public static final class Problem {

        private final String field;
        private final String text;

        Problem(String field, String text) {
            this.field = field;
            this.text = text;
        }

        /** The client id of its field; null when it is about the whole page. */
        public String getField() {
            return field;
        }

        /** What happened and what to do next. */
        public String getText() {
            return text;
        }
    }
}
