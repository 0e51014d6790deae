package org.mydirection.story;

import java.util.List;

/**
 * Pictures shown along one narration. Immutable.
 *
 * @param narration the recording
 * @param slides at least one, in the order in which they come up; the first from the start
 */
public record DigitalStory(SceneView narration, List<Slide> slides) {

    /** Whether this scene is the narration or one of the pictures. */
    public boolean holds(SceneView scene) {
        return scene.id().equals(narration.id())
                || slides.stream().anyMatch(slide -> slide.picture().id().equals(scene.id()));
    }

    /**
     * A picture and when it comes up.
     *
     * @param fromMillis milliseconds from the start of the narration, at least 0
     */
    public record Slide(SceneView picture, long fromMillis) {}
}
