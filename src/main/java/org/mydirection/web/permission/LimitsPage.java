package org.mydirection.web.permission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.mydirection.consent.Asking;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Passages;

/** The limits of confidentiality, before any question. */
@Named
@RequestScoped
public class LimitsPage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Asking asking;

    @Inject
    private StoryWriting writing;

    @Inject
    private Passages passages;

    private VersionStatus status;
    private boolean read;

    public void open() {
        status = writing.read(me.viewer(), address.story()).status();
        passages.readBefore(asking.read(me.viewer(), address.story()).readIn());
    }

    public void goOn() {
        if (!read) {
            messages.refuse("read", Refusal.of("permission.limits_unread"));
            open();
            return;
        }
        try {
            Locale read = passages.getNotice().locale();
            asking.showLimits(me.viewer(), address.story(), read);
            address.go(Questions.PURPOSE, "&purpose=" + Questions.first());
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    /** Whether checkers have it, so that nothing can be changed now. */
    public boolean isBeingChecked() {
        return status == VersionStatus.SUBMITTED || status == VersionStatus.IN_REVIEW;
    }

    public boolean isRead() {
        return read;
    }

    public void setRead(boolean read) {
        this.read = read;
    }
}
