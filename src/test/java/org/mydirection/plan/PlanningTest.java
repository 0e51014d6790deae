package org.mydirection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.caseload.CaseKeeping;
import org.mydirection.caseload.Caseloads;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Role;
import org.mydirection.shared.NotFound;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class PlanningTest {

    private final House house;
    private final Cast cast;
    private final Planning planning;
    private final CaseKeeping cases;

    PlanningTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        planning = house.get(Planning.class);
        cases = house.get(CaseKeeping.class);
    }

    @Test
    void aPersonAndTheirPractitionerWriteThePlanTogetherAndNobodyElse() {
        GoalId ruths = cast.goal(cast.ruth(), cast.maya);
        assertThat(house.lastEntry())
                .isEqualTo(new House.Entry(
                        "goal_written", cast.ruth.value(), ruths.value(), cast.maya.value(), null, null, null));
        GoalId mayas = planning.addGoal(
                cast.maya(),
                cast.maya,
                new GoalWords("I will walk so that I sleep", AreaOfNeed.HEALTH_AND_WELLBEING, Set.of(), null));
        StepId step = planning.addStep(cast.maya(), mayas, "Buy shoes", StepActor.PERSON_ON_PROBATION);
        planning.moveStep(cast.ruth(), mayas, step, StepStatus.COMPLETED);

        Planning.PlanView plan = planning.read(cast.maya(), cast.maya);
        assertThat(plan.goals()).extracting(GoalView::id).containsExactly(ruths, mayas);
        assertThat(plan.in(GoalStatus.FUTURE)).hasSize(1);
        assertThat(plan.goals().get(1).stepsDone()).isEqualTo(1);
        assertThat(plan.goals().get(0).related()).containsExactly(AreaOfNeed.FINANCES);
        for (var other : List.of(cast.kofi(), cast.tom(), cast.priya(), cast.lena(), cast.grace(), cast.anil())) {
            assertThatThrownBy(() -> planning.read(other, cast.maya)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> planning.goal(other, ruths)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> planning.moveGoal(other, ruths, GoalStatus.ACHIEVED))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aGoalIsRefusedWithAllReasonsAtOnce() {
        assertRefused(
                () -> planning.addGoal(
                        cast.ruth(),
                        cast.maya,
                        new GoalWords(" ", null, Set.of(), house.clock().today().minusDays(1))),
                "goal.title_missing",
                "goal.area_missing",
                "error.date_past");
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        assertRefused(() -> planning.addStep(cast.ruth(), goal, " ", null), "step.text_missing", "step.actor_missing");
        assertRefused(
                () -> planning.addStep(cast.ruth(), goal, "x".repeat(401), StepActor.SOMEONE_ELSE), "step.text_long");
    }

    @Test
    void aGoalMovesOnlyAsItsLifeAllows() {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        planning.moveGoal(cast.maya(), goal, GoalStatus.ACHIEVED);
        assertThat(house.lastEntry().event()).isEqualTo("goal_moved");
        assertThat(house.lastEntry().detail()).isEqualTo("ACHIEVED");
        assertRefused(() -> planning.moveGoal(cast.maya(), goal, GoalStatus.FUTURE), "goal.status_order");
    }

    @Test
    void theAnswerToThePlanIsWrittenDownByThePractitioner() {
        assertThatThrownBy(() -> planning.answer(cast.ruth(), cast.maya, AgreementStatus.AGREED))
                .isInstanceOf(NotFound.class);
        cast.goal(cast.ruth(), cast.maya);
        planning.answer(cast.ruth(), cast.maya, AgreementStatus.AGREED);
        assertThat(house.lastEntry().event()).isEqualTo("plan_answered");
        assertRefused(
                () -> planning.answer(cast.ruth(), cast.maya, AgreementStatus.DO_NOT_AGREE), "plan.agreement_order");
        assertThatThrownBy(() -> planning.answer(cast.maya(), cast.maya, AgreementStatus.UPDATED_AGREED))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCaseloadHasThePeopleWhoAreSupervisedNowWithoutThoseOneIsKeptOutOf() {
        Caseloads caseloads = house.get(Caseloads.class);
        assertThat(house.inTransaction(() -> caseloads.of(cast.ruth)))
                .singleElement()
                .satisfies(row -> assertThat(row.crn()).isEqualTo("X000001"));

        cases.exclude(cast.anil(), cast.maya, cast.ruth);
        assertThat(house.lastEntry().event()).isEqualTo("access_limited");
        assertThat(house.inTransaction(() -> caseloads.of(cast.ruth))).isEmpty();
        assertThatThrownBy(() -> planning.read(cast.ruth(), cast.maya)).isInstanceOf(NotFound.class);
        cases.readmit(cast.anil(), cast.maya, cast.ruth);
        assertThat(house.lastEntry().event()).isEqualTo("access_limit_lifted");
        assertThat(house.inTransaction(() -> caseloads.of(cast.ruth))).hasSize(1);

        cases.assign(cast.anil(), cast.maya, cast.tom);
        assertThat(house.lastEntry().event()).isEqualTo("supervision_began");
        assertThat(house.inTransaction(() -> caseloads.of(cast.ruth))).isEmpty();
        assertThat(house.inTransaction(() -> caseloads.of(cast.tom))).hasSize(2);
    }

    @Test
    void aPersonIsRegisteredOnceWithACrnAndAnOffice() {
        AccountId rosa = cast.person("rosa", "Rosa Diaz", null, Role.CURATOR);
        assertRefused(
                () -> cases.register(cast.anil(), rosa, "12345"),
                "case.crn_form",
                "case.not_storyteller",
                "case.office_missing");
        assertRefused(() -> cases.register(cast.anil(), cast.maya, "X000009"), "case.known_already");
        assertRefused(() -> cases.assign(cast.anil(), cast.maya, cast.lena), "case.not_practitioner");
        assertThatThrownBy(() -> cases.assign(cast.ruth(), cast.maya, cast.tom)).isInstanceOf(NotFound.class);
    }
}
