package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Office;

/** Whom to talk to: the helplines, and who is named for the viewer's office. */
@Named
@RequestScoped
public class HelpPage {

    @Inject
    private Me me;

    @Inject
    private Accounts accounts;

    /** What the viewer's office says; empty when it says nothing, or they belong to none. */
    public String getNear() {
        return me.findViewer()
                .filter(viewer -> viewer.office() != null)
                .flatMap(viewer -> accounts.find(viewer.office()))
                .map(Office::support)
                .orElse("");
    }
}
