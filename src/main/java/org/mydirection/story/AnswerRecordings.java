package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.media.AssetId;
import org.mydirection.media.MediaIntake;

/**
 * The sound of answers that were given aloud, one for each record of permission at most. It lies under the key of its story
 * and is destroyed with it. The callers' transactions, their permissions, their audit; who may hear it is decided by
 * {@code visibility}.
 */
@ApplicationScoped
public class AnswerRecordings {

    @Inject
    private MediaIntake intake;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Keeps that file for the record; one that was there before is let go of. */
    public void attach(StoryId story, UUID record, UUID file) {
        drop(record);
        em.persist(new SpokenAnswers(record, story, new AssetId(file), clock.instant()));
        em.flush();
    }

    /** Lets go of the file of that record; nothing happens without one. Returns whether there was one. */
    public boolean drop(UUID record) {
        Optional<SpokenAnswers> before = find(record);
        before.ifPresent(answers -> {
            em.remove(answers);
            em.flush();
            intake.discard(answers.asset());
        });
        return before.isPresent();
    }

    /** The file is ready, and this is its hash: SHA-256, in hexadecimal. Said again, or of another file, it changes nothing. */
    public void heard(UUID record, UUID file, String sha256) {
        find(record)
                .filter(answers -> answers.asset().value().equals(file))
                .ifPresent(answers -> answers.heard(sha256));
        em.flush();
    }

    /** The file of that record, whether it is ready or not. */
    public Optional<Kept> of(UUID record) {
        return find(record).map(answers -> new Kept(answers.asset().value(), Optional.ofNullable(answers.hash())));
    }

    /** Lets go of all of a story that is erased. */
    void dropAll(StoryId story) {
        List<UUID> records = em.createQuery(
                        "select a.recordId from SpokenAnswers a where a.storyId = :story order by a.recordId",
                        UUID.class)
                .setParameter("story", story.value())
                .getResultList();
        records.forEach(this::drop);
    }

    private Optional<SpokenAnswers> find(UUID record) {
        return Optional.ofNullable(em.find(SpokenAnswers.class, record));
    }

    /**
     * A recording that is kept as evidence.
     *
     * @param file its media asset
     * @param hash empty until it is ready
     */
    public record Kept(UUID file, Optional<String> hash) {}
}
