package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mydirection.identity.AccountId;

/** That somebody went through the limits of confidentiality before they told a first word, and what they said. Immutable. */
@Entity
@Table(name = "limits_shown")
public class LimitsShown {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "notice_version")
    private int noticeVersion;

    @Column(name = "notice_hash")
    private String noticeHash;

    private String language;

    private String said;

    @Column(name = "shown_at")
    private Instant shownAt;

    protected LimitsShown() {}

    LimitsShown(AccountId account, Notice notice, List<String> said, Instant shownAt) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.noticeVersion = notice.version();
        this.noticeHash = notice.hash();
        this.language = notice.language();
        this.said = String.join("\n", said);
        this.shownAt = shownAt;
    }
}
