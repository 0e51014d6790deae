package org.mydirection.consent;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/**
 * The record of one permission for one story. Answers change while it is a DRAFT; from OFFERED on they stand as they were
 * shown. Its life: {@link ConsentStatus}. What happened and when stands in its {@link ConsentEvent}s.
 */
@Entity
@Table(name = "consent")
public class Consent {

    @Id
    private UUID id;

    @Column(name = "story_id")
    private UUID storyId;

    @Column(name = "storyteller_id")
    private UUID storytellerId;

    @Enumerated(EnumType.STRING)
    private ConsentStatus status = ConsentStatus.DRAFT;

    /** MAKING or CURRENT while in such a status, else null: unique with the story. */
    private String slot = "MAKING";

    @ElementCollection
    @CollectionTable(name = "consent_purpose", joinColumns = @JoinColumn(name = "consent_id"))
    @MapKeyColumn(name = "purpose")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "agreed")
    private Map<Purpose, Boolean> purposes = new HashMap<>();

    @Enumerated(EnumType.STRING)
    private Audience audience;

    /** The practitioner for whom MY_PRACTITIONER was said. */
    @Column(name = "practitioner_id")
    private UUID practitionerId;

    /** The office for which MY_OFFICE was said. */
    @Column(name = "office_id")
    private UUID officeId;

    @ElementCollection
    @CollectionTable(name = "consent_excluded_office", joinColumns = @JoinColumn(name = "consent_id"))
    @Column(name = "office_id")
    private Set<UUID> excludedOffices = new HashSet<>();

    @Enumerated(EnumType.STRING)
    @Column(name = "shown_as")
    private Identity identity;

    @Column(name = "chosen_name")
    private String chosenName;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "conditions")
    private String conditions;

    @Column(name = "notice_version")
    private Integer noticeVersion;

    @Column(name = "notice_language")
    private String noticeLanguage;

    @Column(name = "notice_hash")
    private String noticeHash;

    @Column(name = "limits_shown_at")
    private Instant limitsShownAt;

    @Column(name = "given_at")
    private Instant givenAt;

    /** Nobody but reviewers before this moment. */
    @Column(name = "cooling_until")
    private Instant coolingUntil;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Version
    private long version;

    protected Consent() {}

    /** A permission that nobody has answered yet. */
    Consent(StoryId story, AccountId storyteller) {
        this.id = UUID.randomUUID();
        this.storyId = story.value();
        this.storytellerId = storyteller.value();
    }

    /** The storyteller has the limits of confidentiality before them. */
    void showLimits(Instant at) {
        if (limitsShownAt == null) {
            limitsShownAt = at;
        }
    }

    /** Changes answers; an offered text goes back to the questions, since it was not this that was shown. */
    void answer(Answers answers) {
        if (status == ConsentStatus.OFFERED) {
            become(ConsentStatus.DRAFT);
        }
        if (status != ConsentStatus.DRAFT) {
            throw Refused.because("permission.not_open");
        }
        purposes.clear();
        purposes.putAll(answers.purposes());
        audience = answers.audience();
        practitionerId =
                answers.practitioner() == null ? null : answers.practitioner().value();
        officeId = answers.office() == null ? null : answers.office().value();
        excludedOffices.clear();
        answers.excludedOffices().forEach(office -> excludedOffices.add(office.value()));
        identity = answers.identity();
        chosenName = answers.identity() == Identity.PSEUDONYM ? answers.chosenName() : null;
        firstDay = answers.firstDay();
        lastDay = answers.lastDay();
        conditions = answers.conditions();
    }

    void offer(Notice notice) {
        become(ConsentStatus.OFFERED);
        noticeVersion = notice.version();
        noticeLanguage = notice.language();
        noticeHash = notice.hash();
    }

    /** Yes. Nobody but reviewers sees anything before {@code coolingUntil}. */
    void give(Instant at, Instant coolingUntil) {
        become(ConsentStatus.ACTIVE);
        this.givenAt = at;
        this.coolingUntil = coolingUntil;
    }

    /** Any other move: declined, suspended, reconfirmed, withdrawn, expired, superseded, void. */
    void become(ConsentStatus next, Instant at) {
        become(next);
        if (!next.current()) {
            endedAt = at;
        }
    }

    private void become(ConsentStatus next) {
        if (!status.mayBecome(next)) {
            throw Refused.because("permission.status_order");
        }
        status = next;
        slot = next.current()
                ? "CURRENT"
                : next == ConsentStatus.DRAFT || next == ConsentStatus.OFFERED ? "MAKING" : null;
    }

    public ConsentId id() {
        return new ConsentId(id);
    }

    public StoryId story() {
        return new StoryId(storyId);
    }

    public AccountId storyteller() {
        return new AccountId(storytellerId);
    }

    public ConsentStatus status() {
        return status;
    }

    public Answers answers() {
        return new Answers(
                purposes.isEmpty() ? Map.of() : new EnumMap<>(purposes),
                audience,
                practitionerId == null ? null : new AccountId(practitionerId),
                officeId == null ? null : new OfficeId(officeId),
                excludedOffices.stream().map(OfficeId::new).collect(Collectors.toSet()),
                identity,
                chosenName,
                firstDay,
                lastDay,
                conditions);
    }

    public Integer noticeVersion() {
        return noticeVersion;
    }

    public String noticeLanguage() {
        return noticeLanguage;
    }

    public String noticeHash() {
        return noticeHash;
    }

    public Instant limitsShownAt() {
        return limitsShownAt;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public Instant coolingUntil() {
        return coolingUntil;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** In force on that day and at that moment; ends of the range included (DESIGN §8, "clock edge"). */
    public boolean covers(LocalDate day, Instant now) {
        return status == ConsentStatus.ACTIVE
                && !day.isBefore(firstDay)
                && !day.isAfter(lastDay)
                && !now.isBefore(coolingUntil);
    }
}
