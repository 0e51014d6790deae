package org.mydirection.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaTrouble;
import org.mydirection.media.MediaTroubles;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** Which files could not be used, and why: for the administrator, without a name or anything of their content. */
@Named
@RequestScoped
public class FilesPage {

    @Inject
    private Me me;

    @Inject
    private MediaTroubles troubles;

    @Inject
    private Messages messages;

    private List<MediaTrouble> rows;

    @PostConstruct
    void load() {
        rows = troubles.newest(me.viewer());
    }

    /** Has the file tried again whose button was pressed; each button carries the id of its file. */
    public String tryAgain() {
        String file = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("again");
        try {
            troubles.tryAgain(me.viewer(), new AssetId(Id.require(file)));
            messages.done("files.again.done.text");
            return "/identity/files.xhtml?faces-redirect=true";
        } catch (Refused refused) {
            messages.refuse(refused);
            return null;
        }
    }

    public List<MediaTrouble> getRows() {
        return rows;
    }

    /** Whether a scanner found something in one of them. */
    public boolean isInfected() {
        return rows.stream().anyMatch(MediaTrouble::isInfected);
    }
}
