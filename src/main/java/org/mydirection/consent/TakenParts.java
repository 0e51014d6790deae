package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.mydirection.story.StoryId;

/**
 * What was taken out of permissions that go on. A span hides the story until a checker took it out of the recording and a
 * version with that was approved; a whole file until a version without it was.
 */
@ApplicationScoped
public class TakenParts {

    @Inject
    private EntityManager em;

    @Inject
    private Consents consents;

    /** The mark comes first: without it the rule does not look for parts, and the database takes none (V10). */
    void add(TakenPart part) {
        em.createNativeQuery(
                        "update consent set may_have_taken_parts = true where id = ?1 and may_have_taken_parts = false")
                .setParameter(1, part.consent().value())
                .executeUpdate();
        em.persist(part);
    }

    /** Those of the permission in force that are still in their file, by file and beginning. */
    public List<TakenPart> stillIn(StoryId story) {
        return of(story).stream()
                .filter(TakenPart::isStillIn)
                .sorted(Comparator.comparing(TakenPart::file).thenComparingInt(TakenPart::fromMillis))
                .toList();
    }

    /** All of the permission in force, the latest first, whether they are out of their file by now or not. */
    List<TakenPart> of(StoryId story) {
        return consents.current(story).stream()
                .flatMap(consent -> em
                        .createQuery(
                                "select t from TakenPart t where t.consentId = :consent"
                                        + " order by t.takenAt desc, t.assetId, t.fromMillis",
                                TakenPart.class)
                        .setParameter("consent", consent.id().value())
                        .getResultList()
                        .stream())
                .toList();
    }

    /**
     * A checker took these stretches out of a recording: parts that lie within them altogether are out of it. The story's row
     * is locked by the caller.
     *
     * @param durationMillis of the recording: a part that goes on behind its end is out when the rest of it is
     */
    public void tookOut(StoryId story, UUID file, List<Stretch> stretches, long durationMillis, Instant at) {
        stillIn(story).stream()
                .filter(part -> part.file().equals(file) && !part.wholeFile())
                .filter(part -> within(part, stretches, durationMillis))
                .forEach(part -> part.tookOut(at));
        em.flush();
    }

    private static boolean within(TakenPart part, List<Stretch> stretches, long durationMillis) {
        long reached = part.fromMillis();
        List<Stretch> inOrder = stretches.stream()
                .sorted(Comparator.comparingLong(Stretch::fromMillis))
                .toList();
        for (Stretch stretch : inOrder) {
            if (stretch.fromMillis() <= reached) {
                reached = Math.max(reached, stretch.untilMillis());
            }
        }
        return reached >= Math.min(part.untilMillis(), durationMillis);
    }

    /** A stretch of a recording in milliseconds from its beginning. */
    public record Stretch(long fromMillis, long untilMillis) {}
}
