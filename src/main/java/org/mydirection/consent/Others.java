package org.mydirection.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mydirection.consent.ThirdParty.Category;
import org.mydirection.consent.ThirdParty.Outcome;
import org.mydirection.identity.Permission;
import org.mydirection.identity.Viewer;
import org.mydirection.shared.DomainEvent;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.shared.Times;
import org.mydirection.story.SceneId;
import org.mydirection.story.Stories;
import org.mydirection.story.Story;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryVersion;

/**
 * The others in a story: declared by the storyteller, found by reviewers; each answers for themselves by a code on paper,
 * without an account, or is judged. A no, whenever it comes, hides the story at once.
 */
@ApplicationScoped
@Transactional
public class Others {

    /** How long a code can be used. */
    public static final Duration CODE = Duration.ofDays(14);

    /** The most others of one story. */
    public static final int MOST = 30;

    private static final int MOST_LETTERS = 120;

    /** Without letters that read like digits. 16 of 32 are 80 bits: see {@link CodeTries}. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private ThirdParties others;

    @Inject
    private Stories stories;

    @Inject
    private Consents consents;

    @Inject
    private ConsentSettings settings;

    @Inject
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> happened;

    /** The others in one's own story. */
    public List<Row> of(Viewer viewer, StoryId story) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwn(viewer.account(), story);
        return rows(story);
    }

    /** For use cases that have decided that the story may be seen. */
    public List<Row> rows(StoryId story) {
        return others.of(story).stream().map(this::row).toList();
    }

    /** The storyteller says who else is in it. Refused: {@code others.who_missing}, {@code error.too_many}. */
    public ThirdPartyId declare(Viewer viewer, StoryId story, String who, Category category) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), story);
        return add(viewer, story, null, who, category);
    }

    /** The same for somebody in a picture of the newest version; {@link NotFound} when that has no such picture. */
    public ThirdPartyId declareIn(Viewer viewer, StoryId story, SceneId scene, String who, Category category) {
        viewer.require(Permission.TELL_STORIES);
        stories.requireOwnLocked(viewer.account(), story);
        UUID picture = stories.latestOf(story).orElseThrow().pictureIn(scene).orElseThrow(NotFound::new);
        return add(viewer, story, picture, who, category);
    }

    /**
     * Puts somebody on the list for each picture of which the storyteller said that somebody else is in it, where nobody in
     * that picture is on it yet; named by what the picture shows, and taken for a grown-up until a reviewer knows better.
     * Part of sending, which checked that the story is the viewer's and locked it.
     */
    public void declarePictures(Viewer storyteller, StoryVersion draft) {
        StoryId story = draft.story().id();
        Set<UUID> known = others.of(story).stream()
                .map(ThirdParty::picture)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        draft.picturesOfOthers().forEach((picture, shows) -> {
            if (known.add(picture)) {
                keep(storyteller, story, picture, shortened(shows), Category.ADULT);
            }
        });
    }

    private static String shortened(String shown) {
        return shown.length() <= MOST_LETTERS ? shown : shown.substring(0, MOST_LETTERS);
    }

    /** The storyteller took the person out of what they told, before anything was sent or decided. */
    public void forget(Viewer viewer, ThirdPartyId id) {
        ThirdParty other = requireOwn(viewer, id);
        if (other.outcome() != null || !other.foundBy().equals(viewer.account())) {
            throw Refused.because("others.decided");
        }
        others.remove(other);
        em.flush();
        happened.fire(new OtherForgotten(
                viewer.account().value(), id.value(), other.story().value()));
    }

    /** A reviewer found somebody. The reviewer's claim was checked, and the story's row locked, by the caller. */
    public ThirdPartyId found(Viewer reviewer, StoryId story, String who, Category category) {
        reviewer.require(Permission.REVIEW);
        return add(reviewer, story, null, who, category);
    }

    private ThirdPartyId add(Viewer viewer, StoryId story, UUID picture, String who, Category category) {
        if (who == null || who.isBlank() || who.strip().length() > MOST_LETTERS || category == null) {
            throw Refused.because("others.who_missing");
        }
        if (others.of(story).size() >= MOST) {
            throw Refused.because("error.too_many");
        }
        return keep(viewer, story, picture, who.strip(), category);
    }

    private ThirdPartyId keep(Viewer viewer, StoryId story, UUID picture, String who, Category category) {
        ThirdParty other = new ThirdParty(story, picture, who, category, viewer.account(), clock.instant());
        others.add(other);
        em.flush();
        happened.fire(new OtherFound(viewer.account().value(), other.id().value(), story.value(), category.name()));
        return other.id();
    }

    /**
     * A new code for one of the others, shown once and kept only as its hash; the one before is void. Refused: {@code
     * others.no_code} for a child or somebody who was hurt by a crime.
     */
    public String giveCode(Viewer viewer, ThirdPartyId id) {
        ThirdParty other = requireOwn(viewer, id);
        String code = newCode();
        other.giveCode(hash(code), clock.instant().plus(CODE));
        em.flush();
        happened.fire(new CodeGiven(
                viewer.account().value(), id.value(), other.story().value()));
        return code;
    }

    /** What a code opens, for whoever holds it; {@link NotFound} when it was used, is too old, or never was. */
    public Asked open(String code) {
        ThirdParty other = requireOpen(code);
        return new Asked(other.id(), lastDay(other));
    }

    /**
     * The answer of the person, once. A no hides the story at once and is looked at by a reviewer. {@link NotFound} as with
     * {@link #open}.
     *
     * @param noticeHash of the text that was read
     * @return a code by which they can change their mind later
     */
    public String answer(String code, boolean yes, String noticeHash) {
        ThirdParty found = requireOpen(code);
        lockStory(found);
        ThirdParty other = others.requireLocked(found.id());
        if (!other.opens(clock.instant())) {
            throw new NotFound();
        }
        String later = newCode();
        other.answer(yes, lastDay(other), hash(later), noticeHash, clock.instant());
        em.flush();
        tell(other, yes);
        return later;
    }

    /** They take their yes back; done twice it stays done. {@link NotFound} for a code that never was. */
    public void object(String laterCode) {
        ThirdParty found = others.byLaterCode(hash(laterCode)).orElseThrow(NotFound::new);
        lockStory(found);
        ThirdParty other = others.requireLocked(found.id());
        if (other.outcome() == Outcome.OWN_CONSENT) {
            other.object(clock.instant());
            em.flush();
            tell(other, false);
        }
    }

    private void tell(ThirdParty other, boolean yes) {
        UUID storyteller =
                stories.find(other.story()).orElseThrow().storyteller().value();
        if (yes) {
            happened.fire(
                    new OtherAgreed(null, other.id().value(), other.story().value(), storyteller));
        } else {
            happened.fire(
                    new OtherObjected(null, other.id().value(), other.story().value(), storyteller));
        }
    }

    /**
     * A reviewer decides about one of the others. About somebody who was hurt by a crime two reviewers say the same before it
     * counts; said differently, it begins again. The reviewer's claim was checked, and the story's row locked, by the
     * caller. Refused: {@code others.outcome_missing}, {@code others.reason_missing}.
     *
     * @param story whose review it is; somebody of another story is not there
     */
    public void judge(Viewer reviewer, StoryId story, ThirdPartyId id, Outcome outcome, String reason) {
        reviewer.require(Permission.REVIEW);
        ThirdParty other = others.requireLocked(id);
        if (!other.story().equals(story)) {
            throw new NotFound();
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > 1_000) {
            throw Refused.because("others.reason_missing");
        }
        other.judge(outcome, reason.strip(), reviewer.account(), clock.instant());
        em.flush();
        happened.fire(new OtherJudged(
                reviewer.account().value(), id.value(), other.story().value(), outcome.name()));
    }

    private ThirdParty requireOwn(Viewer viewer, ThirdPartyId id) {
        viewer.require(Permission.TELL_STORIES);
        ThirdParty other = others.find(id).orElseThrow(NotFound::new);
        stories.requireOwnLocked(viewer.account(), other.story());
        return others.requireLocked(id);
    }

    private void lockStory(ThirdParty other) {
        Story story = stories.find(other.story()).filter(one -> !one.erased()).orElseThrow(NotFound::new);
        stories.lock(story);
    }

    private ThirdParty requireOpen(String code) {
        return others.byCode(hash(code))
                .filter(other -> other.opens(clock.instant()))
                .filter(other -> stories.find(other.story())
                        .filter(story -> !story.erased())
                        .isPresent())
                .orElseThrow(NotFound::new);
    }

    /** The storyteller's own last day; the longest time there is while that is not said. */
    private LocalDate lastDay(ThirdParty other) {
        LocalDate most = Times.day(clock.instant()).plusMonths(settings.mostMonths());
        return consents.current(other.story())
                .map(consent -> consent.answers().lastDay())
                .filter(day -> day.isBefore(most) && !day.isBefore(Times.day(clock.instant())))
                .orElse(most);
    }

    private Row row(ThirdParty other) {
        Instant until = Optional.ofNullable(other.codeUntil())
                .filter(clock.instant()::isBefore)
                .orElse(null);
        return new Row(
                other.id(),
                other.picture(),
                other.who(),
                other.category(),
                other.outcome(),
                other.reason(),
                other.settled(Times.day(clock.instant())),
                other.awaitsSecond(),
                until,
                other.answeredAt(),
                other.lastDay());
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** Of the letters and digits alone, so that it may be typed with or without lines and in any case. */
    private static String hash(String code) {
        String plain = code == null ? "" : code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return ConsentEvent.sha256("third party\n" + plain);
    }

    /** What a code opens. */
    public record Asked(ThirdPartyId id, LocalDate lastDay) {}

    /**
     * One of the others.
     *
     * @param picture the one that they are in; null when that is not known
     * @param outcome null while nothing is decided; reason and answeredAt likewise
     * @param settled whether the story may be shown as far as they are concerned
     * @param awaitsSecond whether a second reviewer has to say the same
     * @param codeUntil until when a code that was given out can be used; null without one
     * @param lastDay of their yes; null without one
     */
    public record Row(
            ThirdPartyId id,
            UUID picture,
            String who,
            Category category,
            Outcome outcome,
            String reason,
            boolean settled,
            boolean awaitsSecond,
            Instant codeUntil,
            Instant answeredAt,
            LocalDate lastDay) {}

    public record OtherFound(UUID actor, UUID subject, UUID story, String detail) implements DomainEvent {}

    public record OtherForgotten(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    public record CodeGiven(UUID actor, UUID subject, UUID story) implements DomainEvent {}

    public record OtherAgreed(UUID actor, UUID subject, UUID story, UUID person) implements DomainEvent {}

    /** They said no: the story is hidden, and a reviewer looks at it. */
    public record OtherObjected(UUID actor, UUID subject, UUID story, UUID person) implements StoryHidden {
        @Override
        public boolean ends() {
            return false;
        }
    }

    public record OtherJudged(UUID actor, UUID subject, UUID story, String detail) implements DomainEvent {}
}
