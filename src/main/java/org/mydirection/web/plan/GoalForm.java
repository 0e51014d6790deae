package org.mydirection.web.plan;

import java.time.LocalDate;
import java.util.Set;
import org.mydirection.plan.AreaOfNeed;
import org.mydirection.plan.GoalView;
import org.mydirection.plan.GoalWords;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.web.Messages;

/** The fields of a goal, as they are typed. */
public class GoalForm {

    private String title;
    private AreaOfNeed area;
    private AreaOfNeed[] related = {};
    private LocalDate target;

    /** The fields of a goal that is there. */
    static GoalForm of(GoalView goal) {
        GoalForm form = new GoalForm();
        form.title = goal.title();
        form.area = goal.area();
        form.related = goal.related().toArray(AreaOfNeed[]::new);
        form.target = goal.target();
        return form;
    }

    GoalWords words() {
        return new GoalWords(title, area, Set.of(related), target);
    }

    /** Shows each reason at its field. */
    static void refuse(Messages messages, Refused refused) {
        refused.refusals().forEach(refusal -> messages.refuse(field(refusal), refusal));
    }

    private static String field(Refusal refusal) {
        return switch (refusal.code()) {
            case "goal.title_missing", "goal.title_long" -> "title";
            case "goal.area_missing" -> "area";
            case "error.date_past" -> "target";
            default -> null;
        };
    }

    public AreaOfNeed[] getAreas() {
        return AreaOfNeed.values();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public AreaOfNeed getArea() {
        return area;
    }

    public void setArea(AreaOfNeed area) {
        this.area = area;
    }

    public AreaOfNeed[] getRelated() {
        return related.clone();
    }

    public void setRelated(AreaOfNeed[] related) {
        this.related = related == null ? new AreaOfNeed[0] : related.clone();
    }

    public LocalDate getTarget() {
        return target;
    }

    public void setTarget(LocalDate target) {
        this.target = target;
    }
}
