package org.mydirection.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mydirection.caseload.Caseloads;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;

/**
 * Writing a sentence plan together. The practitioner who supervises the person may write all of it; the person reads
 * their own plan, adds goals and steps, and says where a step stands. Everybody else gets {@link NotFound}.
 */
@ApplicationScoped
@Transactional
public class Planning {

    @Inject
    private Plans plans;

    @Inject
    private Caseloads caseloads;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The plan of the person; one without goals when none was begun. */
    public PlanView read(Viewer viewer, AccountId person) {
        requireParty(viewer, person);
        return plans.of(person).map(Planning::view).orElseGet(() -> PlanView.empty(person));
    }

    /** Adds a goal. Refused as {@link GoalWords#check} says. */
    public GoalId addGoal(Viewer viewer, AccountId person, GoalWords words) {
        requireParty(viewer, person);
        Refused.ifAny(words.check(Times.day(clock.instant())));
        SentencePlan plan = plans.of(person).orElseGet(() -> begin(person));
        Goal goal = plan.add(words, clock.instant());
        em.persist(goal);
        happened.fire(new GoalWritten(viewer.account().value(), goal.id().value(), person.value()));
        return goal.id();
    }

    /** Changes what a goal says. Refused as {@link GoalWords#check} says. */
    public void changeGoal(Viewer viewer, GoalId id, GoalWords words) {
        Goal goal = requireGoal(viewer, id);
        Refused.ifAny(words.check(Times.day(clock.instant())));
        goal.change(words);
        happened.fire(new GoalWritten(viewer.account().value(), id.value(), personOf(goal)));
    }

    /** Moves a goal to another status. Refused: {@code goal.status_order}. */
    public void moveGoal(Viewer viewer, GoalId id, GoalStatus next) {
        Goal goal = requireGoal(viewer, id);
        goal.become(next, clock.instant());
        happened.fire(new GoalMoved(viewer.account().value(), id.value(), personOf(goal), next.name()));
    }

    /** Adds a step. Refused: {@code step.text_missing}, {@code step.text_long}, {@code step.actor_missing}. */
    public StepId addStep(Viewer viewer, GoalId id, String text, StepActor actor) {
        Goal goal = requireGoal(viewer, id);
        List<Refusal> refusals = new ArrayList<>();
        if (text == null || text.isBlank()) {
            refusals.add(Refusal.of("step.text_missing"));
        } else if (text.length() > 400) {
            refusals.add(Refusal.of("step.text_long"));
        }
        if (actor == null) {
            refusals.add(Refusal.of("step.actor_missing"));
        }
        Refused.ifAny(refusals);
        Step step = goal.add(text, actor);
        em.persist(step);
        happened.fire(new StepWritten(viewer.account().value(), step.id().value(), personOf(goal)));
        return step.id();
    }

    public void moveStep(Viewer viewer, GoalId id, StepId stepId, StepStatus next) {
        Goal goal = requireGoal(viewer, id);
        goal.require(stepId).become(next);
        happened.fire(new StepMoved(viewer.account().value(), stepId.value(), personOf(goal), next.name()));
    }

    /** Notes the person's answer to the plan; the practitioner writes it down. Refused: {@code plan.agreement_order}. */
    public void answer(Viewer viewer, AccountId person, AgreementStatus answer) {
        viewer.require(Permission.WRITE_PLANS);
        requireParty(viewer, person);
        SentencePlan plan = plans.of(person).orElseThrow(NotFound::new);
        if (plan.goals().isEmpty()) {
            throw Refused.because("plan.no_goals");
        }
        plan.answer(answer, clock.instant());
        happened.fire(new PlanAnswered(viewer.account().value(), plan.id(), person.value(), answer.name()));
    }

    /** One goal with its steps, for those who may read the plan. */
    public GoalView goal(Viewer viewer, GoalId id) {
        return view(requireGoal(viewer, id));
    }

    private SentencePlan begin(AccountId person) {
        SentencePlan plan = new SentencePlan(person);
        plans.add(plan);
        return plan;
    }

    private Goal requireGoal(Viewer viewer, GoalId id) {
        Goal goal = plans.find(id).orElseThrow(NotFound::new);
        requireParty(viewer, goal.plan().person());
        return goal;
    }

    private void requireParty(Viewer viewer, AccountId person) {
        boolean themselves = viewer.is(person) && viewer.may(Permission.FOLLOW_OWN_PLAN);
        boolean practitioner = viewer.may(Permission.WRITE_PLANS) && caseloads.supervises(viewer.account(), person);
        if (!themselves && !practitioner || caseloads.find(person).isEmpty()) {
            throw new NotFound();
        }
    }

    private static UUID personOf(Goal goal) {
        return goal.plan().person().value();
    }

    private static PlanView view(SentencePlan plan) {
        return new PlanView(
                plan.person(),
                plan.agreement(),
                plan.answeredAt(),
                plan.goals().stream().map(Planning::view).toList());
    }

    private static GoalView view(Goal goal) {
        return new GoalView(
                goal.id(),
                goal.plan().person(),
                goal.title(),
                goal.area(),
                goal.related(),
                goal.target(),
                goal.status(),
                goal.steps().stream()
                        .map(step -> new StepView(step.id(), step.text(), step.actor(), step.status()))
                        .toList());
    }

    /** A plan as a page shows it. {@code answeredAt} is null while it is a draft. */
    public record PlanView(AccountId person, AgreementStatus agreement, Instant answeredAt, List<GoalView> goals) {

        static PlanView empty(AccountId person) {
            return new PlanView(person, AgreementStatus.DRAFT, null, List.of());
        }

        public List<GoalView> in(GoalStatus status) {
            return goals.stream().filter(goal -> goal.status() == status).toList();
        }
    }

    public record GoalWritten(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record GoalMoved(UUID actor, UUID subject, UUID person, String detail) implements DomainEvent {}

    public record StepWritten(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record StepMoved(UUID actor, UUID subject, UUID person, String detail) implements DomainEvent {}

    public record PlanAnswered(UUID actor, UUID subject, UUID person, String detail) implements DomainEvent {}
}
