package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Something that happened to a permission. Immutable; chained to the event before it in the same record. */
@Entity
@Table(name = "consent_event")
public class ConsentEvent {

    /** What happened. */
    public enum Kind {
        LIMITS_SHOWN,
        OFFERED,
        GIVEN,
        DECLINED,
        BOUND_TO_VERSION,
        SUSPENDED,
        RECONFIRMED,
        RENEWED,
        PURPOSE_WITHDRAWN,
        PART_WITHDRAWN,
        WITHDRAWN,
        SUPERSEDED,
        VOIDED,
        EXPIRED
    }

    static final String BEGINNING = "0".repeat(64);

    @Id
    private UUID id;

    @Column(name = "consent_id")
    private UUID consentId;

    private int number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "at")
    private Instant at;

    private UUID actor;

    private String content;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    protected ConsentEvent() {}

    /**
     * @param number from 1, without gaps
     * @param content what was said, as text with one {@code field=value} a line; never null
     */
    ConsentEvent(
            ConsentId consent, int number, Kind kind, Instant at, UUID actor, String content, String previousHash) {
        this.id = UUID.randomUUID();
        this.consentId = consent.value();
        this.number = number;
        this.kind = kind;
        this.at = at;
        this.actor = actor;
        this.content = content;
        this.previousHash = previousHash;
        this.hash = computeHash();
    }

    final String computeHash() {
        String text = consentId + "|" + number + "|" + kind + "|" + at.toEpochMilli() + "|" + actor + "|"
                + content.length() + ":" + content + "|" + previousHash;
        return sha256(text);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    boolean follows(String hashBefore, int numberBefore) {
        return number == numberBefore + 1 && previousHash.equals(hashBefore) && hash.equals(computeHash());
    }

    public int number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    public UUID actor() {
        return actor;
    }

    public String content() {
        return content;
    }

    public String hash() {
        return hash;
    }
}
