package org.mydirection.web.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.consent.Purpose;
import org.mydirection.moderation.Check;
import org.mydirection.moderation.Claiming;
import org.mydirection.moderation.Deciding;
import org.mydirection.moderation.Decision;
import org.mydirection.moderation.Desk;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.ReasonCodes;
import org.mydirection.moderation.ReasonCodes.Reason;
import org.mydirection.moderation.ReviewDesk;
import org.mydirection.moderation.ReviewId;
import org.mydirection.moderation.Stage;
import org.mydirection.shared.Id;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneView;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.RecordingTime;

/** The desk of a reviewer who holds the claim: the story as it will be seen, the checks, the decision. */
@Named
@RequestScoped
public class DeskPage {

    @Inject
    private Me me;

    @Inject
    private ReviewDesk reviews;

    @Inject
    private Deciding deciding;

    @Inject
    private Claiming claiming;

    @Inject
    private ReasonCodes codes;

    @Inject
    private Messages messages;

    private String review;
    private String stage;
    private Desk desk;
    private String digest;
    private Check[] ticked = {};
    private String note;
    private boolean saidNo;

    /** Opens the desk; back to the queue, with the reason, when the claim is not held any more. */
    public String enter() {
        try {
            load();
            return null;
        } catch (Refused refused) {
            messages.refuseThere(refused);
            return queue();
        }
    }

    private void load() {
        desk = reviews.read(me.viewer(), id());
        if (!desk.version().digest().equals(digest)) {
            // What was ticked was ticked for another version.
            ticked = new Check[0];
        }
        digest = desk.version().digest();
        stage = desk.stage().name();
    }

    /** The reason is a key of the policy; null for a yes. */
    public String decide(Outcome outcome, String reason) {
        saidNo = outcome.needsReason();
        try {
            deciding.decide(me.viewer(), id(), new Decision(outcome, reason, note, digest), List.of(ticked));
        } catch (Refused refused) {
            return stay(refused);
        }
        switch (outcome) {
            case REQUEST_CHANGES -> messages.done("review.decided.changes.text");
            case DECLINE -> messages.done("review.decided.declined.text");
            case APPROVE -> sayApproved();
        }
        return queue();
    }

    private void sayApproved() {
        if (Stage.CONSENT.name().equals(stage)) {
            messages.done("review.decided.consent.text");
        } else {
            messages.done("review.decided.approved.text");
        }
    }

    public String release() {
        boolean awaiting;
        try {
            awaiting = claiming.release(me.viewer(), id());
        } catch (Refused refused) {
            return stay(refused);
        }
        if (awaiting) {
            messages.done("review.released.awaiting.text");
        } else {
            messages.done("review.released.text");
        }
        return queue();
    }

    /** On the desk while the claim holds; else in the queue. */
    private String stay(Refused refused) {
        try {
            load();
            messages.refuse(refused);
            return null;
        } catch (Refused gone) {
            messages.refuseThere(refused);
            return queue();
        }
    }

    private String queue() {
        return "/moderation/queue.xhtml?faces-redirect=true&stage="
                + (Stage.CONTENT.name().equals(stage) ? Stage.CONTENT : Stage.CONSENT);
    }

    private ReviewId id() {
        return new ReviewId(Id.require(review));
    }

    public List<Check> checksOf(Stage of) {
        return Check.of(of);
    }

    public List<Reason> reasonsOf(Stage of) {
        return codes.of(of);
    }

    /** How long a recording lasts: minutes and seconds, {@code 2:14}. */
    public String lengthOf(SceneView scene) {
        long seconds = Math.round(scene.file().durationMillis() / 1_000.0);
        return String.format("%d:%02d", seconds / 60, seconds % 60);
    }

    /** A moment of a recording as a redaction takes it: minutes and seconds, {@code 1:05.5}. */
    public String time(int millis) {
        return RecordingTime.text(millis);
    }

    /** All that is asked for, in the order of the questions. */
    public Purpose[] getPurposes() {
        return Purpose.values();
    }

    public String getReview() {
        return review;
    }

    public void setReview(String review) {
        this.review = review;
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public Desk getDesk() {
        return desk;
    }

    public String getDigest() {
        return digest;
    }

    public void setDigest(String digest) {
        this.digest = digest;
    }

    public Check[] getTicked() {
        return ticked;
    }

    public void setTicked(Check[] ticked) {
        this.ticked = ticked;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** Whether a "no" was tried: its part of the form stays open. */
    public boolean isSaidNo() {
        return saidNo;
    }
}
