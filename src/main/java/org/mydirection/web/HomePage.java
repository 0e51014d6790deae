package org.mydirection.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.mydirection.consent.Asking;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.moderation.Progress;
import org.mydirection.story.OwnStory;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.story.VersionStatus;

/** Where everybody arrives: a storyteller at their stories, staff at what their roles open. */
@Named
@RequestScoped
public class HomePage {

    @Inject
    private Me me;

    @Inject
    private StoryWriting writing;

    @Inject
    private Asking asking;

    @Inject
    private Progress progress;

    private List<Card> stories = List.of();

    public void open() {
        Viewer viewer = me.viewer();
        if (me.isStoryteller()) {
            Set<StoryId> permitted = asking.permitted(viewer);
            Set<StoryId> sentBack = progress.sentBack(viewer);
            stories = writing.mine(viewer).stream()
                    .map(own -> card(own, permitted.contains(own.story()), sentBack.contains(own.story())))
                    .toList();
        }
    }

    private static Card card(OwnStory own, boolean permitted, boolean sentBack) {
        boolean checked = own.status() == VersionStatus.SUBMITTED || own.status() == VersionStatus.IN_REVIEW;
        boolean turn = sentBack && own.status() == VersionStatus.DRAFT;
        return new Card(own.story(), own.title(), own.status(), own.parts(), own.picture(), turn, permitted || checked);
    }

    public List<Card> getStories() {
        return stories;
    }

    /**
     * One story.
     *
     * @param title null while it has none
     * @param picture null when it has none that is ready
     * @param turn whether a checker sent it back
     * @param takeBack whether there is something to take back
     */
    public record Card(
            StoryId story,
            String title,
            VersionStatus status,
            int parts,
            AssetId picture,
            boolean turn,
            boolean takeBack) {}
}
