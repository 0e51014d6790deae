package org.mydirection.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.media.VaultKeyId;

/** A story: somebody's, with one key for all its media. Its words live in its versions. Erased once, for good. */
@Entity
@Table(name = "story")
public class Story {

    @Id
    private UUID id;

    @Column(name = "storyteller_id")
    private UUID storytellerId;

    @Column(name = "vault_key_id")
    private UUID vaultKeyId;

    private String prompt;

    @Column(name = "goal_id")
    private UUID goalId;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "erased_at")
    private Instant erasedAt;

    protected Story() {}

    public Story(AccountId storyteller, VaultKeyId key, Instant begunAt) {
        this(storyteller, key, StoryIdea.NONE, begunAt);
    }

    public Story(AccountId storyteller, VaultKeyId key, StoryIdea idea, Instant begunAt) {
        this.id = UUID.randomUUID();
        this.storytellerId = storyteller.value();
        this.vaultKeyId = key.value();
        this.prompt = idea.prompt();
        this.goalId = idea.goal();
        this.begunAt = begunAt;
    }

    void erase(Instant at) {
        erasedAt = at;
    }

    public StoryId id() {
        return new StoryId(id);
    }

    public AccountId storyteller() {
        return new AccountId(storytellerId);
    }

    public VaultKeyId key() {
        return new VaultKeyId(vaultKeyId);
    }

    /** What it answers. */
    public StoryIdea idea() {
        return new StoryIdea(prompt, goalId);
    }

    public boolean erased() {
        return erasedAt != null;
    }
}
