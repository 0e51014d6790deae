package org.mydirection.web.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mydirection.moderation.Outcome;
import org.mydirection.moderation.Progress.Check;
import org.mydirection.moderation.ReviewStatus;
import org.mydirection.moderation.Stage;
import org.mydirection.shared.Times;
import org.mydirection.story.VersionView;
import org.mydirection.supervision.ShownRow;
import org.mydirection.web.Words;

/**
 * One step of a sent story on its way. Immutable.
 *
 * @param state {@code done}, {@code now}, {@code stopped}, or empty for what is still to come
 */
public record TrackStep(String title, String text, String state) {

    /**
     * The way of a version that was sent: sent, two checks, shown.
     *
     * @param checks of the story, the newest first; those of versions before are left out
     * @param showings of the story, the latest first
     */
    static List<TrackStep> of(VersionView version, List<Check> checks, List<ShownRow> showings, Words words) {
        List<TrackStep> steps = new ArrayList<>();
        steps.add(new TrackStep(words.get("track.sent.title"), day(words, version.sentAt()), "done"));
        steps.add(step(
                words.get("track.consent.title"),
                words.get("track.consent.title"),
                words.get("track.consent.done.title"),
                find(version, checks, Stage.CONSENT),
                words));
        steps.add(step(
                words.get("track.content.title"),
                words.get("track.content.now.title"),
                words.get("track.content.done.title"),
                find(version, checks, Stage.CONTENT),
                words));
        steps.add(new TrackStep(
                words.get("track.shown.title"),
                showings.isEmpty()
                        ? words.get("track.shown.text")
                        : day(words, showings.get(0).at()),
                showings.isEmpty() ? "" : "done"));
        return steps;
    }

    private static Optional<Check> find(VersionView version, List<Check> checks, Stage stage) {
        return checks.stream()
                .filter(check -> check.stage() == stage)
                .filter(check -> !check.openedAt().isBefore(version.sentAt()))
                .findFirst();
    }

    private static TrackStep step(String title, String now, String done, Optional<Check> found, Words words) {
        if (found.isEmpty()) {
            return new TrackStep(title, "", "");
        }
        Check check = found.get();
        if (check.awaitsYou()) {
            return new TrackStep(now, words.get("tracker.review.awaiting_storyteller.text"), "now");
        }
        String text = words.of("tracker.review", check.status(), "text");
        if (check.status() == ReviewStatus.OPEN) {
            return new TrackStep(title, text, "now");
        }
        if (check.status() == ReviewStatus.CLAIMED) {
            return new TrackStep(now, text, "now");
        }
        return check.outcome() == Outcome.APPROVE
                ? new TrackStep(done, day(words, check.closedAt()), "done")
                : new TrackStep(title, text, "stopped");
    }

    private static String day(Words words, Instant moment) {
        return words.day(Times.day(moment));
    }
}
