package org.mydirection.consent;

import org.mydirection.consent.Choices.AtDeath;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.story.SceneKind;

/**
 * In what manner a story is shown, and what becomes of the permission when life changes. Immutable; null is unanswered.
 *
 * @param askEachTime whether the storyteller is asked before each showing; no answer is a no
 */
public record Manner(
        Likeness voice,
        Likeness face,
        boolean askEachTime,
        AtSentenceEnd atSentenceEnd,
        AtMove atMove,
        AtDeath atDeath) {

    /** Nothing answered. */
    public static Manner none() {
        return new Manner(null, null, false, null, null, null);
    }

    /** Whether voice or face are to be changed before such a scene is shown: the storyteller said so, or never said. */
    public boolean toBeChanged(SceneKind kind) {
        Likeness wanted =
                switch (kind) {
                    case RECORDING -> voice;
                    case PICTURE -> face;
                    case WORDS -> Likeness.AS_IS;
                };
        return wanted == null || wanted == Likeness.ALTERED;
    }

    public Manner withVoice(Likeness to) {
        return new Manner(to, face, askEachTime, atSentenceEnd, atMove, atDeath);
    }

    public Manner withFace(Likeness to) {
        return new Manner(voice, to, askEachTime, atSentenceEnd, atMove, atDeath);
    }

    public Manner asking(boolean eachTime) {
        return new Manner(voice, face, eachTime, atSentenceEnd, atMove, atDeath);
    }

    public Manner withAtSentenceEnd(AtSentenceEnd to) {
        return new Manner(voice, face, askEachTime, to, atMove, atDeath);
    }

    public Manner withAtMove(AtMove to) {
        return new Manner(voice, face, askEachTime, atSentenceEnd, to, atDeath);
    }

    public Manner withAtDeath(AtDeath to) {
        return new Manner(voice, face, askEachTime, atSentenceEnd, atMove, to);
    }
}
