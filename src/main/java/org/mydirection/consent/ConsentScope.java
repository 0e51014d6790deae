package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.mydirection.story.VersionId;

/** That a permission covers one version of the story, by the digest it was sent with. The row is the fact. */
@Entity
@Table(name = "consent_scope")
@IdClass(ConsentScope.Key.class)
public class ConsentScope {

    @Id
    @Column(name = "consent_id")
    private UUID consentId;

    @Id
    @Column(name = "version_id")
    private UUID versionId;

    private String digest;

    protected ConsentScope() {}

    ConsentScope(ConsentId consent, VersionId version, String digest) {
        this.consentId = consent.value();
        this.versionId = version.value();
        this.digest = digest;
    }

    VersionId version() {
        return new VersionId(versionId);
    }

    String digest() {
        return digest;
    }

    /** The key: which permission, which version. A class, since Jakarta Persistence 3.1 takes no record here. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private UUID consentId;
        private UUID versionId;

        protected Key() {}

        Key(UUID consentId, UUID versionId) {
            this.consentId = consentId;
            this.versionId = versionId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.consentId.equals(consentId) && key.versionId.equals(versionId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(consentId, versionId);
        }
    }
}
