package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.mydirection.consent.Choices.How;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.NotFound;
import org.mydirection.story.AnswerRecordings;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/**
 * The answers said aloud and recorded, as evidence of the record that is being made. Offered, not asked for: whoever is
 * afraid of a recording names a witness instead. Another answer makes it void, since it was not this that was said.
 */
@ApplicationScoped
@Transactional
public class AnsweringAloud {

    @Inject
    private InTheMaking making;

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private AnswerRecordings recordings;

    @Inject
    private EntityManager em;

    /**
     * The record to which a recording would belong. {@link NotFound} unless it is one's own, is being made, and is given
     * aloud.
     */
    public ConsentId begin(Viewer viewer, StoryId story) {
        return require(viewer, story).id();
    }

    /**
     * Keeps the file with the record; an offer goes back to the questions. {@link NotFound} as {@link #begin} says, and when
     * another record is being made by now.
     *
     * @param file of a recording that was received under the key of this story
     */
    public void attach(Viewer viewer, StoryId story, ConsentId record, UUID file) {
        Consent consent = require(viewer, story);
        if (!consent.id().equals(record)) {
            throw new NotFound();
        }
        consent.askAgain();
        em.flush();
        recordings.attach(story, consent.id().value(), file);
        making.answered(viewer, consent);
    }

    /**
     * The recording is ready, and this is its hash; nothing happens when it is not the one of the record any more.
     *
     * @param sha256 of its bytes as they are played, in hexadecimal
     */
    public void heard(Viewer viewer, StoryId story, UUID file, String sha256) {
        recordings.heard(require(viewer, story).id().value(), file, sha256);
    }

    /** Takes the recording out; an offer goes back to the questions. */
    public void drop(Viewer viewer, StoryId story) {
        Consent consent = require(viewer, story);
        consent.askAgain();
        em.flush();
        if (recordings.drop(consent.id().value())) {
            making.answered(viewer, consent);
        }
    }

    /** What is recorded for the record in the making; empty without one. */
    public Optional<Spoken> making(Viewer viewer, StoryId story) {
        return own(viewer, story, consents.inTheMaking(story));
    }

    /** What is kept with the last yes or no, whatever became of it since; for the storyteller's own copy and receipt. */
    public Optional<Spoken> settled(Viewer viewer, StoryId story) {
        return own(viewer, story, consents.latestSettled(story));
    }

    private Optional<Spoken> own(Viewer viewer, StoryId story, Optional<Consent> consent) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return consent.flatMap(record -> recordings
                .of(record.id().value())
                .map(kept -> new Spoken(record.id(), kept.file(), kept.hash().orElse(null))));
    }

    private Consent require(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        if (consents.inTheMaking(story)
                .filter(consent -> consent.how() == How.ALOUD)
                .isEmpty()) {
            throw new NotFound();
        }
        return making.require(viewer, story);
    }

    /**
     * A recording of answers.
     *
     * @param hash null until it is ready
     */
    public record Spoken(ConsentId record, UUID file, String hash) {}
}
