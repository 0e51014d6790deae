package org.mydirection.consent;

/** The closed answers of a permission besides its purposes. Each null until it was answered; nothing is preset. */
public final class Choices {

    private Choices() {}

    /** Who may see it. */
    public enum Audience {
        /** The practitioner who supervises the storyteller now, by name; a new one asks again. */
        MY_PRACTITIONER,
        /** Staff and the people they supervise at the storyteller's own office. */
        MY_OFFICE,
        /** Staff and the people they supervise at every office that is not left out. */
        EVERY_OFFICE
    }

    /** As whom the storyteller is shown. */
    public enum Identity {
        NAMED,
        FIRST_NAME,
        PSEUDONYM,
        ANONYMOUS
    }
}
