package org.mydirection.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.mydirection.shared.DomainEvent;

/**
 * One thing that happened. Immutable. Its number has no gaps; its hash covers its content and the hash of the entry
 * before it, so that an entry that is changed, removed or moved is noticed.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    /** What the first entry names as the hash before it. */
    static final String BEGINNING = "0".repeat(64);

    @Id
    private long number;

    @Column(name = "at")
    private Instant at;

    private String event;
    private UUID actor;
    private UUID subject;
    private UUID person;
    private UUID story;
    private String purpose;
    private String detail;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    protected AuditEntry() {}

    AuditEntry(long number, Instant at, DomainEvent event, String previousHash) {
        this.number = number;
        this.at = at;
        this.event = event.name();
        this.actor = event.actor();
        this.subject = event.subject();
        this.person = event.person();
        this.story = event.story();
        this.purpose = event.purpose();
        this.detail = event.detail();
        this.previousHash = previousHash;
        this.hash = computeHash();
    }

    /** SHA-256 over every field, each with its length before it, in hexadecimal. */
    final String computeHash() {
        StringBuilder text = new StringBuilder();
        for (Object field : new Object[] {
            number, at.toEpochMilli(), event, actor, subject, person, story, purpose, detail, previousHash
        }) {
            String value = field == null ? "" : field.toString();
            text.append(value.length()).append(':').append(value).append(';');
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    boolean follows(String hashBefore) {
        return previousHash.equals(hashBefore) && hash.equals(computeHash());
    }

    public long number() {
        return number;
    }

    public Instant at() {
        return at;
    }

    public String event() {
        return event;
    }

    /** Null when the system did it by itself. */
    public UUID actor() {
        return actor;
    }

    public UUID subject() {
        return subject;
    }

    public UUID person() {
        return person;
    }

    public UUID story() {
        return story;
    }

    public String purpose() {
        return purpose;
    }

    public String detail() {
        return detail;
    }

    public String hash() {
        return hash;
    }
}
