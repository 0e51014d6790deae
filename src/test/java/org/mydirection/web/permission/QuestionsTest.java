package org.mydirection.web.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** Issue and notice: "Saying no changes nothing about your sentence", where a yes or a no is asked for, and on what is kept. */
    @Test
    void everyPageOfPermissionSaysThatANoChangesNothingForTheSentence() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("src/main/webapp/permission"))) {
            assertThat(pages).hasSizeGreaterThan(12).allSatisfy(page -> assertThat(Files.readString(page))
                    .as(page.toString())
                    .containsAnyOf("permission.same.hint", "permission.receipt.sentence.text"));
        }
        for (String page : List.of("take-back", "take-part", "taken-back", "told-with")) {
            assertThat(Files.readString(Path.of("src/main/webapp/story/" + page + ".xhtml")))
                    .as(page)
                    .containsAnyOf("permission.same.hint", "take_back.page.after.text", "taken_back.nothing.text");
        }
    }

    /** Whoever cannot read the questions hears them: each has the button, and the script that it needs. */
    @Test
    void everyQuestionCanBeReadOut() throws IOException {
        for (String page : List.of(
                "purpose",
                "audience",
                "identity",
                "detail",
                "until",
                "conditions",
                "help",
                "aloud",
                "teach-back",
                "check",
                "changed",
                "renew")) {
            assertThat(Files.readString(Path.of("src/main/webapp/permission/" + page + ".xhtml")))
                    .as(page)
                    .contains("data-aloud=", "aloud.js");
        }
    }
}
