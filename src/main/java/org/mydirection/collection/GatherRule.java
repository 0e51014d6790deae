package org.mydirection.collection;

import java.util.List;
import org.mydirection.identity.Viewer;
import org.mydirection.story.StoryId;

/** Which stories may be gathered. Answered by {@code visibility}, which decides all that anybody may see. */
public interface GatherRule {

    /** Whether the viewer may put this story into this collection now. */
    boolean mayGather(Viewer viewer, CollectionId collection, StoryId story);

    /** The stories of the collection that its person and their practitioner would see if it were published now. */
    List<StoryId> wouldShow(CollectionId collection);

    /**
     * The stories of the collection that its person and their practitioner would see, but that the viewer, who is one of the
     * two, belongs to an office that was opened after their storytellers said yes to all offices.
     */
    List<StoryId> newAudienceFor(Viewer viewer, CollectionId collection);
}
