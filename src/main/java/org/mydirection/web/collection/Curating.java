package org.mydirection.web.collection;

import org.mydirection.collection.CollectionId;
import org.mydirection.shared.Refused;
import org.mydirection.web.Messages;

/** What a change of a collection answers, whichever bean of the page makes it. */
final class Curating {

    private Curating() {}

    /** Makes the change. The page again after it, or null with the reasons at its top. */
    static String change(Messages messages, CollectionId id, Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            messages.refuse(refused);
            return null;
        }
        return "/collection/edit.xhtml?faces-redirect=true&collection=" + id.text();
    }
}
