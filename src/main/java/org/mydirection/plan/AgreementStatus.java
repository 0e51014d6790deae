package org.mydirection.plan;

import java.util.EnumSet;
import java.util.Set;

/** Whether the person agrees to their plan. */
public enum AgreementStatus {
    /** Being written; nobody was asked yet. */
    DRAFT,
    /** The person agrees. */
    AGREED,
    /** The person does not agree; the plan stands with that on it. */
    DO_NOT_AGREE,
    /** The person could not be asked or could not answer. */
    COULD_NOT_ANSWER,
    /** Changed since, and the person agrees to the change. */
    UPDATED_AGREED,
    /** Changed since, and the person does not agree to the change. */
    UPDATED_DO_NOT_AGREE;

    private static final Set<AgreementStatus> FIRST = EnumSet.of(AGREED, DO_NOT_AGREE, COULD_NOT_ANSWER);
    private static final Set<AgreementStatus> LATER = EnumSet.of(UPDATED_AGREED, UPDATED_DO_NOT_AGREE);

    /** A draft gets a first answer; a plan with an answer gets an updated one; one that could not answer may yet. */
    public boolean mayBecome(AgreementStatus next) {
        return switch (this) {
            case DRAFT -> FIRST.contains(next);
            case COULD_NOT_ANSWER -> next == AGREED || next == DO_NOT_AGREE;
            default -> LATER.contains(next);
        };
    }
}
