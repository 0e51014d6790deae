package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;

/**
 * The limits of confidentiality before the first word of a first story: shown once for each version of the notice, and on
 * record with the sentences as they stood there. Apart from that they come again, short, before each recording, and in full
 * before somebody says what a story may be used for ({@link Asking#showLimits}).
 */
@ApplicationScoped
@Transactional
public class BeforeTelling {

    @Inject
    private Notices notices;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** Whether the viewer went through the limits of today's notice, in whatever language. */
    public boolean knows(Viewer viewer) {
        return em.createQuery(
                                "select count(l) from LimitsShown l where l.accountId = :account"
                                        + " and l.noticeVersion = :version",
                                Long.class)
                        .setParameter("account", viewer.account().value())
                        .setParameter("version", notices.current(Locale.UK).version())
                        .getSingleResult()
                > 0;
    }

    /**
     * The viewer went through all of them.
     *
     * @param language and form of the notice that stood beside them
     * @param said the sentences as they were shown, in their order; 4,000 characters at most
     */
    public void shown(Viewer viewer, Locale language, List<String> said) {
        viewer.require(Permission.TELL_STORIES);
        em.persist(new LimitsShown(viewer.account(), notices.keep(language), said, clock.instant()));
        em.flush();
        happened.fire(new LimitsRead(viewer.account().value(), viewer.account().value()));
    }

    /** Somebody went through the limits of confidentiality; the subject is their account. */
    public record LimitsRead(UUID actor, UUID subject) implements DomainEvent {}
}
