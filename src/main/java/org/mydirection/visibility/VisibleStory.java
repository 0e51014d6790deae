package org.mydirection.visibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.consent.ConsentId;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.SceneView;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;
import org.mydirection.story.VersionView;

/**
 * That a version may be seen, and for which purpose.
 *
 * @param shownAs how the storyteller wants to be known
 * @param chosenName the made-up name, where that was chosen; else null
 * @param conditions what the storyteller asked to be kept to, in their words; null for nothing
 * @param lastDay the last day of the permission, inclusive
 * @param voice how recordings may be shown; null only where there is none
 * @param face how pictures may be shown; null only where there is none
 */
public record VisibleStory(
        StoryId story,
        VersionId version,
        AccountId storyteller,
        String title,
        Purpose purpose,
        Identity shownAs,
        String chosenName,
        String conditions,
        LocalDate lastDay,
        Likeness voice,
        Likeness face,
        ConsentId consent) {

    /** The kinds of scene whose file may be shown: without recordings where the voice is left out, and so on. */
    List<SceneKind> kindsWithFiles() {
        List<SceneKind> kinds = new ArrayList<>(List.of(SceneKind.WORDS));
        // What was to be changed is changed: else the rule shows nothing of the story.
        if (voice != Likeness.ABSENT) {
            kinds.add(SceneKind.RECORDING);
        }
        if (face != Likeness.ABSENT) {
            kinds.add(SceneKind.PICTURE);
        }
        return kinds;
    }

    /** The version as others may see it: of a recording whose voice is left out the words, of a picture what it shows. */
    public VersionView honour(VersionView whole) {
        List<SceneKind> kinds = kindsWithFiles();
        List<SceneView> scenes = whole.scenes().stream()
                .map(scene -> kinds.contains(scene.kind()) ? scene : scene.asWords())
                .toList();
        return new VersionView(
                whole.story(),
                whole.version(),
                whole.number(),
                whole.status(),
                whole.title(),
                whole.digest(),
                whole.sentAt(),
                scenes);
    }
}
