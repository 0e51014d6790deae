package org.mydirection.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mydirection.collection.CollectionId;
import org.mydirection.consent.ConsentId;
import org.mydirection.identity.AccountId;
import org.mydirection.story.StoryId;

/** One question before one day of showing, for those who want to be asked each time. No answer is a no. */
@Entity
@Table(name = "showing_ask")
public class ShowingAsk {

    @Id
    private UUID id;

    @Column(name = "consent_id")
    private UUID consentId;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "collection_id")
    private UUID collectionId;

    @Column(name = "asked_by")
    private UUID askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "on_day")
    private LocalDate onDay;

    @Column(name = "said_yes")
    private Boolean saidYes;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected ShowingAsk() {}

    ShowingAsk(
            ConsentId consent,
            StoryId story,
            CollectionId collection,
            AccountId askedBy,
            Instant askedAt,
            LocalDate onDay) {
        this.id = UUID.randomUUID();
        this.consentId = consent.value();
        this.storyId = story.value();
        this.collectionId = collection.value();
        this.askedBy = askedBy.value();
        this.askedAt = askedAt;
        this.onDay = onDay;
    }

    /** May be answered again until the day is over: a yes can be taken back. */
    void answer(boolean yes, Instant at) {
        saidYes = yes;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    StoryId story() {
        return new StoryId(storyId);
    }

    LocalDate onDay() {
        return onDay;
    }

    /** Null until it was answered. */
    Boolean saidYes() {
        return saidYes;
    }
}
