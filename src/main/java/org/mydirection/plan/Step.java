package org.mydirection.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** One step towards a goal: what, by whom. NOT_STARTED at first. */
@Entity
@Table(name = "step")
public class Step {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "goal_id")
    private Goal goal;

    private int position;

    @Column(name = "words")
    private String text;

    @Enumerated(EnumType.STRING)
    private StepActor actor;

    @Enumerated(EnumType.STRING)
    private StepStatus status = StepStatus.NOT_STARTED;

    @Version
    private long version;

    protected Step() {}

    Step(Goal goal, int position, String text, StepActor actor) {
        this.id = UUID.randomUUID();
        this.goal = goal;
        this.position = position;
        this.text = text.strip();
        this.actor = actor;
    }

    void become(StepStatus next) {
        status = next;
    }

    public StepId id() {
        return new StepId(id);
    }

    public String text() {
        return text;
    }

    public StepActor actor() {
        return actor;
    }

    public StepStatus status() {
        return status;
    }
}
