package org.mydirection.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.consent.JudgingOthers;
import org.mydirection.consent.ThirdParty;
import org.mydirection.consent.ThirdPartyId;
import org.mydirection.identity.Viewer;
import org.mydirection.media.Redacting;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.story.Scene;
import org.mydirection.story.SceneId;
import org.mydirection.story.SceneKind;
import org.mydirection.story.Stories;

/**
 * What a reviewer who holds the claim puts on record before they decide: somebody else who is in the story, what is to be
 * said of them, and a picture in which the storyteller cannot be known.
 */
@ApplicationScoped
@Transactional
public class Findings {

    @Inject
    private ReviewRoom room;

    @Inject
    private Stories stories;

    @Inject
    private DeclaringOthers declaring;

    @Inject
    private JudgingOthers judging;

    @Inject
    private Redacting redacting;

    @Inject
    private EntityManager em;

    @Inject
    private Event<DomainEvent> happened;

    /** Puts somebody on record who can be seen, heard or known in the story. Refused as {@link DeclaringOthers#found}, and as
     * {@link ReviewDesk#read}. */
    public void found(Viewer viewer, ReviewId id, String who, ThirdParty.Category category) {
        Review review = room.requireHeld(viewer, id);
        declaring.found(viewer, review.story(), who, category);
    }

    /** Decides about somebody in the story, with a reason. Refused as {@link JudgingOthers#judge}, and as {@link ReviewDesk#read}. */
    public void judge(Viewer viewer, ReviewId id, ThirdPartyId other, ThirdParty.Outcome outcome, String reason) {
        Review review = room.requireHeld(viewer, id);
        judging.judge(viewer, review.story(), other, outcome, reason);
    }

    /**
     * The reviewer looked, and the storyteller's face cannot be known in this picture: it is covered, or not in it. Refused as
     * {@link ReviewDesk#read}; {@link NotFound} for a scene that is no picture.
     */
    public void faceUnknown(Viewer viewer, ReviewId id, SceneId scene) {
        Review review = room.requireHeld(viewer, id);
        Scene picture = stories.requireVersion(review.version()).require(scene);
        if (picture.kind() != SceneKind.PICTURE) {
            throw new NotFound();
        }
        redacting.likenessChanged(picture.asset().orElseThrow(NotFound::new));
        em.flush();
        happened.fire(new FaceUnknown(
                viewer.account().value(),
                id.value(),
                room.personOf(review),
                review.story().value()));
    }

    public record FaceUnknown(UUID actor, UUID subject, UUID person, UUID story) implements DomainEvent {}
}
