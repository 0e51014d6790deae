package org.mydirection.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.testing.Refusals.assertNotThere;
import static org.mydirection.testing.Refusals.assertRefused;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;

@OnBothDatabases
class PlanningTest {

    private final House house;
    private final Cast cast;
    private final Planning planning;

    PlanningTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.planning = house.get(Planning.class);
    }

    @Test
    void thePractitionerAndThePersonWriteGoalsAndStepsTogether() {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);
        StepId mine = planning.addStep(cast.maya(), goal, "Ask at the library", StepActor.PERSON_ON_PROBATION);
        planning.addStep(cast.ruth(), goal, "Write to the housing team", StepActor.PROBATION_PRACTITIONER);
        planning.moveStep(cast.maya(), goal, mine, StepStatus.COMPLETED);

        GoalView read = planning.goal(cast.maya(), goal);
        assertThat(read.steps())
                .extracting(StepView::text)
                .containsExactly("Ask at the library", "Write to the housing team");
        assertThat(read.stepsDone()).isEqualTo(1);
        assertThat(read.status()).isEqualTo(GoalStatus.ACTIVE);
        assertThat(house.lastEntry().event()).isEqualTo("step_moved");
        assertThat(house.lastEntry().person()).isEqualTo(cast.maya.value());
    }

    @Test
    void nobodyElseReadsOrWritesIt() {
        GoalId goal = cast.goal(cast.ruth(), cast.maya);

        assertNotThere(() -> planning.read(cast.tom(), cast.maya));
        assertNotThere(() -> planning.goal(cast.kofi(), goal));
        assertNotThere(() -> planning.addStep(cast.tom(), goal, "x", StepActor.SOMEONE_ELSE));
        assertNotThere(() -> planning.read(cast.priya(), cast.maya));
        assertNotThere(() -> planning.read(cast.anil(), cast.maya));
    }

    @Test
    void aGoalNeedsWordsAndOneAreaOfNeedAndNoDayThatHasGone() {
        assertRefused(
                () -> planning.addGoal(
                        cast.maya(),
                        cast.maya,
                        new GoalWords(" ", null, Set.of(), house.clock().today().minusDays(1))),
                "goal.title_missing",
                "goal.area_missing",
                "error.date_past");
    }

    @Test
    void aGoalWithoutADayIsForLater() {
        GoalId goal = planning.addGoal(
                cast.maya(), cast.maya, new GoalWords("I will rest", AreaOfNeed.HEALTH_AND_WELLBEING, Set.of(), null));

        assertThat(planning.goal(cast.maya(), goal).status()).isEqualTo(GoalStatus.FUTURE);
        assertRefused(() -> planning.moveGoal(cast.maya(), goal, GoalStatus.ACHIEVED), "goal.status_order");
        planning.moveGoal(cast.maya(), goal, GoalStatus.ACTIVE);
        planning.moveGoal(cast.maya(), goal, GoalStatus.ACHIEVED);
    }

    @Test
    void thePersonsAnswerToThePlanIsNotedByThePractitioner() {
        assertNotThere(() -> planning.answer(cast.ruth(), cast.maya, AgreementStatus.AGREED));
        cast.goal(cast.ruth(), cast.maya);

        assertNotThere(() -> planning.answer(cast.maya(), cast.maya, AgreementStatus.AGREED));
        planning.answer(cast.ruth(), cast.maya, AgreementStatus.DO_NOT_AGREE);
        assertRefused(() -> planning.answer(cast.ruth(), cast.maya, AgreementStatus.AGREED), "plan.agreement_order");
        planning.answer(cast.ruth(), cast.maya, AgreementStatus.UPDATED_AGREED);

        assertThat(planning.read(cast.maya(), cast.maya).agreement()).isEqualTo(AgreementStatus.UPDATED_AGREED);
    }
}
