package org.mydirection.web.permission;

/** The questions that are asked alike: some answers, one of which is picked. With its number among all that follow the
 * purposes. */
public enum Detail {
    FACE(3),
    VOICE(4),
    EACH_TIME(6),
    SENTENCE_END(7),
    MOVE(8),
    DEATH(9);

    private final int number;

    Detail(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    Questions.Step before() {
        return switch (this) {
            case FACE -> new Questions.Step(Questions.IDENTITY, "");
            case VOICE -> Questions.of(FACE);
            case EACH_TIME -> new Questions.Step(Questions.UNTIL, "");
            case SENTENCE_END -> Questions.of(EACH_TIME);
            case MOVE -> Questions.of(SENTENCE_END);
            case DEATH -> Questions.of(MOVE);
        };
    }

    Questions.Step after() {
        return switch (this) {
            case FACE -> Questions.of(VOICE);
            case VOICE -> new Questions.Step(Questions.UNTIL, "");
            case EACH_TIME -> Questions.of(SENTENCE_END);
            case SENTENCE_END -> Questions.of(MOVE);
            case MOVE -> Questions.of(DEATH);
            case DEATH -> new Questions.Step(Questions.CONDITIONS, "");
        };
    }
}
