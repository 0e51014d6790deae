package org.mydirection.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** One stored form of an asset; an asset has each form at most once. Never changed. */
@Entity
@Table(name = "media_rendition")
class MediaRendition {

    @Id
    private UUID id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "asset_id")
    private MediaAsset asset;

    @Enumerated(EnumType.STRING)
    private Form form;

    @Column(name = "stored_object")
    private UUID storedObject;

    private byte[] header;

    private long size;

    protected MediaRendition() {}

    MediaRendition(MediaAsset asset, SealedForm sealed) {
        this.id = UUID.randomUUID();
        this.asset = asset;
        this.form = sealed.form();
        this.storedObject = sealed.name();
        this.header = sealed.header();
        this.size = sealed.size();
    }

    SealedForm sealedForm() {
        return new SealedForm(form, storedObject, header, size);
    }
}
