package org.mydirection.plan;

/** The eight areas of need of sentence planning; the names on screen stand in the bundle under {@code area.}. */
public enum AreaOfNeed {
    ACCOMMODATION,
    EMPLOYMENT_AND_EDUCATION,
    FINANCES,
    DRUG_USE,
    ALCOHOL_USE,
    HEALTH_AND_WELLBEING,
    PERSONAL_RELATIONSHIPS_AND_COMMUNITY,
    THINKING_BEHAVIOURS_AND_ATTITUDES
}
