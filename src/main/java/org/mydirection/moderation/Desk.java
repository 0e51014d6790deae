package org.mydirection.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.OtherView;
import org.mydirection.consent.TakenPart;
import org.mydirection.consent.TeachBack;
import org.mydirection.consent.Witnessed;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.VersionView;

/**
 * What the reviewer works with. Parts of the permission are null when it is gone.
 *
 * @param noticeOfToday whether the text that was read is the one that is shown today
 * @param audience the names behind the answers; null when the permission is gone
 * @param quality how the yes came about; null when the permission is gone
 * @param others everybody else in the story
 * @param allTellersAgreed whether all who tell it too agreed to this version
 * @param awaitingStoryteller whether something changed that the storyteller is asked about first: no yes until then
 * @param takenBack parts of recordings and pictures that the storyteller took back and that are still in them
 */
public record Desk(
        ReviewId id,
        Stage stage,
        Instant claimedUntil,
        VersionView version,
        Answers answers,
        Integer noticeVersion,
        String noticeLanguage,
        boolean noticeOfToday,
        Instant limitsShownAt,
        Instant givenAt,
        Audience audience,
        Quality quality,
        List<OtherView> others,
        boolean allTellersAgreed,
        boolean awaitingStoryteller,
        List<TakenPart> takenBack,
        List<Earlier> earlier) {

    /** What the storyteller took back of the file of this scene and that is still in it, the first stretch first. */
    public List<TakenPart> takenBackOf(SceneView scene) {
        return scene.file() == null
                ? List.of()
                : takenBack.stream()
                        .filter(part -> part.file().equals(scene.file().id().value()))
                        .toList();
    }

    /** Whether there is a picture whose face is to be changed, and is not yet. */
    public boolean anyFaceOpen() {
        return version.scenes().stream().anyMatch(scene -> scene.kind() == SceneKind.PICTURE && likenessOpen(scene));
    }

    /** Whether voice or face of this scene are to be changed, and are not yet. */
    public boolean likenessOpen(SceneView scene) {
        return isLikenessOpen(answers, scene);
    }

    /** Whether a checker said no to an earlier version of this story. */
    public boolean sentBackBefore() {
        return earlier.stream().anyMatch(before -> before.outcome() != Outcome.APPROVE);
    }

    /** As {@code visibility} asks it: to be changed, or never asked about, and not changed. */
    static boolean isLikenessOpen(Answers answers, SceneView scene) {
        return answers.manner().toBeChanged(scene.kind())
                && (scene.file() == null || !scene.file().likenessChanged());
    }

    /**
     * The names behind the answer to "who may see it".
     *
     * @param practitioner what staff call them; null unless the answer was "my practitioner"
     * @param office null unless the answer was "my office"
     * @param named those who were picked by name; empty unless that was the answer
     * @param leftOut the offices that are left out, by name
     */
    public record Audience(String practitioner, String office, List<String> named, List<String> leftOut) {}

    /**
     * How the yes came about.
     *
     * @param how null where it was not said; helper likewise
     * @param witness what staff call them; null without one
     * @param witnessed what the witness says of it
     * @param recording the file of the recorded answers; null without one that belongs to this record
     */
    public record Quality(TeachBack said, How how, Helper helper, String witness, Witnessed witnessed, UUID recording) {

        /** Whether it was given aloud and nothing shows that it was: no checker can pass it. */
        public boolean unheard() {
            return how == How.ALOUD
                    && witnessed != Witnessed.CONFIRMED
                    && (witnessed != Witnessed.NOBODY || recording == null);
        }

        /** Whether the practitioner who supervises the storyteller helped, so that somebody independent confirms it. */
        public boolean byPractitioner() {
            return helper == Helper.PRACTITIONER;
        }
    }

    /** An answer that was given before, on this or an earlier version. */
    public record Earlier(Stage stage, Outcome outcome, String reasonCode, String note, Instant at) {}
}
