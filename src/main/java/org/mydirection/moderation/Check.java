package org.mydirection.moderation;

import java.util.Collection;
import java.util.List;
import org.mydirection.shared.Refusal;

/**
 * What a reviewer has looked at before a yes: the questions of the moderation policy, §3 for permission, that the record
 * of this version can answer. Each is ticked for the very version that is on the desk; a yes needs all of its stage.
 */
public enum Check {
    /** {@code cr.notice}: this version of the notice, in a language that they can use. */
    NOTICE(Stage.CONSENT),
    /** {@code cr.limits}: the limits of confidentiality came before the questions. */
    LIMITS(Stage.CONSENT),
    /** {@code cr.teach_back}: the answers in own words show that it was understood. */
    TEACH_BACK(Stage.CONSENT),
    /** {@code cr.spoken}: where it was read out or somebody helped, somebody independent of the practitioner was there. */
    INDEPENDENT(Stage.CONSENT),
    /** {@code cr.free}: nothing in the story or the conditions shows pressure, a promise or a threat. */
    FREE(Stage.CONSENT),
    /** {@code cr.purposes}: each purpose is a choice of its own. */
    PURPOSES(Stage.CONSENT),
    /** {@code cr.audience}: audience, offices left out and the name go together. */
    AUDIENCE(Stage.CONSENT),
    /** {@code cr.dates}: a last day is set and leaves time for the showing. */
    DATES(Stage.CONSENT),
    /** {@code cr.others}: everybody who could be known is dealt with. */
    OTHERS(Stage.CONSENT),
    /** What is shown stays within what was agreed. */
    PERMISSION(Stage.CONTENT),
    /** Nobody can be recognised who did not agree. */
    RECOGNISABLE(Stage.CONTENT),
    /** No victim can be recognised, by name or by place. */
    VICTIM(Stage.CONTENT),
    /** Nobody is put at risk by showing it. */
    HARM(Stage.CONTENT),
    /** The words for pictures and sound say what is there. */
    WORDS(Stage.CONTENT);

    private final Stage stage;

    Check(Stage stage) {
        this.stage = stage;
    }

    public Stage stage() {
        return stage;
    }

    /** The checks of a stage, in the order in which they are made. */
    public static List<Check> of(Stage stage) {
        return List.of(values()).stream().filter(check -> check.stage == stage).toList();
    }

    /** {@code review.checks_missing} when a check of the stage is not ticked; empty when all are. */
    static List<Refusal> missing(Stage stage, Collection<Check> ticked) {
        return ticked.containsAll(of(stage)) ? List.of() : List.of(Refusal.of("review.checks_missing"));
    }
}
