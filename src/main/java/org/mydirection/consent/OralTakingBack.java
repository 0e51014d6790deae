package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mydirection.caseload.Caseloads;
import org.mydirection.caseload.PersonOnProbation;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/**
 * Taking back on somebody's word: any member of staff records it, with a witness, and it takes effect the same. Staff learn
 * nothing by it: the answer is the same whether there was a permission, a refusal, or never a question.
 */
@ApplicationScoped
@Transactional
public class OralTakingBack {

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Accounts accounts;

    @Inject
    private Caseloads caseloads;

    @Inject
    private TakingBack takingBack;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Takes back everything of the person, or what the receipt names. Refused with all reasons: {@code
     * oral.person_unknown} for a CRN that is on no record; {@code oral.witness_missing} unless the witness is an open
     * account of staff other than the one who records; they are asked on their first page whether they were there, see {@link
     * Witnessing}.
     *
     * @param crn of the person who asks
     * @param number of the receipt; blank for all of their stories. A number that is none of theirs is not told apart
     * @param witness the sign-in name of whoever was there
     */
    public void record(Viewer viewer, String crn, String number, String witness) {
        viewer.require(Permission.RECORD_WORDS);
        Optional<AccountId> person = caseloads
                .byCrn(crn == null ? "" : crn.strip().toUpperCase(Locale.ROOT))
                .map(PersonOnProbation::account);
        Optional<AccountId> present = witness(viewer, witness);
        List<Refusal> refusals = new ArrayList<>();
        if (person.isEmpty() || viewer.is(person.get())) {
            refusals.add(Refusal.of("oral.person_unknown"));
        }
        if (present.isEmpty() || present.equals(person)) {
            refusals.add(Refusal.of("oral.witness_missing"));
        }
        Refused.ifAny(refusals);
        String asked = number == null ? "" : number.strip().replace("-", "").toLowerCase(Locale.ROOT);
        Set<StoryId> permitted = consents.permitted(person.get());
        stories.lockAll(permitted);
        for (StoryId story : permitted) {
            boolean meant = consents.current(story)
                    .filter(consent -> asked.isEmpty() || consent.id().text().startsWith(asked))
                    .isPresent();
            if (meant) {
                takingBack.takeBack(
                        story,
                        viewer.account(),
                        person.get(),
                        "whole=true\non_the_word_of_the_storyteller=true\nwitness="
                                + present.get().text());
            }
        }
        em.persist(new SpokenWord(person.get(), viewer.account(), present.get(), clock.instant()));
        em.flush();
        happened.fire(new WordsRecorded(
                viewer.account().value(), present.get().value(), person.get().value()));
    }

    private Optional<AccountId> witness(Viewer viewer, String username) {
        return Optional.ofNullable(username)
                .flatMap(accounts::named)
                .filter(Account::open)
                .filter(account -> account.roles().stream()
                        .anyMatch(role -> role.permissions().contains(Permission.RECORD_WORDS)))
                .map(Account::id)
                .filter(account -> !viewer.is(account));
    }

    /** Somebody asked in words to take back; the subject is the witness. */
    public record WordsRecorded(UUID actor, UUID subject, UUID person) implements DomainEvent {}
}
