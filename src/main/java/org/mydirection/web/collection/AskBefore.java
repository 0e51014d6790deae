package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.mydirection.collection.CollectionId;
import org.mydirection.identity.Permission;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.supervision.AskingEachTime;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Asks the storytellers who want to be asked before each showing. */
@Named
@RequestScoped
public class AskBefore {

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    private AskingEachTime asking;

    @Inject
    @ManagedProperty("#{param.collection}")
    private String collection;

    private Integer toAsk;
    private String day;

    public int getToAsk() {
        if (toAsk == null) {
            toAsk = me.viewer().may(Permission.PRESENT) ? asking.toAsk(me.viewer(), id()) : 0;
        }
        return toAsk;
    }

    public String ask() {
        try {
            asking.ask(me.viewer(), id(), day == null ? null : LocalDate.parse(day));
            messages.done("ask.done.text");
            return "/collection/view.xhtml?faces-redirect=true&collection=" + id().text();
        } catch (DateTimeException notADay) {
            messages.refuse("day", Refusal.of("error.date_past"));
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("day", refusal));
        }
        return null;
    }

    private CollectionId id() {
        return new CollectionId(Id.require(collection));
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }
}
