package org.mydirection.web.supervision;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.caseload.CaseFinding;
import org.mydirection.caseload.CaseRow;
import org.mydirection.web.Me;

/** The people whom a practitioner supervises. */
@Named
@RequestScoped
public class CaseloadPage {

    @Inject
    private CaseFinding cases;

    @Inject
    private Me me;

    private List<CaseRow> people;

    public void load() {
        people = cases.mine(me.viewer());
    }

    public List<CaseRow> getPeople() {
        return people;
    }
}
