package org.mydirection.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.annotations.BatchFetch;
import org.eclipse.persistence.annotations.BatchFetchType;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/** A goal of a plan, in the person's words. ACTIVE or FUTURE at first; its moves are those of {@link GoalStatus}. */
@Entity
@Table(name = "goal")
public class Goal {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "plan_id")
    private SentencePlan plan;

    private int position;

    private String title;

    @Enumerated(EnumType.STRING)
    private AreaOfNeed area;

    @BatchFetch(BatchFetchType.IN)
    @ElementCollection
    @CollectionTable(name = "goal_related_area", joinColumns = @JoinColumn(name = "goal_id"))
    @Column(name = "area")
    @Enumerated(EnumType.STRING)
    private Set<AreaOfNeed> related = new HashSet<>();

    @Column(name = "target_date")
    private LocalDate target;

    @Enumerated(EnumType.STRING)
    private GoalStatus status;

    @Column(name = "status_at")
    private Instant statusAt;

    @BatchFetch(BatchFetchType.IN)
    @OneToMany(mappedBy = "goal", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Step> steps = new ArrayList<>();

    @Version
    private long version;

    protected Goal() {}

    Goal(SentencePlan plan, int position, GoalWords words, Instant at) {
        this.id = UUID.randomUUID();
        this.plan = plan;
        this.position = position;
        this.status = words.target() == null ? GoalStatus.FUTURE : GoalStatus.ACTIVE;
        this.statusAt = at;
        change(words);
    }

    final void change(GoalWords words) {
        title = words.title().strip();
        area = words.area();
        target = words.target();
        related.clear();
        related.addAll(words.related());
        related.remove(area);
    }

    /** Refused when the one cannot follow the other: {@code goal.status_order}. */
    void become(GoalStatus next, Instant at) {
        if (!status.mayBecome(next)) {
            throw Refused.because("goal.status_order");
        }
        status = next;
        statusAt = at;
    }

    Step add(String text, StepActor actor) {
        Step step = new Step(this, steps.size(), text, actor);
        steps.add(step);
        return step;
    }

    Step require(StepId step) {
        return steps.stream().filter(s -> s.id().equals(step)).findFirst().orElseThrow(NotFound::new);
    }

    public GoalId id() {
        return new GoalId(id);
    }

    public SentencePlan plan() {
        return plan;
    }

    public String title() {
        return title;
    }

    public AreaOfNeed area() {
        return area;
    }

    public Set<AreaOfNeed> related() {
        return Set.copyOf(related);
    }

    public LocalDate target() {
        return target;
    }

    public GoalStatus status() {
        return status;
    }

    public Instant statusAt() {
        return statusAt;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
