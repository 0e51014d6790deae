package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.mydirection.consent.Notices;
import org.mydirection.consent.Notices.OtherNotice;
import org.mydirection.consent.Others;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;

/**
 * For somebody who is in another person's story: without an account, by the code that was given to them on paper. The code
 * is typed, never in an address. A code that was used, is too old or never was is one and the same answer.
 */
@Named
@RequestScoped
public class ThirdPartyPage {

    @Inject
    private Others others;

    @Inject
    private Notices notices;

    @Inject
    private Messages messages;

    @Inject
    private Words words;

    private String code;
    private String later;
    private OtherNotice notice;
    private String newCode;
    private boolean saidYes;
    private boolean withdrawn;

    /** Shows what is asked. */
    public void read() {
        try {
            notice = noticeFor(code);
        } catch (NotFound no) {
            messages.refuse("code", Refusal.of("others.code_unknown"));
        }
    }

    private OtherNotice noticeFor(String given) {
        return notices.forOthers(language(), words.day(others.open(given).lastDay()));
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public void answer(boolean yes) {
        try {
            OtherNotice shown = noticeFor(code);
            newCode = others.answer(code, yes, shown.hash());
            saidYes = yes;
        } catch (NotFound no) {
            messages.refuse("code", Refusal.of("others.code_unknown"));
        }
    }

    /** They said yes before and take it back now. */
    public void object() {
        try {
            others.object(later);
            withdrawn = true;
        } catch (NotFound no) {
            messages.refuse("later", Refusal.of("others.code_unknown"));
        }
    }

    public OtherNotice getNotice() {
        return notice;
    }

    public List<String> getLines() {
        return notice == null ? List.of() : notice.lines();
    }

    public String getWithdrawnText() {
        return notices.forOthers(language(), "").withdrawn();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getLater() {
        return later;
    }

    public void setLater(String later) {
        this.later = later;
    }

    /** The code for changing one's mind; null until the answer was given. */
    public String getNewCode() {
        return newCode;
    }

    public boolean isSaidYes() {
        return saidYes;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }
}
