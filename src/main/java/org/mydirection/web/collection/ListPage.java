package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.collection.CollectionRow;
import org.mydirection.collection.Curation;
import org.mydirection.web.Me;

/** The collections that a curator or practitioner works on. */
@Named("collectionListPage")
@RequestScoped
public class ListPage {

    @Inject
    private Curation curation;

    @Inject
    private Me me;

    private List<CollectionRow> rows;

    public void load() {
        rows = curation.desk(me.viewer());
    }

    public List<CollectionRow> getRows() {
        return rows;
    }
}
