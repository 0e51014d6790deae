package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.shared.Id;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.Previewing;
import org.mydirection.supervision.Watching.Watched;
import org.mydirection.web.Me;
import org.mydirection.web.Messages;

/** A story as it would be seen, before it is put into a collection. */
@Named("collectionPreviewPage")
@RequestScoped
public class PreviewPage {

    @Inject
    private Previewing previewing;

    @Inject
    private Curation curation;

    @Inject
    private Me me;

    @Inject
    private Messages messages;

    @Inject
    @ManagedProperty("#{param.collection}")
    private String collection;

    @Inject
    @ManagedProperty("#{param.story}")
    private String story;

    private Watched watched;
    private boolean addable;

    public void load() {
        watched = previewing.preview(me.viewer(), id(), story());
        Curation.Gathered gathered = curation.read(me.viewer(), id());
        addable = gathered.status().editable() && !gathered.stories().contains(story());
    }

    public String add() {
        return Curating.change(messages, id(), () -> {
            curation.add(me.viewer(), id(), story());
            messages.done("collection.added.text");
        });
    }

    private CollectionId id() {
        return new CollectionId(Id.require(collection));
    }

    private StoryId story() {
        return new StoryId(Id.require(story));
    }

    public String getCollection() {
        return id().text();
    }

    public String getStory() {
        return story().text();
    }

    public Watched getWatched() {
        if (watched == null) {
            load();
        }
        return watched;
    }

    /** Whether it can be put in now: it is not in yet, and the collection is not published. */
    public boolean isAddable() {
        getWatched();
        return addable;
    }
}
