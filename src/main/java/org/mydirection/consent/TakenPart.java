package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * That the storyteller took a picture, a recording or a span of one out of a permission. The row is the fact; a span is done
 * with once it is out of the recording itself.
 */
@Entity
@Table(name = "consent_taken_part")
@IdClass(TakenPart.Key.class)
public class TakenPart {

    @Id
    @Column(name = "consent_id")
    private UUID consentId;

    @Id
    @Column(name = "asset_id")
    private UUID assetId;

    @Id
    @Column(name = "from_millis")
    private int fromMillis;

    @Column(name = "until_millis")
    private int untilMillis;

    @Column(name = "taken_at")
    private Instant takenAt;

    /** Null while it is in the file as it is shown. */
    @Column(name = "taken_out_at")
    private Instant takenOutAt;

    protected TakenPart() {}

    TakenPart(ConsentId consent, UUID asset, int fromMillis, int untilMillis, Instant takenAt) {
        this.consentId = consent.value();
        this.assetId = asset;
        this.fromMillis = fromMillis;
        this.untilMillis = untilMillis;
        this.takenAt = takenAt;
    }

    ConsentId consent() {
        return new ConsentId(consentId);
    }

    void tookOut(Instant at) {
        takenOutAt = at;
    }

    public Instant takenAt() {
        return takenAt;
    }

    public UUID file() {
        return assetId;
    }

    /** From the beginning of the recording. */
    public int fromMillis() {
        return fromMillis;
    }

    /** After {@link #fromMillis}. */
    public int untilMillis() {
        return untilMillis;
    }

    /** Whether it is all of a picture or recording; that is never taken out of the file, but the file out of the story. */
    public boolean wholeFile() {
        return fromMillis == 0 && untilMillis == Integer.MAX_VALUE;
    }

    boolean isStillIn() {
        return takenOutAt == null;
    }

    /** The key. A class, since Jakarta Persistence 3.1 takes no record here. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID consentId;
        private UUID assetId;
        private int fromMillis;

        protected Key() {}

        Key(UUID consentId, UUID assetId, int fromMillis) {
            this.consentId = consentId;
            this.assetId = assetId;
            this.fromMillis = fromMillis;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.consentId.equals(consentId)
                    && key.assetId.equals(assetId)
                    && key.fromMillis == fromMillis;
        }

        @Override
        public int hashCode() {
            return Objects.hash(consentId, assetId, fromMillis);
        }
    }
}
