package org.mydirection.web.story;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mydirection.collection.Curation;
import org.mydirection.collection.Curation.StoryHome;
import org.mydirection.consent.DeclaringOthers;
import org.mydirection.moderation.Progress;
import org.mydirection.moderation.Progress.Check;
import org.mydirection.moderation.Sending;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;
import org.mydirection.story.VersionView;
import org.mydirection.supervision.Reflecting;
import org.mydirection.supervision.ShownRow;
import org.mydirection.web.Address;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;
import org.mydirection.web.Words;

/** Where a story is on its way to the checkers and back, and when it was shown. */
@Named
@RequestScoped
public class WherePage {

    @Inject
    private Me me;

    @Inject
    private Address address;

    @Inject
    private Messages messages;

    @Inject
    private Words words;

    @Inject
    private StoryWriting writing;

    @Inject
    private Sending sending;

    @Inject
    private Progress progress;

    @Inject
    private Reflecting reflecting;

    @Inject
    private Curation curation;

    @Inject
    private DeclaringOthers others;

    private VersionView version;
    private List<Check> checks = List.of();
    private List<StoryHome> homes = List.of();
    private Check reason;
    private List<TrackStep> steps = List.of();
    private List<ShownRow> showings = List.of();

    public void open() {
        version = writing.read(me.viewer(), address.story());
        showings = reflecting.showings(me.viewer(), address.story());
        reason = progress.reasonBeside(me.viewer(), address.story()).orElse(null);
        checks = progress.of(me.viewer(), address.story());
        homes = curation.homesOf(me.viewer(), address.story());
        if (version.status() != VersionStatus.DRAFT) {
            steps = TrackStep.of(version, checks, showings, words);
        }
    }

    /** Undoes the sending, while nobody has opened it. */
    public void undoSend() {
        try {
            sending.recall(me.viewer(), address.story());
            messages.done("undo_send.done.text");
            address.go("/story/edit.xhtml", "");
        } catch (Refused refused) {
            messages.refuse(refused);
            open();
        }
    }

    /** A new draft from what was checked; the old one stays as it is until the new one is approved. */
    public void change() {
        writing.beginAgain(me.viewer(), address.story());
        address.go("/story/edit.xhtml", "");
    }

    /** Read when it is first asked for: a post asks which buttons there are before anything is opened. */
    public VersionView getVersion() {
        if (version == null) {
            version = writing.read(me.viewer(), address.story());
        }
        return version;
    }

    /** Why it was sent back or cannot be shown; null when it was not. */
    public Check getReason() {
        return reason;
    }

    /** What was decided at any time, the newest first, as the checkers see it but for their own notes. */
    public List<Check> getAnswers() {
        return checks.stream().filter(check -> check.outcome() != null).toList();
    }

    /** The sets that it is in. */
    public List<StoryHome> getHomes() {
        return homes;
    }

    public List<TrackStep> getSteps() {
        return steps;
    }

    public List<ShownRow> getShowings() {
        return showings;
    }

    /** Whether somebody else in it stands in the way of showing it. */
    public boolean isOthersOpen() {
        return others.of(me.viewer(), address.story()).stream().anyMatch(row -> !row.settled());
    }

    public boolean isDraft() {
        return getVersion().status() == VersionStatus.DRAFT;
    }

    public boolean isBeingChecked() {
        return getVersion().status() == VersionStatus.SUBMITTED || getVersion().status() == VersionStatus.IN_REVIEW;
    }
}
