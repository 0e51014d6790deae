package org.mydirection.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For every query with an {@code exists}: translated once, with its parameters bound. By itself EclipseLink writes the
 * parameters of such a query into its text on H2: booleans as numbers, which H2 refuses, and moments without their zone.
 * A query with a hint of its own is translated again at each use; one that has a name is not.
 */
@ApplicationScoped
public class Questions {

    @Inject
    private EntityManager em;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** The query in the caller's transaction. The text is one of a few constants, never made from what people gave. */
    public <T> TypedQuery<T> ask(String jpql, Class<T> answer) {
        return em.createNamedQuery(known.computeIfAbsent(jpql, text -> name(text, answer)), answer);
    }

    private String name(String jpql, Class<?> answer) {
        Query bound = em.createQuery(jpql, answer).setHint("eclipselink.jdbc.bind-parameters", true);
        String name = "question-" + Integer.toHexString(jpql.hashCode()) + "-" + known.size();
        em.getEntityManagerFactory().addNamedQuery(name, bound);
        return name;
    }
}
