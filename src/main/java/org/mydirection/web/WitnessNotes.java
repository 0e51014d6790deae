package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Witnessing;
import org.mydirection.identity.Permission;
import org.mydirection.shared.Id;

/** On the first page of staff: words that somebody recorded and named them as the witness of. */
@Named("witnessNotes")
@RequestScoped
public class WitnessNotes {

    @Inject
    private Me me;

    @Inject
    private Witnessing witnessing;

    private List<Witnessing.Row> rows = List.of();

    public void open() {
        if (me.viewer().may(Permission.RECORD_WORDS)) {
            rows = witnessing.waiting(me.viewer());
        }
    }

    public String answer(String word, boolean there) {
        witnessing.answer(me.viewer(), Id.require(word), there);
        return "/home.xhtml?faces-redirect=true";
    }

    public List<Witnessing.Row> getRows() {
        return rows;
    }
}
