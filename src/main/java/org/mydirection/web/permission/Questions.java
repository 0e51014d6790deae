package org.mydirection.web.permission;

import java.util.List;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Purpose;
import org.mydirection.shared.Refusal;

/** The order of the questions: seven purposes; then, where there is a yes, for whom, as whom, until when, and what else. */
final class Questions {

    static final String LIMITS = "/permission/limits.xhtml";
    static final String PURPOSE = "/permission/purpose.xhtml";
    static final String AUDIENCE = "/permission/audience.xhtml";
    static final String IDENTITY = "/permission/identity.xhtml";
    static final String UNTIL = "/permission/until.xhtml";
    static final String CONDITIONS = "/permission/conditions.xhtml";
    static final String CHECK = "/permission/check.xhtml";

    private static final List<Purpose> PURPOSES = List.of(Purpose.values());

    private Questions() {}

    static Purpose first() {
        return PURPOSES.get(0);
    }

    /** Its number among the purposes, from 1. */
    static int number(Purpose purpose) {
        return PURPOSES.indexOf(purpose) + 1;
    }

    static int purposes() {
        return PURPOSES.size();
    }

    /** The page before that purpose, with its parameters but the story. */
    static Step before(Purpose purpose) {
        int place = PURPOSES.indexOf(purpose);
        return place == 0 ? new Step(LIMITS, "") : of(PURPOSES.get(place - 1));
    }

    /** The page after that purpose; with no yes at all, the last question is followed by the whole. */
    static Step after(Purpose purpose, Answers answers) {
        int place = PURPOSES.indexOf(purpose);
        if (place + 1 < PURPOSES.size()) {
            return of(PURPOSES.get(place + 1));
        }
        return new Step(answers.agreed().isEmpty() ? CHECK : AUDIENCE, "");
    }

    /** The page where what is missing can be answered. */
    static Step where(Refusal missing) {
        return switch (missing.code()) {
            case "permission.purpose_unanswered" ->
                of(Purpose.valueOf(missing.arguments().get(0)));
            case "permission.audience_missing" -> new Step(AUDIENCE, "");
            case "permission.identity_missing", "permission.chosen_name_missing" -> new Step(IDENTITY, "");
            case "permission.last_day_missing", "error.date_past", "error.date_far" -> new Step(UNTIL, "");
            default -> new Step(CONDITIONS, "");
        };
    }

    private static Step of(Purpose purpose) {
        return new Step(PURPOSE, "&purpose=" + purpose);
    }

    /** A page, and what its address says besides the story. */
    record Step(String page, String more) {

        /** The path from the context root. */
        String href(String story) {
            return page + "?story=" + story + more;
        }
    }
}
