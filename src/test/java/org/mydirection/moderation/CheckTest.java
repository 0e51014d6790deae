package org.mydirection.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mydirection.shared.Refusal;

class CheckTest {

    @Property
    void nothingIsMissingExactlyWhenEveryCheckOfTheStageIsTicked(@ForAll Stage stage, @ForAll Set<Check> ticked) {
        Set<Check> left = EnumSet.allOf(Check.class);
        left.removeIf(check -> check.stage() != stage);
        left.removeAll(ticked);

        assertThat(Check.missing(stage, ticked))
                .isEqualTo(left.isEmpty() ? List.of() : List.of(Refusal.of("review.checks_missing")));
    }

    @Property
    void everyCheckBelongsToOneStage(@ForAll Check check) {
        Set<Check> both = new HashSet<>(Check.of(Stage.CONSENT));
        both.retainAll(Check.of(Stage.CONTENT));

        assertThat(both).isEmpty();
        assertThat(Check.of(check.stage())).contains(check);
    }
}
