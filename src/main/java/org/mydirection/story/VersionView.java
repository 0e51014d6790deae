package org.mydirection.story;

import java.time.Instant;
import java.util.Comparator;
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
        List<SceneView> scenes) {

    /** The pictures along the narration; null when the story has none of the two, or no picture comes up in it. */
    public DigitalStory digital() {
        List<DigitalStory.Slide> slides = scenes.stream()
                .filter(scene -> scene.telling().cueMillis() != null && scene.file() != null)
                .map(scene -> new DigitalStory.Slide(scene, scene.telling().cueMillis()))
                .sorted(Comparator.comparingLong(DigitalStory.Slide::fromMillis))
                .toList();
        return scenes.stream()
                .filter(scene -> scene.telling().narration() && scene.file() != null && !slides.isEmpty())
                .findFirst()
                .map(narration -> new DigitalStory(narration, slides))
                .orElse(null);
    }
}
