package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/**
 * Somebody who tells a story together with its storyteller. Invited, then agreed to one version by its digest, then
 * perhaps withdrawn: each a fact of its own. Counts for every version up to the first one without them.
 */
@Entity
@Table(name = "co_teller")
public class CoTeller {

    @Id
    private UUID id;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "invited_at")
    private Instant invitedAt;

    @Column(name = "agreed_at")
    private Instant agreedAt;

    @Column(name = "agreed_digest")
    private String agreedDigest;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "without_from")
    private Integer withoutFrom;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    protected CoTeller() {}

    CoTeller(StoryId story, AccountId account, Instant at) {
        this.id = UUID.randomUUID();
        this.storyId = story.value();
        this.accountId = account.value();
        this.invitedAt = at;
    }

    void agree(String digest, Instant at) {
        if (withdrawnAt != null) {
            throw Refused.because("cotell.withdrawn");
        }
        agreedDigest = digest;
        agreedAt = at;
    }

    void withdraw(Instant at) {
        if (withdrawnAt == null) {
            withdrawnAt = at;
        }
    }

    /**
     * From that version on the story is told without them. Refused with {@code cotell.still_tells} while their yes stands:
     * only they take back what they told. Said again, it changes nothing.
     */
    void leaveOut(int from) {
        if (holds()) {
            throw Refused.because("cotell.still_tells");
        }
        if (withoutFrom == null) {
            withoutFrom = from;
        }
    }

    /** Whether they said yes and did not take it back, to whatever version: then nobody goes on without them. */
    boolean holds() {
        return agreedAt != null && withdrawnAt == null;
    }

    boolean agreedTo(String digest) {
        return withdrawnAt == null && digest != null && digest.equals(agreedDigest);
    }

    public StoryId story() {
        return new StoryId(storyId);
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** Whether the version with that number is told with them. */
    public boolean tells(int version) {
        return withoutFrom == null || version < withoutFrom;
    }
}
