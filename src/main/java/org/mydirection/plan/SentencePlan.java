package org.mydirection.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;

/** The plan of one person: DRAFT until the person was asked, then as {@link AgreementStatus} says. */
@Entity
@Table(name = "sentence_plan")
public class SentencePlan {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private AgreementStatus agreement = AgreementStatus.DRAFT;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<Goal> goals = new ArrayList<>();

    @Version
    private long version;

    protected SentencePlan() {}

    public SentencePlan(AccountId person) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
    }

    /** Adds a goal at the end. */
    Goal add(GoalWords words, Instant at) {
        Goal goal = new Goal(this, goals.size(), words, at);
        goals.add(goal);
        return goal;
    }

    /** Notes what the person said of the plan. Refused when the answer cannot follow: {@code plan.agreement_order}. */
    void answer(AgreementStatus answer, Instant at) {
        if (!agreement.mayBecome(answer)) {
            throw Refused.because("plan.agreement_order");
        }
        agreement = answer;
        answeredAt = at;
    }

    Goal require(GoalId goal) {
        return goals.stream().filter(g -> g.id().equals(goal)).findFirst().orElseThrow(NotFound::new);
    }

    public UUID id() {
        return id;
    }

    public AccountId person() {
        return new AccountId(personId);
    }

    public AgreementStatus agreement() {
        return agreement;
    }

    /** Null while it is a draft. */
    public Instant answeredAt() {
        return answeredAt;
    }

    public List<Goal> goals() {
        return List.copyOf(goals);
    }
}
