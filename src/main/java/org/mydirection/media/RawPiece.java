package org.mydirection.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A piece of raw bytes as an object in the store: of an upload, then of the asset that the upload became. */
@Entity
@Table(name = "media_piece")
class RawPiece {

    @Id
    @Column(name = "stored_object")
    private UUID storedObject;

    @Column(name = "upload_id")
    private UUID upload;

    @ManyToOne
    @JoinColumn(name = "asset_id")
    private MediaAsset asset;

    private int position;

    private byte[] header;

    private long size;

    protected RawPiece() {}

    RawPiece(UploadId upload, int position, SealedObject sealed) {
        this.storedObject = sealed.name();
        this.upload = upload.value();
        this.position = position;
        this.header = sealed.header();
        this.size = sealed.size();
    }

    RawPiece(MediaAsset asset, int position, SealedObject sealed) {
        this.storedObject = sealed.name();
        this.asset = asset;
        this.position = position;
        this.header = sealed.header();
        this.size = sealed.size();
    }

    /** From now on it belongs to the asset. */
    void goTo(MediaAsset of) {
        upload = null;
        asset = of;
    }

    UUID name() {
        return storedObject;
    }

    long size() {
        return size;
    }

    SealedObject under(SealedKey key) {
        return new SealedObject(storedObject, header, size, key);
    }
}
