package org.mydirection.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An upload that comes in pieces, each of them stored when it is acknowledged. It grows, its length is declared once, at
 * the beginning or at the end, and whole it becomes an asset. What is not finished expires.
 */
@Entity
@Table(name = "media_upload")
class MediaUpload {

    @Id
    private UUID id;

    @Column(name = "owner_id")
    private UUID owner;

    @ManyToOne(optional = false)
    @JoinColumn(name = "vault_key_id")
    private VaultKey key;

    @Enumerated(EnumType.STRING)
    private MediaKind kind;

    private String place;

    @Enumerated(EnumType.STRING)
    @Column(name = "source_type")
    private SourceType sourceType;

    private Long length;

    private long received;

    @Column(name = "asset_id")
    private UUID asset;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected MediaUpload() {}

    MediaUpload(UploadId id, UUID owner, VaultKey key, MediaKind kind, String place, Instant now, Instant expires) {
        this.id = id.value();
        this.owner = owner;
        this.key = key;
        this.kind = kind;
        this.place = place;
        this.createdAt = now;
        this.expiresAt = expires;
    }

    /** @throws UploadMoved when another length was declared before, or more is here already */
    void declare(long bytes) throws UploadMoved {
        if (length != null && length != bytes || received > bytes) {
            throw new UploadMoved();
        }
        length = bytes;
    }

    /** @throws UploadMoved unless it stands at that offset and is not finished */
    void grow(long offset, long bytes, Instant expires) throws UploadMoved {
        if (received != offset || asset != null || length != null && offset + bytes > length) {
            throw new UploadMoved();
        }
        received += bytes;
        expiresAt = expires;
    }

    void isOf(SourceType type) {
        sourceType = type;
    }

    /** Whole, known for what it is, and an asset from now on. */
    void becomes(AssetId of) {
        if (!view().isWhole() || sourceType == null || asset != null) {
            throw new IllegalStateException("an upload that is not whole can't become an asset");
        }
        asset = of.value();
    }

    UUID owner() {
        return owner;
    }

    VaultKey key() {
        return key;
    }

    long received() {
        return received;
    }

    Optional<SourceType> sourceType() {
        return Optional.ofNullable(sourceType);
    }

    Optional<AssetId> asset() {
        return Optional.ofNullable(asset).map(AssetId::new);
    }

    UploadView view() {
        return new UploadView(
                new UploadId(id), kind, place, Optional.ofNullable(length), received, asset != null, expiresAt);
    }
}
