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

/** That the storyteller took a picture, a recording or a span of one out of a permission. The row is the fact. */
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

    protected TakenPart() {}

    TakenPart(ConsentId consent, UUID asset, int fromMillis, int untilMillis, Instant takenAt) {
        this.consentId = consent.value();
        this.assetId = asset;
        this.fromMillis = fromMillis;
        this.untilMillis = untilMillis;
        this.takenAt = takenAt;
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
