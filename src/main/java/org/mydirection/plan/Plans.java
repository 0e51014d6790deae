package org.mydirection.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.mydirection.identity.AccountId;

/** The sentence plans. */
@ApplicationScoped
public class Plans {

    @Inject
    private EntityManager em;

    public void add(SentencePlan plan) {
        em.persist(plan);
    }

    public Optional<SentencePlan> of(AccountId person) {
        return em.createQuery("select p from SentencePlan p where p.personId = :person", SentencePlan.class)
                .setParameter("person", person.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<Goal> find(GoalId goal) {
        return Optional.ofNullable(em.find(Goal.class, goal.value()));
    }
}
