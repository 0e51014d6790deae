package org.mydirection.consent;

/** What a story may be used for (DESIGN §2). Each is a yes of its own; unasked and unanswered is no. */
public enum Purpose {
    OWN_SUPERVISION,
    OTHER_PEOPLE_SUPERVISION,
    GROUP,
    RECEPTION_SCREEN,
    STAFF_TRAINING,
    COMMUNITY_PARTNER,
    EVALUATION
}
