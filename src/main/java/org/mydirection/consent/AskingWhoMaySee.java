package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mydirection.caseload.Caseloads;
import org.mydirection.caseload.Supervision;
import org.mydirection.consent.Choices.Audience;
import org.mydirection.identity.Account;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Accounts;
import org.mydirection.identity.OfficeId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Role;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Refused;
import org.mydirection.story.StoryId;

/** The question of who may see it: whom and what can be picked, and what was picked. */
@ApplicationScoped
@Transactional
public class AskingWhoMaySee {

    @Inject
    private InTheMaking making;

    @Inject
    private Caseloads caseloads;

    @Inject
    private Accounts accounts;

    /** The offices that can be left out, by name. */
    public List<OfficeChoice> offices(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return accounts.offices().stream()
                .map(office -> new OfficeChoice(office.id(), office.name()))
                .toList();
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

    /**
     * Who may see it, and at which offices never. Refused: {@code permission.audience_missing}; {@code
     * permission.no_practitioner} when {@link Audience#MY_PRACTITIONER} is said and nobody supervises the storyteller; {@code
     * permission.no_office} for {@link Audience#MY_OFFICE} without one; {@code permission.nobody_named} for {@link
     * Audience#NAMED_PEOPLE} without anybody of {@link #people}, and {@code error.too_many} for more than ten.
     */
    public void answer(Viewer viewer, StoryId id, Audience audience, Set<OfficeId> excluded, Set<AccountId> named) {
        if (audience == null) {
            throw Refused.because("permission.audience_missing");
        }
        Consent consent = making.require(viewer, id);
        Optional<AccountId> practitioner = caseloads.currentOf(viewer.account()).map(Supervision::practitioner);
        if (audience == Audience.MY_PRACTITIONER && practitioner.isEmpty()) {
            throw Refused.because("permission.no_practitioner");
        }
        if (audience == Audience.MY_OFFICE && viewer.office() == null) {
            throw Refused.because("permission.no_office");
        }
        Set<AccountId> people = audience == Audience.NAMED_PEOPLE ? known(viewer, named) : Set.of();
        making.keep(
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
    public void answer(Viewer viewer, StoryId id, Audience audience, Set<OfficeId> excluded) {
        answer(viewer, id, audience, excluded, Set.of());
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

    private Set<OfficeId> known(Set<OfficeId> offices) {
        List<OfficeId> all =
                accounts.offices().stream().map(office -> office.id()).toList();
        return offices.stream().filter(all::contains).collect(Collectors.toSet());
    }

    /** A member of staff, as a question names them. */
    public record PersonChoice(AccountId id, String name) {}

    /** An office, as a question names it. */
    public record OfficeChoice(OfficeId id, String name) {}
}
