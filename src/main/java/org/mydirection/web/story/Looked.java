package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.mydirection.governance.WhoLooked;
import org.mydirection.governance.WhoLooked.Look;
import org.mydirection.web.Address;
import org.mydirection.web.Me;

/** The part of a story's page that says who looked at it, by their part in it, and which copies were made. */
@Named("lookedPage")
@RequestScoped
public class Looked {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private WhoLooked whoLooked;

    private List<Look> looks = List.of();
    private List<Instant> copies = List.of();

    public void open() {
        looks = whoLooked.at(me.viewer(), address.story());
        copies = whoLooked.copies(me.viewer(), address.story());
    }

    public List<Look> getLooks() {
        return looks;
    }

    public List<Instant> getCopies() {
        return copies;
    }
}
