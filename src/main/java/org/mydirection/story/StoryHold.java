package org.mydirection.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/** Staff stop the use of a story: in force from when it is placed until it is lifted. The row is the state. */
@Entity
@Table(name = "story_hold")
public class StoryHold {

    /** Why a story is held. */
    public enum Kind {
        /** Somebody is looking at something. */
        SUSPENSION,
        /** The law says that a copy must be kept. */
        LEGAL
    }

    @Id
    private UUID id;

    @Column(name = "story_id")
    private UUID storyId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String reason;

    @Column(name = "placed_by")
    private UUID placedBy;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "lifted_by")
    private UUID liftedBy;

    @Column(name = "lifted_at")
    private Instant liftedAt;

    protected StoryHold() {}

    /** The reason is for staff only, 1 to 1,000 characters. */
    public StoryHold(StoryId story, Kind kind, String reason, AccountId placedBy, Instant placedAt) {
        this.id = UUID.randomUUID();
        this.storyId = story.value();
        this.kind = kind;
        this.reason = reason;
        this.placedBy = placedBy.value();
        this.placedAt = placedAt;
    }

    public void lift(AccountId by, Instant at) {
        liftedBy = by.value();
        liftedAt = at;
    }

    public HoldId id() {
        return new HoldId(id);
    }

    public StoryId story() {
        return new StoryId(storyId);
    }

    public Kind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    public Instant placedAt() {
        return placedAt;
    }

    public boolean inForce() {
        return liftedAt == null;
    }
}
