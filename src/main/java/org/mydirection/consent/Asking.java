package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mydirection.caseload.Caseloads;
import org.mydirection.caseload.Supervision;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;
import org.mydirection.story.VersionStatus;

/**
 * Asking the storyteller, one question at a time, and keeping what they answered. Only the storyteller answers; nobody
 * answers for them. Answers are kept as they are given and change nothing until the whole of them is given as a yes.
 */
@ApplicationScoped
@Transactional
public class Asking {

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Caseloads caseloads;

    @Inject
    private Accounts accounts;

    @Inject
    private Notices notices;

    @Inject
    private TakingBack takingBack;

    @Inject
    private ConsentSettings settings;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The answers so far: of the record in the making; else of the one in force; else none. */
    public Asked read(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        Optional<Consent> making = consents.inTheMaking(story);
        Optional<Consent> current = consents.current(story);
        Answers answers = making.or(() -> current).map(Consent::answers).orElseGet(Answers::none);
        boolean limits = making.or(() -> current).map(Consent::limitsShownAt).isPresent();
        return new Asked(
                answers,
                limits,
                making.map(Consent::status)
                        .or(() -> current.map(Consent::status))
                        .orElse(null),
                making.isPresent(),
                making.map(this::missing)
                        .orElseGet(() -> answers.check(Times.day(clock.instant()), settings.mostMonths())),
                making.map(Consent::teachBack).orElseGet(TeachBack::none),
                making.map(Consent::how).orElse(null),
                making.map(Consent::helper).orElse(null),
                making.or(() -> current).flatMap(Consent::readIn).orElse(null));
    }

    /** One's own stories for which a permission is in force or suspended: those that can be taken back. */
    public Set<StoryId> permitted(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return consents.permitted(viewer.account());
    }

    /** The offices that can be left out, by name. */
    public List<OfficeChoice> offices(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return accounts.offices().stream()
                .map(office -> new OfficeChoice(office.id(), office.name()))
                .toList();
    }

    /** As {@link #showLimits(Viewer, StoryId, Locale)}, in English and in full. */
    public void showLimits(Viewer viewer, StoryId id) {
        showLimits(viewer, id, Locale.UK);
    }

    /**
     * The limits of confidentiality were shown and read, in that language and {@link Notice.Form}. Comes before every other
     * question; what is said yes to later is bound to that text.
     */
    public void showLimits(Viewer viewer, StoryId id, Locale language) {
        Consent consent = making(viewer, id);
        consent.showLimits(clock.instant(), notices.current(language));
        em.flush();
        happened.fire(
                new PermissionAnswered(viewer.account().value(), consent.id().value(), id.value()));
    }

    /** Yes or no to one purpose. */
    public void answer(Viewer viewer, StoryId id, Purpose purpose, boolean yes) {
        keep(viewer, id, making(viewer, id).answers().with(purpose, yes));
    }

    /**
     * Who may see it, and at which offices never. Refused: {@code permission.audience_missing}; {@code
     * permission.no_practitioner} when {@link Audience#MY_PRACTITIONER} is said and nobody supervises the storyteller; {@code
     * permission.no_office} for {@link Audience#MY_OFFICE} without one; {@code permission.nobody_named} for {@link
     * Audience#NAMED_PEOPLE} without anybody of {@link #people}, and {@code error.too_many} for more than ten.
     */
    public void answerAudience(
            Viewer viewer, StoryId id, Audience audience, Set<OfficeId> excluded, Set<AccountId> named) {
        if (audience == null) {
            throw Refused.because("permission.audience_missing");
        }
        Consent consent = making(viewer, id);
        Optional<AccountId> practitioner = caseloads.currentOf(viewer.account()).map(Supervision::practitioner);
        if (audience == Audience.MY_PRACTITIONER && practitioner.isEmpty()) {
            throw Refused.because("permission.no_practitioner");
        }
        if (audience == Audience.MY_OFFICE && viewer.office() == null) {
            throw Refused.because("permission.no_office");
        }
        Set<AccountId> people = audience == Audience.NAMED_PEOPLE ? known(viewer, named) : Set.of();
        keep(
                viewer,
                id,
                consent.answers()
                        .with(
                                audience,
                                audience == Audience.MY_PRACTITIONER ? practitioner.get() : null,
                                audience == Audience.MY_OFFICE ? viewer.office() : null,
                                known(excluded),
                                people));
    }

    /** The same without anybody picked by name. */
    public void answerAudience(Viewer viewer, StoryId id, Audience audience, Set<OfficeId> excluded) {
        answerAudience(viewer, id, audience, excluded, Set.of());
    }

    private Set<AccountId> known(Viewer viewer, Set<AccountId> named) {
        Set<AccountId> offered = people(viewer).stream().map(PersonChoice::id).collect(Collectors.toSet());
        Set<AccountId> people = named.stream().filter(offered::contains).collect(Collectors.toSet());
        if (people.isEmpty()) {
            throw Refused.because("permission.nobody_named");
        }
        if (people.size() > Answers.MOST_NAMED) {
            throw Refused.because("error.too_many");
        }
        return people;
    }

    /** Whom one can pick by name: the practitioners of one's own office, and one's own practitioner; by name. */
    public List<PersonChoice> people(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        Optional<AccountId> mine = caseloads.currentOf(viewer.account()).map(Supervision::practitioner);
        return accounts.holding(Role.PRACTITIONER).stream()
                .filter(Account::open)
                .filter(staff -> mine.filter(staff.id()::equals).isPresent()
                        || viewer.office() != null && viewer.office().equals(staff.office()))
                .map(staff -> new PersonChoice(staff.id(), staff.displayName()))
                .sorted(Comparator.comparing(PersonChoice::name))
                .toList();
    }

    /** Voice, face, asking each time, and what happens later, as {@link Manner} holds them. */
    public void answerManner(Viewer viewer, StoryId id, UnaryOperator<Manner> answer) {
        Answers before = making(viewer, id).answers();
        keep(viewer, id, before.with(answer.apply(before.manner())));
    }

    /** What the storyteller says back in their own words. Refused: {@code permission.teach_back_missing} while the first
     * answer is empty, {@code error.text_too_long}. */
    public void sayBack(Viewer viewer, StoryId id, TeachBack words) {
        Refused.ifAny(words.check());
        Consent consent = making(viewer, id);
        consent.say(words);
        em.flush();
        happened.fire(
                new PermissionAnswered(viewer.account().value(), consent.id().value(), id.value()));
    }

    /**
     * How it is given and who helps. Refused: {@code permission.how_missing}; for a yes that is given aloud {@code
     * permission.witness_missing} without the sign-in name of a member of staff who is not the storyteller's own
     * practitioner.
     *
     * @param witness the sign-in name; blank for none
     */
    public void answerHelp(Viewer viewer, StoryId id, How how, Helper helper, String witness) {
        if (how == null || helper == null) {
            throw Refused.because("permission.how_missing");
        }
        Consent consent = making(viewer, id);
        AccountId named = how == How.ALOUD ? witness(viewer, witness) : null;
        consent.giveWith(how, helper, named);
        em.flush();
        happened.fire(
                new PermissionAnswered(viewer.account().value(), consent.id().value(), id.value()));
    }

    private AccountId witness(Viewer viewer, String username) {
        Optional<AccountId> practitioner = caseloads.currentOf(viewer.account()).map(Supervision::practitioner);
        return Optional.ofNullable(username)
                .flatMap(accounts::named)
                .filter(Account::open)
                .filter(account -> !account.roles().contains(Role.STORYTELLER))
                .map(Account::id)
                .filter(account -> practitioner.filter(account::equals).isEmpty())
                .orElseThrow(() -> Refused.because("permission.witness_missing"));
    }

    /** As whom. Refused: {@code permission.identity_missing}, {@code permission.chosen_name_missing}. */
    public void answerIdentity(Viewer viewer, StoryId id, Identity identity, String chosenName) {
        if (identity == null) {
            throw Refused.because("permission.identity_missing");
        }
        if (identity == Identity.PSEUDONYM
                && (chosenName == null
                        || chosenName.isBlank()
                        || chosenName.strip().length() > 60)) {
            throw Refused.because("permission.chosen_name_missing");
        }
        keep(viewer, id, making(viewer, id).answers().with(identity, chosenName));
    }

    /** The last day, included. Refused: {@code permission.last_day_missing}, {@code error.date_past}, {@code
     * error.date_far}. */
    public void answerLastDay(Viewer viewer, StoryId id, LocalDate lastDay) {
        LocalDate today = Times.day(clock.instant());
        Answers answers = making(viewer, id).answers().with(today, lastDay);
        Refused.ifAny(answers.checkLastDay(today, settings.mostMonths()));
        keep(viewer, id, answers);
    }

    /** Anything else, in their own words, up to 1,000 characters; blank for nothing. */
    public void answerConditions(Viewer viewer, StoryId id, String conditions) {
        if (conditions != null && conditions.strip().length() > 1_000) {
            throw Refused.because("error.text_too_long", (conditions.length() - 1_000) / 6 + 1);
        }
        keep(viewer, id, making(viewer, id).answers().withConditions(conditions));
    }

    /**
     * Puts the whole text with all answers before the storyteller; it is this text that a yes then means, in the form in
     * which it was read. Refused with {@code permission.limits_unread} when it was read in another language than this, so
     * that nobody is bound to a text that they did not see; and with all that is missing. Returns the mark of what was offered, for {@link #confirm(Viewer, StoryId, String)}.
     */
    public String offer(Viewer viewer, StoryId id, Locale language) {
        Consent consent = making(viewer, id);
        Locale read = consent.readIn().orElse(language);
        if (consent.limitsShownAt() == null || !read.getLanguage().equals(language.getLanguage())) {
            throw Refused.because("permission.limits_unread");
        }
        Refused.ifAny(missing(consent));
        Notice notice = notices.keep(read);
        if (consent.status() == ConsentStatus.DRAFT) {
            consent.offer(notice);
            em.flush();
            append(consent, ConsentEvent.Kind.OFFERED, viewer.account().value(), consent.content());
        }
        em.flush();
        happened.fire(
                new PermissionOffered(viewer.account().value(), consent.id().value(), id.value()));
        return markOf(consent);
    }

    /**
     * Yes, as {@link #confirm(Viewer, StoryId)}, to the offer of that mark. Refused with {@code permission.changed_since}
     * when another one was made since, as in a second window.
     */
    public ConsentId confirm(Viewer viewer, StoryId id, String mark) {
        Consent consent = making(viewer, id);
        if (consent.status() == ConsentStatus.OFFERED && !markOf(consent).equals(mark)) {
            throw Refused.because("permission.changed_since");
        }
        return confirm(viewer, id);
    }

    /** What is still missing; without a yes to any purpose nothing is said back either. */
    private List<Refusal> missing(Consent consent) {
        List<Refusal> missing =
                new ArrayList<>(consent.answers().check(Times.day(clock.instant()), settings.mostMonths()));
        if (!consent.answers().agreed().isEmpty()) {
            missing.addAll(consent.teachBack().check());
        }
        return missing;
    }

    /** The hash of the last event of being offered: it covers every answer and the text. */
    private String markOf(Consent consent) {
        return consents.eventsOf(consent.id()).stream()
                .filter(event -> event.kind() == ConsentEvent.Kind.OFFERED)
                .reduce((earlier, later) -> later)
                .map(ConsentEvent::hash)
                .orElse("");
    }

    /**
     * Yes, to exactly what was offered. A permission that was in force before is superseded. With no yes to any purpose
     * the answer is kept as a no. Refused when nothing was offered: {@code permission.not_offered}.
     */
    public ConsentId confirm(Viewer viewer, StoryId id) {
        Consent consent = making(viewer, id);
        if (consent.status() != ConsentStatus.OFFERED) {
            throw Refused.because("permission.not_offered");
        }
        // The day may have gone since it was offered.
        Refused.ifAny(missing(consent));
        // The text may have been changed, or found wrong, since it was offered.
        if (!notices.stands(consent.noticeHash())) {
            throw Refused.because("permission.notice_changed");
        }
        return consent.answers().agreed().isEmpty() ? decline(viewer, id, consent) : give(viewer, id, consent);
    }

    private ConsentId give(Viewer viewer, StoryId id, Consent consent) {
        Instant now = clock.instant();
        Optional<Consent> before = consents.current(id);
        before.ifPresent(old -> {
            old.become(ConsentStatus.SUPERSEDED, now);
            append(
                    old,
                    ConsentEvent.Kind.SUPERSEDED,
                    viewer.account().value(),
                    "by=" + consent.id().text());
        });
        em.flush();
        consent.give(now, now.plus(settings.coolingOff()));
        em.flush();
        append(consent, ConsentEvent.Kind.GIVEN, viewer.account().value(), consent.content());
        happened.fire(new PermissionGiven(viewer.account().value(), consent.id().value(), id.value()));
        return consent.id();
    }

    private ConsentId decline(Viewer viewer, StoryId id, Consent consent) {
        consent.become(ConsentStatus.DECLINED, clock.instant());
        append(consent, ConsentEvent.Kind.DECLINED, viewer.account().value(), consent.content());
        consents.current(id).ifPresent(before -> takingBack.withdraw(viewer, before));
        happened.fire(
                new PermissionDeclined(viewer.account().value(), consent.id().value(), id.value()));
        return consent.id();
    }

    /** The record in the making, with the story's row locked; begun from what was said before when there is none. */
    private Consent making(Viewer viewer, StoryId id) {
        viewer.require(Permission.TELL_STORIES);
        Story story = stories.requireOwnLocked(viewer.account(), id);
        requireNotBeingChecked(story);
        return consents.inTheMaking(id).orElseGet(() -> {
            Consent consent = new Consent(id, viewer.account());
            consents.latestAnswered(id).ifPresent(before -> consent.answer(before.answers()));
            consents.add(consent);
            em.flush();
            return consent;
        });
    }

    /** What checkers look at stands still while they look; taking it back is always possible. */
    private void requireNotBeingChecked(Story story) {
        boolean checked = stories.latestOf(story.id())
                .map(StoryVersion::status)
                .filter(status -> status == VersionStatus.SUBMITTED || status == VersionStatus.IN_REVIEW)
                .isPresent();
        if (checked) {
            throw Refused.because("permission.being_checked");
        }
    }

    private void keep(Viewer viewer, StoryId id, Answers answers) {
        Consent consent = making(viewer, id);
        if (consent.limitsShownAt() == null) {
            throw Refused.because("permission.limits_unread");
        }
        consent.answer(answers);
        em.flush();
        happened.fire(
                new PermissionAnswered(viewer.account().value(), consent.id().value(), id.value()));
    }

    private Set<OfficeId> known(Set<OfficeId> offices) {
        List<OfficeId> all =
                accounts.offices().stream().map(office -> office.id()).toList();
        return offices.stream().filter(all::contains).collect(Collectors.toSet());
    }

    private void append(Consent consent, ConsentEvent.Kind kind, UUID actor, String content) {
        consents.append(consent, kind, clock.instant(), actor, content);
    }

    /**
     * What was answered so far.
     *
     * @param limitsShown whether the limits of confidentiality were read
     * @param status of the record in the making, else of the one in force; null when there is neither
     * @param open whether questions are being answered now
     * @param missing what must still be answered before it can be offered
     * @param said what was said back so far, for the record in the making
     * @param how null until it was answered; helper likewise
     * @param readIn in which language and {@link Notice.Form} the notice was read; null while it was not
     */
    public record Asked(
            Answers answers,
            boolean limitsShown,
            ConsentStatus status,
            boolean open,
            List<Refusal> missing,
            TeachBack said,
            How how,
            Helper helper,
            Locale readIn) {

        /** Whether the limits of confidentiality were read in that language, in whatever form. */
        public boolean limitsShownIn(Locale language) {
            return limitsShown && (readIn == null || readIn.getLanguage().equals(language.getLanguage()));
        }
    }

    /** A member of staff, as a question names them. */
    public record PersonChoice(AccountId id, String name) {}

    /** An office, as a question names it. */
    public record OfficeChoice(OfficeId id, String name) {}

    public record PermissionAnswered(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }

    public record PermissionOffered(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }

    public record PermissionGiven(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }

    public record PermissionDeclined(UUID actor, UUID subject, UUID story) implements DomainEvent {
        @Override
        public UUID person() {
            return actor;
        }
    }
}
