package org.mydirection.web.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.Stage;
import org.mydirection.web.Me;

/** The two queues beside the desk, with how many wait in each. */
@Named("railPage")
@RequestScoped
public class Rail {

    @Inject
    private Me me;

    @Inject
    private ReviewDesk desk;

    private long consent;
    private long content;

    @PostConstruct
    void count() {
        consent = desk.waiting(me.viewer(), Stage.CONSENT);
        content = desk.waiting(me.viewer(), Stage.CONTENT);
    }

    public long getConsent() {
        return consent;
    }

    public long getContent() {
        return content;
    }
}
