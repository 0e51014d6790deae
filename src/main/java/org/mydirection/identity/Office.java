package org.mydirection.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A probation office: where practitioners work and people report. */
@Entity
@Table(name = "office")
public class Office {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String name;

    private String support;

    /** Null for one that was always there. */
    @Column(name = "opened_at")
    private Instant openedAt;

    protected Office() {}

    /** One that was always there. The name has 1 to 120 characters and is not used by another office. */
    public Office(String name) {
        this(name, null);
    }

    /** One that opens now: whoever said yes to all offices before did not mean it, and is asked. */
    Office(String name, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.name = name;
        this.openedAt = openedAt;
    }

    public OfficeId id() {
        return new OfficeId(id);
    }

    /** Says whom people of this office can talk to; blank takes it away. */
    void offer(String whom) {
        support = whom == null || whom.isBlank() ? null : whom.strip().replace("\r\n", "\n");
    }

    /** Whom people can talk to near this office, as they read it; null when nobody is named. */
    public String support() {
        return support;
    }

    public String name() {
        return name;
    }
}
