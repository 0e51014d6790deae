package org.mydirection.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mydirection.consent.Purpose;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.Progress.Check;
import org.mydirection.moderation.ReviewStatus;
import org.mydirection.moderation.Stage;
import org.mydirection.story.StoryId;
import org.mydirection.story.VersionId;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.supervision.ShownRow;
import org.mydirection.web.Words;

class TrackStepTest {

    private static final Instant SENT = Instant.parse("2026-11-09T10:00:00Z");

    private final Words words = new Words(() -> Locale.UK);

    @Test
    void aStoryThatWasJustSentWaitsForItsFirstCheck() {
        assertThat(states(List.of(check(Stage.CONSENT, ReviewStatus.OPEN, null, SENT)), List.of()))
                .containsExactly("done", "now", "", "");
    }

    @Test
    void afterTheFirstCheckSomebodyReadsTheStory() {
        List<TrackStep> steps = steps(
                List.of(
                        check(Stage.CONTENT, ReviewStatus.CLAIMED, null, SENT.plusSeconds(60)),
                        check(Stage.CONSENT, ReviewStatus.DECIDED, Outcome.APPROVE, SENT)),
                List.of());
        assertThat(steps).extracting(TrackStep::state).containsExactly("done", "done", "now", "");
        assertThat(steps.get(2).title()).isEqualTo("Someone is reading it now");
    }

    @Test
    void aNoStopsTheWay() {
        assertThat(states(List.of(check(Stage.CONSENT, ReviewStatus.DECIDED, Outcome.DECLINE, SENT)), List.of()))
                .containsExactly("done", "stopped", "", "");
    }

    @Test
    void whatWasShownIsOnTheWay() {
        List<Check> checks = List.of(
                check(Stage.CONTENT, ReviewStatus.DECIDED, Outcome.APPROVE, SENT.plusSeconds(60)),
                check(Stage.CONSENT, ReviewStatus.DECIDED, Outcome.APPROVE, SENT));
        ShownRow shown = new ShownRow(SENT.plus(Duration.ofDays(9)), Purpose.OWN_SUPERVISION, "");
        assertThat(states(checks, List.of(shown))).containsExactly("done", "done", "done", "done");
        assertThat(steps(checks, List.of(shown)).get(3).text()).isEqualTo("18 November 2026");
    }

    @Test
    void theChecksOfAVersionBeforeAreNotOfThisOne() {
        Check before = check(Stage.CONTENT, ReviewStatus.DECIDED, Outcome.REQUEST_CHANGES, SENT.minusSeconds(1));
        Check now = check(Stage.CONSENT, ReviewStatus.OPEN, null, SENT);
        assertThat(states(List.of(now, before), List.of())).containsExactly("done", "now", "", "");
    }

    private List<String> states(List<Check> checks, List<ShownRow> showings) {
        return steps(checks, showings).stream().map(TrackStep::state).toList();
    }

    private List<TrackStep> steps(List<Check> checks, List<ShownRow> showings) {
        VersionView version = new VersionView(
                new StoryId(UUID.randomUUID()),
                new VersionId(UUID.randomUUID()),
                1,
                VersionStatus.IN_REVIEW,
                "The day I got the keys",
                "digest",
                SENT,
                List.of());
        return TrackStep.of(version, checks, showings, words);
    }

    private static Check check(Stage stage, ReviewStatus status, Outcome outcome, Instant openedAt) {
        Instant closedAt = outcome == null ? null : openedAt.plusSeconds(30);
        return new Check(stage, status, outcome, null, null, openedAt, closedAt, false);
    }
}
