package org.mydirection.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.plan.GoalId;

/** What the person or the practitioner wrote after a presentation, kept with the goal. Immutable. */
@Entity
@Table(name = "reflection")
public class Reflection {

    @Id
    private UUID id;

    @Column(name = "goal_id")
    private UUID goalId;

    @Column(name = "presentation_id")
    private UUID presentationId;

    @Column(name = "author_id")
    private UUID authorId;

    private String words;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected Reflection() {}

    Reflection(GoalId goal, PresentationId presentation, AccountId author, String words, Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.goalId = goal.value();
        this.presentationId = presentation.value();
        this.authorId = author.value();
        this.words = words.strip();
        this.writtenAt = writtenAt;
    }

    public ReflectionId id() {
        return new ReflectionId(id);
    }

    public AccountId author() {
        return new AccountId(authorId);
    }

    public String words() {
        return words;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
