package org.mydirection.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mydirection.identity.AccountId;

/** A goal as a page shows it; {@code target} is null for one without a day. */
public record GoalView(
        GoalId id,
        AccountId person,
        String title,
        AreaOfNeed area,
        Set<AreaOfNeed> related,
        LocalDate target,
        GoalStatus status,
        List<StepView> steps) {

    public long stepsDone() {
        return steps.stream()
                .filter(step -> step.status() == StepStatus.COMPLETED)
                .count();
    }
}
