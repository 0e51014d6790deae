package org.mydirection.visibility;

import java.time.LocalDate;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Purpose;
import org.mydirection.identity.AccountId;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;

/**
 * That a version may be seen, and for which purpose.
 *
 * @param shownAs how the storyteller wants to be known
 * @param chosenName the made-up name, where that was chosen; else null
 * @param conditions what the storyteller asked to be kept to, in their words; null for nothing
 * @param lastDay the last day of the permission, inclusive
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
        LocalDate lastDay) {}
