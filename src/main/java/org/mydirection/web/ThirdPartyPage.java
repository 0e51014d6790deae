package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.mydirection.consent.AskingOthers;
import org.mydirection.consent.CodeTries;
import org.mydirection.consent.Notices;
import org.mydirection.consent.Notices.OtherNotice;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;

/**
 * For somebody who is in another person's story: without an account, by the code that was given to them on paper. The code
 * is typed, never in an address. A code that was used, is too old or never was is one and the same answer.
 */
@Named
@RequestScoped
public class ThirdPartyPage {

    @Inject
    private AskingOthers asking;

    @Inject
    private Notices notices;

    @Inject
    private Messages messages;

    @Inject
    private Words words;

    @Inject
    private CodeTries tries;

    @Inject
    private HttpServletRequest request;

    private String code;
    private String later;
    private OtherNotice notice;
    private String newCode;
    private boolean saidYes;
    private boolean withdrawn;

    /** Shows what is asked. */
    public void read() {
        tryCode("code", () -> notice = noticeFor(code));
    }

    /** A wrong one counts for the network address that it came from; a right one always works. */
    private void tryCode(String field, Runnable use) {
        try {
            tries.use(request.getRemoteAddr(), use);
        } catch (NotFound no) {
            messages.refuse(field, Refusal.of("others.code_unknown"));
        } catch (Refused no) {
            no.refusals().forEach(refusal -> messages.refuse(field, refusal));
        }
    }

    private OtherNotice noticeFor(String given) {
        return notices.forOthers(language(), words.day(asking.open(given).lastDay()));
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public void answer(boolean yes) {
        tryCode("code", () -> {
            OtherNotice shown = noticeFor(code);
            newCode = asking.answer(code, yes, shown.hash());
            saidYes = yes;
        });
    }

    /** They said yes before and take it back now. */
    public void object() {
        tryCode("later", () -> {
            asking.object(later);
            withdrawn = true;
        });
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
