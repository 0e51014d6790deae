package org.mydirection.story;

/**
 * That there may be rows of this kind for a story. Where a mark is missing, the rule of visibility does not look for them; the
 * database lets none of them be there without it, and takes no mark off while they are (V10).
 */
public enum Mark {
    HOLDS("may_be_held"),
    /** Others who may hide it: not those who are covered up, or cannot be known (V13). */
    OTHERS("may_have_others"),
    CO_TELLERS("may_be_told_together");

    private final String column;

    Mark(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
