package org.mydirection.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** Says who is on probation where, who supervises them, and who is kept out of a case. */
@ApplicationScoped
@Transactional
public class CaseKeeping {

    private static final Pattern CRN = Pattern.compile("[A-Z][0-9]{6}");

    @Inject
    private Caseloads caseloads;

    @Inject
    private Accounts accounts;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Puts a storyteller's account on record as a person on probation. Refused: {@code case.crn_form}, {@code
     * case.not_storyteller}, {@code case.office_missing}, {@code case.known_already} (the person, or the CRN).
     */
    public void register(Viewer viewer, AccountId person, String crn) {
        viewer.require(Permission.RUN_ACCOUNTS);
        List<Refusal> refusals = new ArrayList<>();
        if (crn == null || !CRN.matcher(crn).matches()) {
            refusals.add(Refusal.of("case.crn_form"));
        }
        if (!accounts.require(person).roles().contains(Role.STORYTELLER)) {
            refusals.add(Refusal.of("case.not_storyteller"));
        }
        if (accounts.require(person).office() == null) {
            refusals.add(Refusal.of("case.office_missing"));
        }
        if (caseloads.find(person).isPresent() || caseloads.known(crn)) {
            refusals.add(Refusal.of("case.known_already"));
        }
        Refused.ifAny(refusals);
        caseloads.add(new PersonOnProbation(person, crn));
        happened.fire(new PersonRegistered(viewer.account().value(), person.value()));
    }

    /**
     * Makes the practitioner the one who supervises the person; whoever did before loses access at once. Done twice it stays
     * done. Refused: {@code case.not_practitioner}.
     */
    public void assign(Viewer viewer, AccountId person, AccountId practitioner) {
        viewer.require(Permission.RUN_ACCOUNTS);
        caseloads.require(person);
        Account supervisor = accounts.require(practitioner);
        if (!supervisor.open() || !supervisor.roles().contains(Role.PRACTITIONER)) {
            throw Refused.because("case.not_practitioner");
        }
        Optional<Supervision> current = caseloads.currentOf(person);
        if (current.filter(now -> now.practitioner().equals(practitioner)).isPresent()) {
            return;
        }
        current.ifPresent(before -> before.end(clock.instant()));
        em.flush();
        caseloads.add(new Supervision(person, practitioner, clock.instant()));
        em.flush();
        happened.fire(new SupervisionBegan(viewer.account().value(), practitioner.value(), person.value()));
    }

    /**
     * The person reports to another office from now on. Refused: {@code account.office_unknown}. What was said for the
     * office before is on hold from this moment, as the rule of visibility decides at each request.
     */
    public void move(Viewer viewer, AccountId person, OfficeId office) {
        viewer.require(Permission.RUN_ACCOUNTS);
        caseloads.require(person);
        if (office == null || accounts.find(office).isEmpty()) {
            throw Refused.because("account.office_unknown");
        }
        if (!office.equals(accounts.require(person).office())) {
            accounts.require(person).moveTo(office);
            em.flush();
            happened.fire(new PersonMoved(viewer.account().value(), office.value(), person.value()));
        }
    }

    /** The sentence of the person ended. Done twice it stays done. What becomes of their stories, they chose before. */
    public void endSentence(Viewer viewer, AccountId person) {
        viewer.require(Permission.RUN_ACCOUNTS);
        caseloads.require(person).endSentence(clock.instant());
        em.flush();
        happened.fire(new SentenceEnded(viewer.account().value(), person.value(), person.value()));
    }

    /**
     * Keeps the account out of everything that is the person's, at once. Refused for the person themselves: {@code
     * case.own_exclusion}.
     */
    public void exclude(Viewer viewer, AccountId person, AccountId account) {
        viewer.require(Permission.RUN_ACCOUNTS);
        caseloads.require(person);
        accounts.require(account);
        if (person.equals(account)) {
            throw Refused.because("case.own_exclusion");
        }
        if (!caseloads.excluded(account, person)) {
            caseloads.add(new Exclusion(person, account, viewer.account(), clock.instant()));
        }
        happened.fire(new AccessLimited(viewer.account().value(), account.value(), person.value()));
    }

    /** Lifts the exclusions of this account from this person's case. */
    public void readmit(Viewer viewer, AccountId person, AccountId account) {
        viewer.require(Permission.RUN_ACCOUNTS);
        caseloads.exclusionsOf(account, person).forEach(exclusion -> exclusion.lift(clock.instant()));
        happened.fire(new AccessLimitLifted(viewer.account().value(), account.value(), person.value()));
    }

    /** What the administrator keeps about a person on probation; empty when the account is not on record as one. */
    public Optional<CaseFile> read(Viewer viewer, AccountId person) {
        viewer.require(Permission.RUN_ACCOUNTS);
        return caseloads.find(person).map(known -> {
            AccountId practitioner =
                    caseloads.currentOf(person).map(Supervision::practitioner).orElse(null);
            return new CaseFile(
                    known.crn(),
                    practitioner,
                    caseloads.exclusionsAround(person).stream()
                            .map(Exclusion::excluded)
                            .distinct()
                            .toList(),
                    known.sentenceEnded());
        });
    }

    /**
     * Who a person on probation is to case systems, who supervises them, and who is kept out.
     *
     * @param practitioner null while nobody supervises the person
     */
    public record CaseFile(String crn, AccountId practitioner, List<AccountId> keptOut, boolean sentenceEnded) {}

    public record PersonRegistered(UUID actor, UUID subject) implements DomainEvent {
        @Override
        public UUID person() {
            return subject;
        }
    }

    public record SupervisionBegan(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record PersonMoved(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record SentenceEnded(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record AccessLimited(UUID actor, UUID subject, UUID person) implements DomainEvent {}

    public record AccessLimitLifted(UUID actor, UUID subject, UUID person) implements DomainEvent {}
}
