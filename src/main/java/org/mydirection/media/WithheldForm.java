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
import java.util.UUID;

/** A form from before a redaction: nobody is served it, and it is destroyed after the time that the setting names. */
@Entity
@Table(name = "media_withheld")
class WithheldForm {

    @Id
    @Column(name = "stored_object")
    private UUID storedObject;

    @ManyToOne(optional = false)
    @JoinColumn(name = "asset_id")
    private MediaAsset asset;

    @Enumerated(EnumType.STRING)
    private Form form;

    private byte[] header;

    private long size;

    @Column(name = "withheld_at")
    private Instant withheldAt;

    protected WithheldForm() {}

    WithheldForm(MediaAsset asset, SealedForm sealed, Instant now) {
        this.storedObject = sealed.name();
        this.asset = asset;
        this.form = sealed.form();
        this.header = sealed.header();
        this.size = sealed.size();
        this.withheldAt = now;
    }

    UUID name() {
        return storedObject;
    }
}
