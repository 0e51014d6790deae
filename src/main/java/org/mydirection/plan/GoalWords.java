package org.mydirection.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mydirection.shared.Refusal;

/**
 * What a goal says.
 *
 * @param title in the first person: "I will … so that …"; 1 to 400 characters
 * @param area the one area of need that it serves; mandatory
 * @param related other areas that it touches; may be empty
 * @param target the day by which it should be reached; null for a goal for later
 */
public record GoalWords(String title, AreaOfNeed area, Set<AreaOfNeed> related, LocalDate target) {

    public GoalWords {
        related = related.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(related));
    }

    /** Why these words cannot be kept; empty when they can. A day in the past is refused. */
    List<Refusal> check(LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (title == null || title.isBlank()) {
            refusals.add(Refusal.of("goal.title_missing"));
        } else if (title.length() > 400) {
            refusals.add(Refusal.of("goal.title_long"));
        }
        if (area == null) {
            refusals.add(Refusal.of("goal.area_missing"));
        }
        if (target != null && target.isBefore(today)) {
            refusals.add(Refusal.of("error.date_past"));
        }
        return refusals;
    }
}
