package org.mydirection.web.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Answers;
import org.mydirection.consent.Purpose;
import org.mydirection.web.permission.Questions.Step;

class QuestionsTest {

    private static final Answers ONE_YES = Answers.none().with(Purpose.OWN_SUPERVISION, true);

    @Test
    void everyPurposeIsAskedOnceInItsOrder() {
        List<String> asked = new ArrayList<>();
        Purpose purpose = Questions.first();
        asked.add("&purpose=" + purpose);
        for (int i = 1; i < Purpose.values().length; i++) {
            Step next = Questions.after(purpose, ONE_YES);
            assertThat(next.page()).isEqualTo(Questions.PURPOSE);
            asked.add(next.more());
            purpose = Purpose.valueOf(next.more().substring("&purpose=".length()));
        }
        assertThat(asked)
                .containsExactlyElementsOf(List.of(Purpose.values()).stream()
                        .map(one -> "&purpose=" + one)
                        .toList());
    }

    @Test
    void withAYesTheLastPurposeIsFollowedByWhoMaySeeIt() {
        assertThat(Questions.after(Purpose.EVALUATION, ONE_YES).page()).isEqualTo(Questions.AUDIENCE);
    }

    @Test
    void withoutAnyYesTheLastPurposeIsFollowedByTheWhole() {
        assertThat(Questions.after(Purpose.EVALUATION, Answers.none()).page()).isEqualTo(Questions.CHECK);
    }

    @Test
    void theFirstQuestionGoesBackToTheLimits() {
        assertThat(Questions.before(Questions.first()).page()).isEqualTo(Questions.LIMITS);
    }

    @Test
    void whateverIsMissingHasItsPage() {
        List<String> pages = ONE_YES.check(LocalDate.of(2026, 11, 23), 12).stream()
                .map(missing -> Questions.where(missing).page())
                .distinct()
                .toList();
        assertThat(pages)
                .containsExactly(
                        Questions.PURPOSE, Questions.AUDIENCE, Questions.IDENTITY, Questions.DETAIL, Questions.UNTIL);
    }
}
