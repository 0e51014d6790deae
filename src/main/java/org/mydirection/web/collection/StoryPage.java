package org.mydirection.web.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mydirection.collection.CollectionId;
import org.mydirection.shared.Id;
import org.mydirection.story.StoryId;
import org.mydirection.supervision.Watching;
import org.mydirection.supervision.Watching.Watched;
import org.mydirection.web.Me;

/** One story of a published collection, to read. */
@Named("collectionStoryPage")
@RequestScoped
public class StoryPage {

    @Inject
    private Watching watching;

    @Inject
    private Me me;

    @Inject
    @ManagedProperty("#{param.collection}")
    private String collection;

    @Inject
    @ManagedProperty("#{param.story}")
    private String story;

    private Watched watched;

    public void load() {
        watched = watching.watch(me.viewer(), new CollectionId(Id.require(collection)), new StoryId(Id.require(story)));
    }

    public Watched getWatched() {
        return watched;
    }

    public String getCollection() {
        return new CollectionId(Id.require(collection)).text();
    }
}
