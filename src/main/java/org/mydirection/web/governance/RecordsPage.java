package org.mydirection.web.governance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.NoticeKeeping;
import org.mydirection.consent.NoticeSound;
import org.mydirection.consent.RecordCheck;
import org.mydirection.governance.RecordChecking;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Words;

/** The records of permission: whether they are whole, and the texts that they are bound to. */
@Named
@RequestScoped
public class RecordsPage {

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    private RecordChecking checking;

    @Inject
    private NoticeKeeping keeping;

    @Inject
    private NoticeSound sound;

    @Inject
    private Words words;

    private RecordCheck.Result result;
    private List<NoticeKeeping.Row> notices = List.of();
    private String reason;
    private String hash;

    public void open() {
        notices = keeping.all(me.viewer());
    }

    public void check() {
        result = checking.check(me.viewer());
        open();
    }

    public void becomeVoid() {
        try {
            keeping.becomeVoid(me.viewer(), hash == null ? "" : hash.strip(), reason);
            messages.done("records.voided.text");
        } catch (NotFound unknown) {
            messages.refuse("hash", Refusal.of("notice.unknown"));
        } catch (Refused refused) {
            refused.refusals().forEach(refusal -> messages.refuse("reason", refusal));
        }
        open();
    }

    /** Null until it was asked for. */
    public RecordCheck.Result getResult() {
        return result;
    }

    public boolean isWhole() {
        return result != null && result.tampered().isEmpty();
    }

    /** The record that is not whole, by its id; empty when all are. */
    public String getBroken() {
        return result == null
                ? ""
                : result.tampered().map(found -> found.consent().toString()).orElse("");
    }

    public int getEvent() {
        return result == null
                ? 0
                : result.tampered().map(RecordCheck.Tampered::event).orElse(0);
    }

    public List<NoticeKeeping.Row> getNotices() {
        return notices;
    }

    /** Whether a person read out that text; empty for a text that is no longer shown. */
    public String readOut(String notice) {
        return sound.extent(notice).map(this::readOut).orElse("");
    }

    private String readOut(NoticeSound.Extent extent) {
        if (extent.ofAnotherText()) {
            return words.with("records.sound.other.text", extent.folder());
        }
        if (extent.there() == 0) {
            return words.with("records.sound.none.text", extent.folder());
        }
        return extent.whole()
                ? words.with("records.sound.whole.text", extent.parts())
                : words.with(
                        "records.sound.missing.text",
                        extent.there(),
                        extent.parts(),
                        String.join(", ", extent.missing()));
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = hash;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
