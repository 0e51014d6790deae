package org.mydirection.journeys;

import org.mydirection.web.demo.Demo;

/** The people of the demo, as whom journeys walk. Each signs in by the form once in a run and then comes back. */
enum Person {
    /** A storyteller; on priya's caseload. */
    MAYA("Maya Ellis", "X100001"),
    /** A storyteller at another office; on tom's caseload. */
    DANNY("Danny Price", "X100002"),
    PRIYA("Priya Nair", null),
    TOM("Tom Hughes", null),
    /** A moderator, as mo is. */
    RUTH("Ruth Bell", null),
    MO("Mo Haddad", null),
    CARA("Cara Jones", null),
    GWEN("Gwen Morgan", null),
    ADA("Ada Smith", null);

    private final String displayName;
    private final String crn;

    Person(String displayName, String crn) {
        this.displayName = displayName;
        this.crn = crn;
    }

    /** What they type to sign in. */
    String userName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String displayName() {
        return displayName;
    }

    String firstName() {
        return displayName.substring(0, displayName.indexOf(' '));
    }

    /** The case reference number; null for staff. */
    String crn() {
        return crn;
    }

    /** At a browser of their own, signed in, on their first page. */
    Visitor at(Browser.Size size) {
        return Browser.back(userName(), Demo.PASSPHRASE, size);
    }

    Visitor atDesk() {
        return at(Browser.DESK);
    }

    Visitor atPhone() {
        return at(Browser.PHONE);
    }
}
