package org.mydirection.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.mydirection.media.AssetId;

/** The sound of the answers that were given aloud: evidence of one record of permission, never a part of the story. */
@Entity
@Table(name = "spoken_answers")
class SpokenAnswers {

    @Id
    @Column(name = "record_id")
    private UUID recordId;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "asset_id")
    private UUID assetId;

    /** Of the sound as it is played; null until it is ready. */
    private String hash;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected SpokenAnswers() {}

    SpokenAnswers(UUID record, StoryId story, AssetId asset, Instant recordedAt) {
        this.recordId = record;
        this.storyId = story.value();
        this.assetId = asset.value();
        this.recordedAt = recordedAt;
    }

    /** The sound is ready; said once. */
    void heard(String sha256) {
        if (hash == null) {
            hash = sha256;
        }
    }

    AssetId asset() {
        return new AssetId(assetId);
    }

    String hash() {
        return hash;
    }
}
