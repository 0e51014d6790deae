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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.consent.Choices.AtDeath;
import org.mydirection.consent.Choices.AtMove;
import org.mydirection.consent.Choices.AtSentenceEnd;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.consent.Choices.Likeness;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.OfficeId;
import org.mydirection.shared.Refusal;
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

    /** The two purposes that collections are shown for, where they have a yes in force; what the rule of visibility reads. */
    @Enumerated(EnumType.STRING)
    @Column(name = "for_own")
    private Purpose forOwn;

    @Enumerated(EnumType.STRING)
    @Column(name = "for_others")
    private Purpose forOthers;

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

    /** There may be offices that are left out: the rule of visibility looks for them only then. For good. */
    @Column(name = "may_leave_out_offices")
    private boolean mayLeaveOutOffices;

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

    @ElementCollection
    @CollectionTable(name = "consent_named_person", joinColumns = @JoinColumn(name = "consent_id"))
    @Column(name = "account_id")
    private Set<UUID> namedPeople = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private Likeness voice;

    @Enumerated(EnumType.STRING)
    private Likeness face;

    @Column(name = "ask_each_time")
    private boolean askEachTime;

    @Enumerated(EnumType.STRING)
    @Column(name = "at_sentence_end")
    private AtSentenceEnd atSentenceEnd;

    @Enumerated(EnumType.STRING)
    @Column(name = "at_move")
    private AtMove atMove;

    @Enumerated(EnumType.STRING)
    @Column(name = "at_death")
    private AtDeath atDeath;

    @Enumerated(EnumType.STRING)
    @Column(name = "given_how")
    private How how;

    @Enumerated(EnumType.STRING)
    @Column(name = "helped_by")
    private Helper helper;

    @Column(name = "witness_id")
    private UUID witnessId;

    /** Of the recording of the answers, as it was when they were offered. */
    @Column(name = "answers_hash")
    private String answersHash;

    @Column(name = "teach_who_sees")
    private String teachWhoSees;

    @Column(name = "teach_change_mind")
    private String teachChangeMind;

    @Column(name = "teach_must_act")
    private String teachMustAct;

    /** Why it is suspended; null while it is not. */
    @Enumerated(EnumType.STRING)
    @Column(name = "suspended_for")
    private Change suspendedFor;

    /** How many events there are, and the hash of the last: what was cut off at the end is missed. */
    @Column(name = "last_event")
    private int lastEvent;

    @Column(name = "last_hash")
    private String lastHash;

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

    /** When the storyteller last said yes to all of it again; null while the first yes is the only one. */
    @Column(name = "said_again_at")
    private Instant saidAgainAt;

    @Version
    private long version;

    protected Consent() {}

    /** A permission that nobody has answered yet. */
    Consent(StoryId story, AccountId storyteller) {
        this.id = UUID.randomUUID();
        this.storyId = story.value();
        this.storytellerId = storyteller.value();
    }

    /** The storyteller has the limits of confidentiality before them; read in another text, all of it is offered anew. */
    void showLimits(Instant at, Notice text) {
        boolean same = text.language().equals(noticeLanguage);
        if (status == ConsentStatus.OFFERED && !same) {
            become(ConsentStatus.DRAFT);
        }
        if (limitsShownAt == null || !same) {
            limitsShownAt = at;
        }
        noticeLanguage = text.language();
    }

    /** In which language and form the limits of confidentiality were read; empty while they were not. */
    Optional<Locale> readIn() {
        return Optional.ofNullable(noticeLanguage).map(Locale::forLanguageTag);
    }

    /** Changes answers; an offered text goes back to the questions, since it was not this that was shown. */
    void answer(Answers answers) {
        askAgain();
        if (!answers.saysTheSameToWhom(answers())) {
            // What was said back was said about other answers.
            teachBack(TeachBack.none());
        }
        purposes.clear();
        purposes.putAll(answers.purposes());
        audience = answers.audience();
        practitionerId =
                answers.practitioner() == null ? null : answers.practitioner().value();
        officeId = answers.office() == null ? null : answers.office().value();
        excludedOffices.clear();
        answers.excludedOffices().forEach(office -> excludedOffices.add(office.value()));
        mayLeaveOutOffices |= !excludedOffices.isEmpty();
        identity = answers.identity();
        chosenName = answers.identity() == Identity.PSEUDONYM ? answers.chosenName() : null;
        firstDay = answers.firstDay();
        lastDay = answers.lastDay();
        conditions = answers.conditions();
        namedPeople.clear();
        answers.namedPeople().forEach(person -> namedPeople.add(person.value()));
        voice = answers.manner().voice();
        face = answers.manner().face();
        askEachTime = answers.manner().askEachTime();
        atSentenceEnd = answers.manner().atSentenceEnd();
        atMove = answers.manner().atMove();
        atDeath = answers.manner().atDeath();
    }

    /** What the storyteller said back; the offer goes back to the questions. */
    void say(TeachBack words) {
        askAgain();
        teachBack(words);
    }

    private void teachBack(TeachBack words) {
        teachWhoSees = words.whoSees();
        teachChangeMind = words.changeMind();
        teachMustAct = words.mustAct();
    }

    /** How it was given, with whose help, and before which witness; null for none. */
    void giveWith(How newHow, Helper newHelper, AccountId witness) {
        askAgain();
        how = newHow;
        helper = newHelper;
        witnessId = witness == null ? null : witness.value();
    }

    /** What was offered goes back to the questions. */
    void askAgain() {
        if (status == ConsentStatus.OFFERED) {
            become(ConsentStatus.DRAFT);
        }
        if (status != ConsentStatus.DRAFT) {
            throw Refused.because("permission.not_open");
        }
    }

    /** Nobody sees the story until the storyteller says yes again. */
    void suspend(Change because) {
        become(ConsentStatus.SUSPENDED);
        suspendedFor = because;
    }

    /** Yes again, to what there is now: the practitioner and the office of today, the notice of today. */
    void reconfirm(AccountId practitioner, OfficeId office, Notice notice, Instant at) {
        become(ConsentStatus.ACTIVE);
        saidAgainAt = at;
        suspendedFor = null;
        practitionerId =
                audience == Audience.MY_PRACTITIONER && practitioner != null ? practitioner.value() : practitionerId;
        officeId = audience == Audience.MY_OFFICE && office != null ? office.value() : officeId;
        bind(notice);
    }

    /** A later last day, said yes to again; everything else stays as it was. */
    void renew(LocalDate newLastDay, Notice notice, Instant at) {
        if (status != ConsentStatus.ACTIVE) {
            throw Refused.because("permission.status_order");
        }
        saidAgainAt = at;
        lastDay = newLastDay;
        bind(notice);
    }

    /** Takes back one purpose of those with a yes; the rest goes on. */
    void takeBack(Purpose purpose) {
        if (!status.current() || !purposes.getOrDefault(purpose, false)) {
            throw Refused.because("permission.not_said");
        }
        purposes.put(purpose, false);
        pointToPurposes();
    }

    /** The database refuses to point to a purpose that has no yes. */
    private void pointToPurposes() {
        forOwn = ifAgreed(Purpose.OWN_SUPERVISION);
        forOthers = ifAgreed(Purpose.OTHER_PEOPLE_SUPERVISION);
    }

    private Purpose ifAgreed(Purpose purpose) {
        return purposes.getOrDefault(purpose, false) ? purpose : null;
    }

    /** An event was appended to the record. */
    void appended(ConsentEvent event) {
        lastEvent = event.number();
        lastHash = event.hash();
    }

    private void bind(Notice notice) {
        noticeVersion = notice.version();
        noticeLanguage = notice.language();
        noticeHash = notice.hash();
    }

    /** @param recording the hash of the recording of the answers; null without one */
    void offer(Notice notice, String recording) {
        become(ConsentStatus.OFFERED);
        answersHash = recording;
        bind(notice);
    }

    /** Yes. Nobody but reviewers sees anything before {@code coolingUntil}. */
    void give(Instant at, Instant coolingUntil) {
        become(ConsentStatus.ACTIVE);
        pointToPurposes();
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
        suspendedFor = null;
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
                conditions,
                namedPeople.stream().map(AccountId::new).collect(Collectors.toSet()),
                new Manner(voice, face, askEachTime, atSentenceEnd, atMove, atDeath));
    }

    /** What is still missing before it can be offered; without a yes to any purpose nothing is said back either. */
    List<Refusal> missing(LocalDate today, int mostMonths) {
        List<Refusal> missing = new ArrayList<>(answers().check(today, mostMonths));
        if (!answers().agreed().isEmpty()) {
            missing.addAll(teachBack().check());
        }
        return missing;
    }

    public TeachBack teachBack() {
        return new TeachBack(teachWhoSees, teachChangeMind, teachMustAct);
    }

    /** The hash of the recording of the answers; null without one. */
    public String answersHash() {
        return answersHash;
    }

    /** Null until it was said; then {@link How#READ} unless it was read out. */
    public How how() {
        return how;
    }

    public Helper helper() {
        return helper;
    }

    /** Null where nobody witnessed it. */
    public AccountId witness() {
        return witnessId == null ? null : new AccountId(witnessId);
    }

    /** Null unless it is suspended. */
    public Change suspendedFor() {
        return suspendedFor;
    }

    /** The whole record as text, one {@code field=value} a line in a fixed order: what the hash of an event covers. */
    String content() {
        return answers().asText() + "\nnotice=" + noticeVersion + "\nlanguage=" + noticeLanguage + "\nhash="
                + noticeHash + "\nlimits_shown=" + limitsShownAt + "\nhow=" + how + "\nhelper=" + helper + "\nwitness="
                + witnessId + "\nwho_sees=" + teachWhoSees + "\nchange_mind=" + teachChangeMind + "\nmust_act="
                + teachMustAct + (answersHash == null ? "" : "\nanswers_hash=" + answersHash);
    }

    int lastEvent() {
        return lastEvent;
    }

    /** Null while there is no event. */
    String lastHash() {
        return lastHash;
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
