package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mydirection.consent.Choices.Helper;
import org.mydirection.consent.Choices.How;
import org.mydirection.consent.Choices.Identity;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.Refusal;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.AnswerRecordings;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryId;

/**
 * Asking the storyteller, one question at a time, and keeping what they answered. Only the storyteller answers; nobody
 * answers for them. Answers are kept as they are given and change nothing until the whole of them is given as a yes.
 */
@ApplicationScoped
@Transactional
public class Asking {

    @Inject
    private InTheMaking making;

    @Inject
    private Consents consents;

    @Inject
    private Stories stories;

    @Inject
    private Witnesses witnesses;

    @Inject
    private Evidence evidence;

    @Inject
    private AnswerRecordings recordings;

    @Inject
    private Notices notices;

    @Inject
    private ConsentSettings settings;

    @Inject
    private Clock clock;

    /** The answers so far: of the record in the making; else of the one in force; else none. */
    public Asked read(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        Optional<Consent> begun = consents.inTheMaking(story);
        Optional<Consent> current = consents.current(story);
        Answers answers = begun.or(() -> current).map(Consent::answers).orElseGet(Answers::none);
        boolean limits = begun.or(() -> current).map(Consent::limitsShownAt).isPresent();
        return new Asked(
                answers,
                limits,
                begun.map(Consent::status)
                        .or(() -> current.map(Consent::status))
                        .orElse(null),
                begun.isPresent(),
                begun.map(this::missing)
                        .orElseGet(() -> answers.check(Times.day(clock.instant()), settings.mostMonths())),
                begun.map(Consent::teachBack).orElseGet(TeachBack::none),
                begun.map(Consent::how).orElse(null),
                begun.map(Consent::helper).orElse(null),
                begun.map(Consent::witness).isPresent(),
                begun.or(() -> current).flatMap(Consent::readIn).orElse(null));
    }

    /** One's own stories for which a permission is in force or suspended: those that can be taken back. */
    public Set<StoryId> permitted(Viewer viewer) {
        viewer.require(Permission.TELL_STORIES);
        return consents.permitted(viewer.account());
    }

    /** As {@link #showLimits(Viewer, StoryId, Locale)}, in English and in full. */
    public void showLimits(Viewer viewer, StoryId id) {
        showLimits(viewer, id, Locale.UK);
    }

    /**
     * The limits of confidentiality were shown and read, in that language and {@link Notice.Form}. Comes before every other
     * question; what is said yes to later is bound to that text.
     */
    public void showLimits(Viewer viewer, StoryId id, Locale language) {
        Consent consent = making.require(viewer, id);
        consent.showLimits(clock.instant(), notices.current(language));
        making.answered(viewer, consent);
    }

    /** Yes or no to one purpose. */
    public void answer(Viewer viewer, StoryId id, Purpose purpose, boolean yes) {
        making.keep(viewer, id, making.require(viewer, id).answers().with(purpose, yes));
    }

    /** Voice, face, asking each time, and what happens later, as {@link Manner} holds them. */
    public void answerManner(Viewer viewer, StoryId id, UnaryOperator<Manner> answer) {
        Answers before = making.require(viewer, id).answers();
        making.keep(viewer, id, before.with(answer.apply(before.manner())));
    }

    /** What the storyteller says back in their own words. Refused: {@code permission.teach_back_missing} while the first
     * answer is empty, {@code error.text_too_long}. */
    public void sayBack(Viewer viewer, StoryId id, TeachBack words) {
        Refused.ifAny(words.check());
        Consent consent = making.require(viewer, id);
        consent.say(words);
        making.answered(viewer, consent);
    }

    /**
     * How it is given and who helps. Refused: {@code permission.how_missing}; for a yes that is given aloud {@code
     * permission.witness_missing} when the witness is not the sign-in name of a member of staff who is not the storyteller's
     * own practitioner. Without a witness the answers are recorded, see {@link AnsweringAloud}. Whoever read it by themselves
     * keeps no recording.
     *
     * @param witness the sign-in name; blank for none
     */
    public void answerHelp(Viewer viewer, StoryId id, How how, Helper helper, String witness) {
        if (how == null || helper == null) {
            throw Refused.because("permission.how_missing");
        }
        Consent consent = making.require(viewer, id);
        boolean named = how == How.ALOUD && witness != null && !witness.isBlank();
        consent.giveWith(how, helper, named ? witness(viewer, witness) : null);
        if (how == How.READ) {
            recordings.drop(consent.id().value());
        }
        making.answered(viewer, consent);
    }

    private AccountId witness(Viewer viewer, String username) {
        return witnesses
                .named(viewer.account(), username)
                .orElseThrow(() -> Refused.because("permission.witness_missing"));
    }

    /** As whom. Refused: {@code permission.identity_missing}, {@code permission.chosen_name_missing}. */
    public void answerIdentity(Viewer viewer, StoryId id, Identity identity, String chosenName) {
        if (identity == null) {
            throw Refused.because("permission.identity_missing");
        }
        if (identity == Identity.PSEUDONYM
                && (chosenName == null
                        || chosenName.isBlank()
                        || chosenName.strip().length() > 60)) {
            throw Refused.because("permission.chosen_name_missing");
        }
        making.keep(viewer, id, making.require(viewer, id).answers().with(identity, chosenName));
    }

    /** The last day, included. Refused: {@code permission.last_day_missing}, {@code error.date_past}, {@code
     * error.date_far}. */
    public void answerLastDay(Viewer viewer, StoryId id, LocalDate lastDay) {
        LocalDate today = Times.day(clock.instant());
        Answers answers = making.require(viewer, id).answers().with(today, lastDay);
        Refused.ifAny(answers.checkLastDay(today, settings.mostMonths()));
        making.keep(viewer, id, answers);
    }

    /** Anything else, in their own words, up to 1,000 characters; blank for nothing. */
    public void answerConditions(Viewer viewer, StoryId id, String conditions) {
        if (conditions != null && conditions.strip().length() > 1_000) {
            throw Refused.because("error.text_too_long", (conditions.length() - 1_000) / 6 + 1);
        }
        making.keep(viewer, id, making.require(viewer, id).answers().withConditions(conditions));
    }

    private List<Refusal> missing(Consent consent) {
        List<Refusal> missing = new ArrayList<>(consent.missing(Times.day(clock.instant()), settings.mostMonths()));
        missing.addAll(evidence.missing(consent));
        return missing;
    }

    /**
     * What was answered so far.
     *
     * @param limitsShown whether the limits of confidentiality were read
     * @param status of the record in the making, else of the one in force; null when there is neither
     * @param open whether questions are being answered now
     * @param missing what must still be answered before it can be offered
     * @param said what was said back so far, for the record in the making
     * @param how null until it was answered; helper likewise
     * @param witnessed whether a witness was named
     * @param readIn in which language and {@link Notice.Form} the notice was read; null while it was not
     */
    public record Asked(
            Answers answers,
            boolean limitsShown,
            ConsentStatus status,
            boolean open,
            List<Refusal> missing,
            TeachBack said,
            How how,
            Helper helper,
            boolean witnessed,
            Locale readIn) {

        /** Whether the limits of confidentiality were read in that language, in whatever form. */
        public boolean limitsShownIn(Locale language) {
            return limitsShown && (readIn == null || readIn.getLanguage().equals(language.getLanguage()));
        }
    }
}
