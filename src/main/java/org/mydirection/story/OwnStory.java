package org.mydirection.story;

import org.mydirection.media.AssetId;

/**
 * One of one's own stories, as a list shows it.
 *
 * @param title null while it has none
 * @param picture the first picture that is ready; null when there is none
 */
public record OwnStory(
        StoryId story, VersionId version, String title, VersionStatus status, int parts, AssetId picture) {}
