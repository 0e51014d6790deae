package org.mydirection.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/**
 * A peer supporter types for a storyteller who is present. Open until the storyteller says that the words are theirs; then
 * it stays as a record. A story has at most one that is open.
 */
@Entity
@Table(name = "story_help")
public class StoryHelp {

    @Id
    private UUID id;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "helper_id")
    private UUID helperId;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "open_for")
    private UUID openFor;

    protected StoryHelp() {}

    StoryHelp(StoryId story, AccountId helper, Instant at) {
        this.id = UUID.randomUUID();
        this.storyId = story.value();
        this.helperId = helper.value();
        this.begunAt = at;
        this.openFor = story.value();
    }

    void confirm(Instant at) {
        if (confirmedAt == null) {
            confirmedAt = at;
            openFor = null;
        }
    }

    public AccountId helper() {
        return new AccountId(helperId);
    }

    public Instant begunAt() {
        return begunAt;
    }

    /** Null while the storyteller has not said that the words are theirs. */
    public Instant confirmedAt() {
        return confirmedAt;
    }
}
