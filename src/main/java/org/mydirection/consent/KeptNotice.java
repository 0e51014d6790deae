package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/**
 * The text of a notice as it was shown, kept by its hash for the records that name it. It stands until a newer version
 * replaces it (then its records are asked again) or it is found wrong (then they are void).
 */
@Entity
@Table(name = "consent_notice")
public class KeptNotice {

    @Id
    private String hash;

    private int version;

    private String language;

    private String words;

    @Column(name = "kept_at")
    private Instant keptAt;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    @Column(name = "voided_at")
    private Instant voidedAt;

    @Column(name = "voided_by")
    private UUID voidedBy;

    @Column(name = "void_reason")
    private String voidReason;

    protected KeptNotice() {}

    KeptNotice(Notice notice, Instant at) {
        this.hash = notice.hash();
        this.version = notice.version();
        this.language = notice.language();
        this.words = notice.words();
        this.keptAt = at;
    }

    /** It was wrong: what was said yes to under it does not count. */
    void becomeVoid(AccountId by, String reason, Instant at) {
        voidedAt = at;
        voidedBy = by.value();
        voidReason = reason;
    }

    /** Whether a record that names it counts. */
    boolean stands() {
        return replacedAt == null && voidedAt == null;
    }

    public String hash() {
        return hash;
    }

    public int version() {
        return version;
    }

    public String language() {
        return language;
    }

    /** The exact text. */
    public String words() {
        return words;
    }

    public Instant keptAt() {
        return keptAt;
    }

    public boolean replaced() {
        return replacedAt != null;
    }

    public boolean isVoid() {
        return voidedAt != null;
    }
}
