package org.mydirection.story;

import java.time.Instant;
import java.util.List;

/** A version as a page shows it; {@code title}, {@code digest} and {@code sentAt} may be null while it is a draft. */
public record VersionView(
        StoryId story,
        VersionId version,
        int number,
        VersionStatus status,
        String title,
        String digest,
        Instant sentAt,
        List<SceneView> scenes) {}
