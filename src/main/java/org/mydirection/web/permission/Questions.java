package org.mydirection.web.permission;

import java.util.List;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Purpose;
import org.mydirection.shared.Refusal;

/** The order of the questions: seven purposes; then, where there is a yes, for whom, as
 * whom, with which face and voice, until when, what happens later, what else, with whose help; and then it is said back. */
final class Questions {

    static final String LIMITS = "/permission/limits.xhtml";
    static final String PURPOSE = "/permission/purpose.xhtml";
    static final String AUDIENCE = "/permission/audience.xhtml";
    static final String IDENTITY = "/permission/identity.xhtml";
    static final String UNTIL = "/permission/until.xhtml";
    static final String CONDITIONS = "/permission/conditions.xhtml";
    static final String HELP = "/permission/help.xhtml";
    static final String ALOUD = "/permission/aloud.xhtml";
    static final String TEACH_BACK = "/permission/teach-back.xhtml";
    static final String DETAIL = "/permission/detail.xhtml";
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
            case "permission.nobody_named" -> new Step(AUDIENCE, "");
            case "permission.face_missing" -> of(Detail.FACE);
            case "permission.voice_missing" -> of(Detail.VOICE);
            case "permission.witness_missing" -> new Step(HELP, "");
            case "permission.aloud_missing", "permission.recording_open" -> new Step(ALOUD, "");
            case "permission.teach_back_missing" -> new Step(TEACH_BACK, "");
            case "permission.last_day_missing", "error.date_past", "error.date_far" -> new Step(UNTIL, "");
            default -> new Step(CONDITIONS, "");
        };
    }

    static Step of(Detail detail) {
        return new Step(DETAIL, "&about=" + detail);
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
