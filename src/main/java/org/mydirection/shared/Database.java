package org.mydirection.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives repositories their entity manager: one per transaction, by the container. */
@ApplicationScoped
public class Database {

    @Produces
    @PersistenceContext(unitName = "mydirection")
    private EntityManager entityManager;
}
