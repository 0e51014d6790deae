package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mydirection.consent.Choices.How;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.story.AnswerRecordings;

/**
 * What shows that a yes was given aloud: a witness, or a recording of the answers. One of them, as the storyteller likes;
 * where there is a witness they are asked, and where there is none the recording is what a checker hears.
 */
@ApplicationScoped
class Evidence {

    @Inject
    private Witnesses witnesses;

    @Inject
    private AnswerRecordings recordings;

    /**
     * What is missing before a yes that is given aloud can be offered: {@code permission.aloud_missing} with neither witness
     * nor recording, {@code permission.recording_open} while one is not ready, {@code permission.witness_missing} when who was
     * named can be none any more. A no needs no evidence.
     */
    List<Refusal> missing(Consent consent) {
        if (consent.how() != How.ALOUD || consent.answers().agreed().isEmpty()) {
            return List.of();
        }
        Optional<AnswerRecordings.Kept> recording = recordings.of(consent.id().value());
        if (recording.filter(kept -> kept.hash().isEmpty()).isPresent()) {
            return List.of(Refusal.of("permission.recording_open"));
        }
        if (consent.witness() == null) {
            return recording.isEmpty() ? List.of(Refusal.of("permission.aloud_missing")) : List.of();
        }
        return witnesses.stands(consent.storyteller(), consent.witness())
                ? List.of()
                : List.of(Refusal.of("permission.witness_missing"));
    }

    /** The hash of the recording as it is now; null without one. */
    String hashOf(Consent consent) {
        return recordings
                .of(consent.id().value())
                .flatMap(AnswerRecordings.Kept::hash)
                .orElse(null);
    }

    /** Whether a checker may say yes to that record: see {@link #require}. */
    static void require(Consent consent, Witnessed witnessed) {
        if (consent.how() != How.ALOUD || witnessed == Witnessed.CONFIRMED) {
            return;
        }
        switch (witnessed) {
            case DENIED -> throw Refused.because("review.witness_denied");
            case NOT_YET -> throw Refused.because("review.witness_waiting");
            default -> {
                if (consent.answersHash() == null) {
                    throw Refused.because("review.aloud_missing");
                }
            }
        }
    }
}
