package org.mydirection.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.mydirection.media.MediaIntake;
import org.mydirection.media.MediaSwept;

/** Lets go of files that no scene shows: those of an upload that ended before its scene had them. Tidying. */
@ApplicationScoped
@Transactional
public class StoryFiles {

    /** The most in one round. */
    private static final int MOST = 200;

    @Inject
    private Stories stories;

    @Inject
    private MediaIntake intake;

    void letGo(@Observes MediaSwept sweep) {
        stories.filesOfNobody(sweep.before(), MOST).forEach(intake::discard);
    }
}
