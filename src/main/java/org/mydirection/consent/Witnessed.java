package org.mydirection.consent;

/** What is known of the witness of a record of permission. */
public enum Witnessed {
    /** Nobody was named. */
    NOBODY,
    /** Somebody was named and did not say yet whether they were there. */
    NOT_YET,
    /** They were there. */
    CONFIRMED,
    /** They were not there: nobody can say yes to this record. */
    DENIED
}
