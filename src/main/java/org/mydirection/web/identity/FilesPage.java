package org.mydirection.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.media.MediaTrouble;
import org.mydirection.media.MediaTroubles;
import org.mydirection.web.Me;

/** Which files could not be used, and why: for the administrator, without a name or anything of their content. */
@Named
@RequestScoped
public class FilesPage {

    @Inject
    private Me me;

    @Inject
    private MediaTroubles troubles;

    private List<MediaTrouble> rows;

    @PostConstruct
    void load() {
        rows = troubles.newest(me.viewer());
    }

    public List<MediaTrouble> getRows() {
        return rows;
    }

    /** Whether a scanner found something in one of them. */
    public boolean isInfected() {
        return rows.stream().anyMatch(MediaTrouble::isInfected);
    }
}
