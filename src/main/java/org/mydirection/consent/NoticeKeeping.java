package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.Stories;

/**
 * The texts that permissions are bound to: kept at the start, replaced by a newer version (then everybody is asked again),
 * or found wrong by governance (then what was said under them is VOID and is asked anew).
 */
@ApplicationScoped
@Transactional
public class NoticeKeeping {

    /** The most records that one transaction puts on hold. */
    private static final int MOST = 500;

    @Inject
    private Notices notices;

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Suspending suspending;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /**
     * Keeps the notice of today in every language, and puts on hold what was said under an earlier version, or under a text
     * that somebody deleted by hand and that nobody can show any more. Called at the start. Returns how many were put on hold; call it until that is none.
     */
    public int keep() {
        for (Locale language : notices.languages()) {
            notices.keep(language);
        }
        List<Consent> older = consents.under(notices.current(Locale.UK).version(), MOST);
        stories.lockAll(older.stream().map(Consent::story).toList());
        for (Consent consent : older) {
            suspending.suspend(consent.story(), Change.NOTICE, null);
        }
        return older.size();
    }

    /** The texts that were ever shown, the newest first. */
    public List<Row> all(Viewer viewer) {
        viewer.require(Permission.HOLD_STORIES);
        return em.createQuery("select n from KeptNotice n order by n.keptAt desc, n.hash", KeptNotice.class)
                .getResultStream()
                .map(kept -> new Row(
                        kept.hash(),
                        kept.version(),
                        kept.language(),
                        kept.words(),
                        kept.keptAt(),
                        kept.replaced(),
                        kept.isVoid()))
                .toList();
    }

    /**
     * The text was wrong: every record that names it is VOID from now on, and its storyteller can be asked anew once the
     * text was put right. Refused: {@code notice.reason_missing} without a reason of 1 to 1,000 characters.
     */
    public void becomeVoid(Viewer viewer, String hash, String reason) {
        viewer.require(Permission.HOLD_STORIES);
        KeptNotice kept = em.find(KeptNotice.class, hash);
        if (kept == null || kept.isVoid()) {
            throw new NotFound();
        }
        if (reason == null || reason.isBlank() || reason.length() > 1_000) {
            throw Refused.because("notice.reason_missing");
        }
        Instant now = clock.instant();
        kept.becomeVoid(viewer.account(), reason.strip(), now);
        em.flush();
        List<Consent> naming = consents.naming(hash);
        stories.lockAll(naming.stream().map(Consent::story).toList());
        for (Consent consent : naming) {
            em.refresh(consent);
            if (!consent.status().mayBecome(ConsentStatus.VOID)) {
                continue;
            }
            consent.become(ConsentStatus.VOID, now);
            em.flush();
            consents.append(
                    consent, ConsentEvent.Kind.VOIDED, now, viewer.account().value(), "notice=" + hash);
            happened.fire(new PermissionVoided(
                    viewer.account().value(),
                    consent.id().value(),
                    consent.story().value(),
                    consent.storyteller().value()));
        }
        happened.fire(
                new NoticeVoided(viewer.account().value(), viewer.account().value()));
    }

    /** A text, as governance sees it. */
    public record Row(
            String hash,
            int version,
            String language,
            String words,
            Instant keptAt,
            boolean replaced,
            boolean isVoid) {}

    public record PermissionVoided(UUID actor, UUID subject, UUID story, UUID person) implements StoryHidden {
        @Override
        public boolean ends() {
            return true;
        }
    }

    public record NoticeVoided(UUID actor, UUID subject) implements DomainEvent {}
}
