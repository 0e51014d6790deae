package org.mydirection.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.mydirection.identity.AccountId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Questions;

/** People on probation and who supervises them. */
@ApplicationScoped
public class Caseloads {

    @Inject
    private EntityManager em;

    @Inject
    private Questions questions;

    public void add(PersonOnProbation person) {
        em.persist(person);
    }

    public void add(Supervision supervision) {
        em.persist(supervision);
    }

    public void add(Exclusion exclusion) {
        em.persist(exclusion);
    }

    public Optional<PersonOnProbation> find(AccountId person) {
        return Optional.ofNullable(em.find(PersonOnProbation.class, person.value()));
    }

    public PersonOnProbation require(AccountId person) {
        return find(person).orElseThrow(NotFound::new);
    }

    /** Whether somebody is on record under that CRN. */
    public boolean known(String crn) {
        return !em.createQuery("select p.crn from PersonOnProbation p where p.crn = :crn", String.class)
                .setParameter("crn", crn)
                .getResultList()
                .isEmpty();
    }

    public Optional<PersonOnProbation> byCrn(String crn) {
        return em.createQuery("select p from PersonOnProbation p where p.crn = :crn", PersonOnProbation.class)
                .setParameter("crn", crn)
                .getResultStream()
                .findFirst();
    }

    public Optional<Supervision> currentOf(AccountId person) {
        return em.createQuery("select s from Supervision s where s.currentFor = :person", Supervision.class)
                .setParameter("person", person.value())
                .getResultStream()
                .findFirst();
    }

    /** Whether the practitioner supervises the person now and is not excluded from the case. */
    public boolean supervises(AccountId practitioner, AccountId person) {
        return currentOf(person)
                        .filter(s -> s.practitioner().equals(practitioner))
                        .isPresent()
                && !excluded(practitioner, person);
    }

    public boolean excluded(AccountId account, AccountId person) {
        return !exclusionsOf(account, person).isEmpty();
    }

    public List<Exclusion> exclusionsOf(AccountId account, AccountId person) {
        return em.createQuery(
                        "select x from Exclusion x where x.personId = :person and x.excludedId = :account"
                                + " and x.liftedAt is null",
                        Exclusion.class)
                .setParameter("person", person.value())
                .setParameter("account", account.value())
                .getResultList();
    }

    /** The exclusions in force around the person, the oldest first. */
    public List<Exclusion> exclusionsAround(AccountId person) {
        return em.createQuery(
                        "select x from Exclusion x where x.personId = :person and x.liftedAt is null"
                                + " order by x.placedAt, x.id",
                        Exclusion.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    /** The caseload of a practitioner, by name; people from whose case the practitioner is excluded are left out. */
    public List<CaseRow> of(AccountId practitioner) {
        return questions
                .ask(
                        "select new org.mydirection.caseload.CaseRow(a.id, a.displayName, p.crn)"
                                + " from Supervision s, PersonOnProbation p, Account a"
                                + " where s.practitionerId = :practitioner and s.currentFor = p.accountId"
                                + " and a.id = p.accountId and a.closedAt is null"
                                + " and not exists (select x.id from Exclusion x where x.personId = p.accountId"
                                + " and x.excludedId = :practitioner and x.liftedAt is null)"
                                + " order by a.displayName, a.id",
                        CaseRow.class)
                .setParameter("practitioner", practitioner.value())
                .getResultList();
    }
}
