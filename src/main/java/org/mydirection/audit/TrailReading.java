package org.mydirection.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.Times;

/** Reading the trail, by those who may; reading it is on record too. */
@ApplicationScoped
@Transactional
public class TrailReading {

    /** The most entries of one page. */
    public static final int PAGE = 50;

    @Inject
    private EntityManager em;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Entries, newest first, at most {@link #PAGE}.
     *
     * @param filter what to keep; a null part keeps everything
     * @param before only entries with a smaller number: the last number of the page before; null for the first page
     */
    public List<AuditEntry> read(Viewer viewer, Filter filter, Long before) {
        viewer.require(Permission.READ_TRAIL);
        List<AuditEntry> page = query(filter, before).setMaxResults(PAGE).getResultList();
        happened.fire(new TrailRead(viewer.account().value(), viewer.account().value()));
        return page;
    }

    /** The names of all events that the trail holds, in order. */
    public List<String> events(Viewer viewer) {
        viewer.require(Permission.READ_TRAIL);
        return em.createQuery("select distinct e.event from AuditEntry e order by e.event", String.class)
                .getResultList();
    }

    /**
     * Walks the whole chain. Empty when it is whole; else the number of the first entry that was changed, removed or
     * moved, or that is missing at the end. Asking is on record.
     */
    public Optional<Long> firstBroken(Viewer viewer) {
        viewer.require(Permission.READ_TRAIL);
        Optional<Long> broken = walk();
        happened.fire(
                new ChainChecked(viewer.account().value(), viewer.account().value()));
        return broken;
    }

    private Optional<Long> walk() {
        AuditHead head = em.find(AuditHead.class, AuditHead.ONLY);
        em.refresh(head);
        String hash = AuditEntry.BEGINNING;
        long number = 0;
        try (Stream<AuditEntry> entries = em.createQuery(
                        "select e from AuditEntry e order by e.number", AuditEntry.class)
                .getResultStream()) {
            for (AuditEntry entry : (Iterable<AuditEntry>) entries::iterator) {
                if (entry.number() != number + 1 || !entry.follows(hash)) {
                    return Optional.of(number + 1);
                }
                number = entry.number();
                hash = entry.hash();
            }
        }
        return number == head.lastNumber() && hash.equals(head.lastHash()) ? Optional.empty() : Optional.of(number + 1);
    }

    private TypedQuery<AuditEntry> query(Filter filter, Long before) {
        StringBuilder jpql = new StringBuilder("select e from AuditEntry e where 1 = 1");
        List<Object> values = new ArrayList<>();
        and(jpql, values, "e.number <", before);
        and(jpql, values, "e.event =", filter.event());
        and(jpql, values, "e.actor =", filter.actor());
        and(jpql, values, "e.person =", filter.person());
        and(jpql, values, "e.story =", filter.story());
        and(
                jpql,
                values,
                "e.at >=",
                filter.from() == null
                        ? null
                        : filter.from().atStartOfDay(Times.LONDON).toInstant());
        and(
                jpql,
                values,
                "e.at <",
                filter.until() == null
                        ? null
                        : filter.until().plusDays(1).atStartOfDay(Times.LONDON).toInstant());
        TypedQuery<AuditEntry> query =
                em.createQuery(jpql.append(" order by e.number desc").toString(), AuditEntry.class);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static void and(StringBuilder jpql, List<Object> values, String condition, Object value) {
        if (value != null) {
            values.add(value);
            jpql.append(" and ").append(condition).append(" ?").append(values.size());
        }
    }

    /**
     * What to keep; null parts keep everything.
     *
     * @param from the first day, in London
     * @param until the last day, in London, included
     */
    public record Filter(String event, UUID actor, UUID person, UUID story, LocalDate from, LocalDate until) {}

    public record ChainChecked(UUID actor, UUID subject) implements DomainEvent {}

    public record TrailRead(UUID actor, UUID subject) implements DomainEvent {}
}
