package org.mydirection.moderation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.VersionId;

/** One check of one version in one stage. Names the digest it is about. Its life: {@link ReviewStatus}. */
@Entity
@Table(name = "review")
public class Review {

    @Id
    private UUID id;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "version_id")
    private UUID versionId;

    @Column(name = "version_digest")
    private String versionDigest;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Enumerated(EnumType.STRING)
    private ReviewStatus status = ReviewStatus.OPEN;

    /** The version's id while the review is open or claimed, else null: unique with the stage. */
    @Column(name = "open_for")
    private UUID openFor;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "claimed_by")
    private UUID claimedBy;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "reason_code")
    private String reasonCode;

    @Column(name = "note")
    private String note;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    protected Review() {}

    Review(StoryVersion version, Stage stage, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.storyId = version.story().id().value();
        this.versionId = version.id().value();
        this.versionDigest = version.digest();
        this.stage = stage;
        this.openFor = versionId;
        this.openedAt = openedAt;
    }

    /** Takes it, or takes it again. Refused when somebody else has it: {@code review.claimed_by_other}. */
    void claim(AccountId reviewer, Instant now, Instant until) {
        if (status == ReviewStatus.CLAIMED && !heldBy(reviewer, now) && claimedUntil.isAfter(now)) {
            throw Refused.because("review.claimed_by_other");
        }
        become(ReviewStatus.CLAIMED);
        claimedBy = reviewer.value();
        claimedUntil = until;
    }

    void release() {
        become(ReviewStatus.OPEN);
        claimedBy = null;
        claimedUntil = null;
    }

    void decide(Decision decision, AccountId by, Instant at) {
        become(ReviewStatus.DECIDED);
        outcome = decision.outcome();
        reasonCode = decision.reasonCode();
        note = decision.note();
        decidedBy = by.value();
        close(at);
    }

    /** A reviewer took something out of the story: the review goes on with what is left. */
    void goOnWith(StoryVersion redacted) {
        versionDigest = redacted.digest();
    }

    void becomeMoot(Instant at) {
        become(ReviewStatus.MOOT);
        close(at);
    }

    private void close(Instant at) {
        closedAt = at;
        openFor = null;
        claimedUntil = null;
    }

    private void become(ReviewStatus next) {
        if (!status.mayBecome(next)) {
            throw Refused.because(status == ReviewStatus.MOOT ? "review.moot" : "review.closed");
        }
        status = next;
    }

    /** Whether it waits or is held: neither decided nor moot. */
    public boolean isUndecided() {
        return status == ReviewStatus.OPEN || status == ReviewStatus.CLAIMED;
    }

    /** Whether this reviewer holds the claim at that moment. */
    public boolean heldBy(AccountId reviewer, Instant now) {
        return status == ReviewStatus.CLAIMED && reviewer.value().equals(claimedBy) && claimedUntil.isAfter(now);
    }

    public ReviewId id() {
        return new ReviewId(id);
    }

    public StoryId story() {
        return new StoryId(storyId);
    }

    public VersionId version() {
        return new VersionId(versionId);
    }

    public String versionDigest() {
        return versionDigest;
    }

    public Stage stage() {
        return stage;
    }

    public ReviewStatus status() {
        return status;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null when nobody ever claimed it, or it was given back. */
    public AccountId claimedBy() {
        return claimedBy == null ? null : new AccountId(claimedBy);
    }

    public Instant claimedUntil() {
        return claimedUntil;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String reasonCode() {
        return reasonCode;
    }

    /** What the reviewer wrote to the storyteller; null when nothing. */
    public String note() {
        return note;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
