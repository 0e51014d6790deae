package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.mydirection.consent.ThirdParty.Outcome;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/** What a reviewer says of somebody in a story who was not asked, or cannot be. */
@ApplicationScoped
@Transactional
public class JudgingOthers {

    @Inject
    private ThirdParties others;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * A reviewer decides about one of the others. About somebody who was hurt by a crime two reviewers say the same before it
     * counts; said differently, it begins again. The reviewer's claim was checked, and the story's row locked, by the
     * caller. Refused: {@code others.outcome_missing}, {@code others.reason_missing}.
     *
     * @param story whose review it is; somebody of another story is not there
     */
    public void judge(Viewer reviewer, StoryId story, ThirdPartyId id, Outcome outcome, String reason) {
        reviewer.require(Permission.REVIEW);
        ThirdParty other = others.requireLocked(id);
        if (!other.story().equals(story)) {
            throw new NotFound();
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > 1_000) {
            throw Refused.because("others.reason_missing");
        }
        others.change(other, () -> other.judge(outcome, reason.strip(), reviewer.account(), clock.instant()));
        happened.fire(new OtherJudged(
                reviewer.account().value(), id.value(), other.story().value(), outcome.name()));
    }

    public record OtherJudged(UUID actor, UUID subject, UUID story, String detail) implements DomainEvent {}
}
