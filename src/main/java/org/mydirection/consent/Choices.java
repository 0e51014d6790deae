package org.mydirection.consent;

/** The closed answers of a permission besides its purposes. Each null until it was answered; nothing is preset. */
public final class Choices {

    private Choices() {}

    /** Who may see it. */
    public enum Audience {
        /** The practitioner who supervises the storyteller now, by name; a new one asks again. */
        MY_PRACTITIONER,
        /** The members of staff whom the storyteller picks, by name, and nobody else. */
        NAMED_PEOPLE,
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

    /** How the storyteller's voice, and their face, may be shown. */
    public enum Likeness {
        AS_IS,
        /** Only in a form that was changed; while there is none, the story is not shown. */
        ALTERED,
        /** Left out: of a recording its words are shown, of a picture its description. */
        ABSENT
    }

    /** What happens when the sentence ends. Unanswered is {@link #PRIVATE}. */
    public enum AtSentenceEnd {
        /** Private again, a copy offered, then erased. */
        PRIVATE,
        /** In use until the last day that was picked. */
        UNTIL_DATE,
        /** Erased that day. */
        ERASE
    }

    /** What happens when the storyteller moves to another office. Unanswered is {@link #ASK_ME}. */
    public enum AtMove {
        /** On hold until the storyteller says yes again. */
        ASK_ME,
        /** It ends. */
        END
    }

    /** What happens when the storyteller dies. Unanswered is {@link #ERASE}. */
    public enum AtDeath {
        ERASE,
        /** A copy to somebody whom the storyteller named in their own words; then erased. */
        GIVE_COPY
    }

    /** How the notice and the questions were given. */
    public enum How {
        /** The storyteller read them. */
        READ,
        /** They were read out; a yes then has a witness. */
        ALOUD
    }

    /** Who helped. */
    public enum Helper {
        NOBODY,
        SUPPORTER,
        INTERPRETER,
        STAFF,
        /** The practitioner who supervises the storyteller: an independent person then confirms it in the consent review. */
        PRACTITIONER
    }
}
