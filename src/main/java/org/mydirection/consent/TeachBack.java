package org.mydirection.consent;

import java.util.ArrayList;
import java.util.List;
import org.mydirection.shared.Refusal;

/**
 * What the storyteller said back in their own words, word for word; judged in the consent review. Immutable.
 *
 * @param whoSees who could see it; 1 to 1,000 characters once it was asked, else null
 * @param changeMind what one can do later, and what that does to the sentence; null when nothing was said
 * @param mustAct what staff must act on in any case; null when nothing was said
 */
public record TeachBack(String whoSees, String changeMind, String mustAct) {

    /** The most characters of one answer. */
    public static final int MOST = 1_000;

    public TeachBack {
        whoSees = said(whoSees);
        changeMind = said(changeMind);
        mustAct = said(mustAct);
    }

    /** Nothing was asked yet. */
    public static TeachBack none() {
        return new TeachBack(null, null, null);
    }

    List<Refusal> check() {
        List<Refusal> refusals = new ArrayList<>();
        if (whoSees == null) {
            refusals.add(Refusal.of("permission.teach_back_missing"));
        }
        for (String words : new String[] {whoSees, changeMind, mustAct}) {
            if (words != null && words.length() > MOST) {
                refusals.add(Refusal.of("error.text_too_long", (words.length() - MOST) / 6 + 1));
            }
        }
        return refusals;
    }

    private static String said(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}
