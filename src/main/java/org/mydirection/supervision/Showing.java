package org.mydirection.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.consent.Purpose;
import org.mydirection.visibility.VisibleStory;

/** That a story was shown once, in a presentation, for a purpose. Immutable; the storyteller can read it. */
@Entity
@Table(name = "showing")
public class Showing {

    @Id
    private UUID id;

    @Column(name = "presentation_id")
    private UUID presentationId;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "version_id")
    private UUID versionId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(name = "shown_at")
    private Instant shownAt;

    protected Showing() {}

    Showing(PresentationId presentation, VisibleStory story, Instant shownAt) {
        this.id = UUID.randomUUID();
        this.presentationId = presentation.value();
        this.storyId = story.story().value();
        this.versionId = story.version().value();
        this.purpose = story.purpose();
        this.shownAt = shownAt;
    }
}
