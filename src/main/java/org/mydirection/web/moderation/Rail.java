package org.mydirection.web.moderation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Stage;
import org.mydirection.web.Me;

/** The two queues beside the desk, with how many wait in each. */
@Named("railPage")
@RequestScoped
public class Rail {

    @Inject
    private Me me;

    @Inject
    private Claiming claiming;

    private long consent;
    private long content;

    @PostConstruct
    void count() {
        consent = claiming.waiting(me.viewer(), Stage.CONSENT);
        content = claiming.waiting(me.viewer(), Stage.CONTENT);
    }

    public long getConsent() {
        return consent;
    }

    public long getContent() {
        return content;
    }
}
