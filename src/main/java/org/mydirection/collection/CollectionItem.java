package org.mydirection.collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.story.StoryId;

/** A story in its place in a collection: whichever version of it is approved when somebody looks. */
@Entity
@Table(name = "collection_item")
public class CollectionItem {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "collection_id")
    private StoryCollection collection;

    @Column(name = "story_id")
    private UUID storyId;

    private int position;

    @Column(name = "added_by")
    private UUID addedBy;

    protected CollectionItem() {}

    CollectionItem(StoryCollection collection, StoryId story, int position, AccountId addedBy) {
        this.id = UUID.randomUUID();
        this.collection = collection;
        this.storyId = story.value();
        this.position = position;
        this.addedBy = addedBy.value();
    }

    void swapPlaces(CollectionItem other) {
        int mine = position;
        position = other.position;
        other.position = mine;
    }

    public StoryId story() {
        return new StoryId(storyId);
    }

    public int position() {
        return position;
    }

    public AccountId addedBy() {
        return new AccountId(addedBy);
    }
}
