package org.mydirection.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/**
 * Somebody else who can be seen, heard or known in a story. Found, then decided in one of three ways; an own yes can be
 * taken back at any time, and from that moment nobody else sees the story. While nothing is decided nobody does either.
 */
@Entity
@Table(name = "third_party")
public class ThirdParty {

    /** Who it is. */
    public enum Category {
        ADULT,
        /** Covered up by default; no link is given out for a child. */
        CHILD,
        /** Somebody who was hurt by a crime: never contacted, and judged by two reviewers (DESIGN §8). */
        VICTIM
    }

    /** How it was decided. */
    public enum Outcome {
        /** They said yes, until a last day. */
        OWN_CONSENT,
        /** They were covered up or taken out. */
        REDACTED,
        /** A reviewer judged that nobody could know who it is. */
        NOT_IDENTIFIABLE,
        /** They said no, or took their yes back. */
        OBJECTED
    }

    @Id
    private UUID id;

    @Column(name = "story_id")
    private UUID storyId;

    private String who;

    @Enumerated(EnumType.STRING)
    private Category category;

    /** The picture that they are in, where that is known. */
    @Column(name = "picture_id")
    private UUID pictureId;

    @Column(name = "found_by")
    private UUID foundBy;

    @Column(name = "found_at")
    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "judged_by")
    private UUID judgedBy;

    @Column(name = "judged_at")
    private Instant judgedAt;

    /** The second reviewer who said the same; null where none did, or none is needed. */
    @Column(name = "confirmed_by")
    private UUID confirmedBy;

    private String reason;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "link_hash")
    private String linkHash;

    @Column(name = "link_until")
    private Instant linkUntil;

    @Column(name = "link_used_at")
    private Instant linkUsedAt;

    @Column(name = "later_hash")
    private String laterHash;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "notice_hash")
    private String noticeHash;

    /** True while they may hide the story; null once they were dealt with for good. The database holds it (V13). */
    private Boolean marked = true;

    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    protected ThirdParty() {}

    /** @param picture the one that they are in; null when that is not known */
    ThirdParty(StoryId story, UUID picture, String who, Category category, AccountId foundBy, Instant at) {
        this.id = UUID.randomUUID();
        this.storyId = story.value();
        this.pictureId = picture;
        this.who = who;
        this.category = category;
        this.foundBy = foundBy.value();
        this.foundAt = at;
    }

    /**
     * A new code; one that was given out before does not open anything any more. Adults only, and none after a no: only a
     * reviewer ends an objection, never whoever makes a code.
     */
    void giveCode(String hash, Instant until) {
        if (category != Category.ADULT) {
            throw Refused.because("others.no_code");
        }
        if (saidNo()) {
            throw Refused.because("others.said_no");
        }
        linkHash = hash;
        linkUntil = until;
        linkUsedAt = null;
    }

    /** Their answer, once for each code. */
    void answer(boolean yes, LocalDate until, String newLaterHash, String readNotice, Instant at) {
        outcome = yes ? Outcome.OWN_CONSENT : Outcome.OBJECTED;
        lastDay = yes ? until : null;
        linkUsedAt = at;
        laterHash = newLaterHash;
        noticeHash = readNotice;
        answeredAt = at;
        marked = true;
    }

    /** They changed their mind. */
    void object(Instant at) {
        outcome = Outcome.OBJECTED;
        lastDay = null;
        answeredAt = at;
        marked = true;
    }

    /** A reviewer decides: covered up, or not to be known. Of a victim it counts once another reviewer said the same. */
    void judge(Outcome as, String because, AccountId by, Instant at) {
        if (as != Outcome.REDACTED && as != Outcome.NOT_IDENTIFIABLE) {
            throw Refused.because("others.outcome_missing");
        }
        if (category == Category.VICTIM && outcome == as && !by.value().equals(judgedBy)) {
            confirmedBy = by.value();
            marked = null;
            return;
        }
        confirmedBy = null;
        outcome = as;
        reason = because;
        judgedBy = by.value();
        judgedAt = at;
        marked = category == Category.VICTIM ? true : null;
    }

    /** Whether a code with this hash opens it at that moment. */
    boolean opens(Instant now) {
        return linkUsedAt == null && linkUntil != null && now.isBefore(linkUntil) && !saidNo();
    }

    /** Whether a no was the last that they said, whatever a reviewer decided since. */
    private boolean saidNo() {
        return answeredAt != null && lastDay == null;
    }

    /** Whether it is decided so that the story may be shown on that day. */
    public boolean settled(LocalDate day) {
        return !awaitsSecond()
                && (outcome == Outcome.REDACTED
                        || outcome == Outcome.NOT_IDENTIFIABLE
                        || outcome == Outcome.OWN_CONSENT && !day.isAfter(lastDay));
    }

    /** Whether they may hide the story, now or on a later day. */
    boolean mayHide() {
        return marked != null;
    }

    /** Whether one reviewer judged and another has to say the same. */
    public boolean awaitsSecond() {
        return category == Category.VICTIM && outcome != null && confirmedBy == null;
    }

    public ThirdPartyId id() {
        return new ThirdPartyId(id);
    }

    public StoryId story() {
        return new StoryId(storyId);
    }

    /** In the words of whoever found them: "my brother". */
    public String who() {
        return who;
    }

    /** The id of the file of the picture that they are in; null when it is not known. */
    public UUID picture() {
        return pictureId;
    }

    public Category category() {
        return category;
    }

    /** Null while nothing is decided. */
    public Outcome outcome() {
        return outcome;
    }

    /** Why it was judged so; null unless a reviewer did. */
    public String reason() {
        return reason;
    }

    public AccountId foundBy() {
        return new AccountId(foundBy);
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    /** Until when the code that was given out can be used; null without one. */
    public Instant codeUntil() {
        return linkUsedAt == null ? linkUntil : null;
    }
}
