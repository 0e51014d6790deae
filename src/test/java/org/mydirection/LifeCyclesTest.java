package org.mydirection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mydirection.collection.CollectionStatus;
import org.mydirection.consent.ConsentStatus;
import org.mydirection.moderation.ReviewStatus;
import org.mydirection.plan.AgreementStatus;
import org.mydirection.plan.GoalStatus;
import org.mydirection.story.VersionStatus;
import org.mydirection.supervision.PresentationStatus;

/** The moves of every life cycle of DESIGN §4, written down once more by hand; every pair that is not here is refused. */
class LifeCyclesTest {

    private static final Set<String> VERSION = Set.of(
            "DRAFT SUBMITTED",
            "SUBMITTED DRAFT",
            "SUBMITTED IN_REVIEW",
            "IN_REVIEW CHANGES_REQUESTED",
            "IN_REVIEW APPROVED",
            "IN_REVIEW DECLINED",
            // taken back while it is being checked
            "IN_REVIEW DRAFT",
            "APPROVED SUPERSEDED");

    private static final Set<String> CONSENT = Set.of(
            "DRAFT OFFERED",
            "DRAFT SUPERSEDED",
            // an answer changed: it was not this that was shown
            "OFFERED DRAFT",
            "OFFERED ACTIVE",
            "OFFERED DECLINED",
            "OFFERED SUPERSEDED",
            "OFFERED VOID",
            "ACTIVE SUSPENDED",
            "ACTIVE WITHDRAWN",
            "ACTIVE EXPIRED",
            "ACTIVE SUPERSEDED",
            "ACTIVE VOID",
            "SUSPENDED ACTIVE",
            "SUSPENDED WITHDRAWN",
            "SUSPENDED EXPIRED",
            "SUSPENDED SUPERSEDED",
            "SUSPENDED VOID");

    private static final Set<String> REVIEW = Set.of(
            "OPEN CLAIMED",
            "OPEN MOOT",
            "CLAIMED OPEN",
            // the same reviewer goes on, or another takes what lapsed
            "CLAIMED CLAIMED",
            "CLAIMED DECIDED",
            "CLAIMED MOOT");

    private static final Set<String> COLLECTION = Set.of(
            "DRAFT PUBLISHED",
            "DRAFT ARCHIVED",
            "PUBLISHED PAUSED",
            "PUBLISHED ARCHIVED",
            "PAUSED PUBLISHED",
            "PAUSED ARCHIVED");

    private static final Set<String> PRESENTATION =
            Set.of("LIVE ENDED", "LIVE STOPPED_BY_WITHDRAWAL", "LIVE STOPPED_BY_STAFF");

    private static final Set<String> GOAL = Set.of(
            "ACTIVE FUTURE",
            "ACTIVE ACHIEVED",
            "ACTIVE REMOVED",
            "FUTURE ACTIVE",
            "FUTURE REMOVED",
            "ACHIEVED ACTIVE",
            "REMOVED ACTIVE");

    private static final Set<String> AGREEMENT = Set.of(
            "DRAFT AGREED",
            "DRAFT DO_NOT_AGREE",
            "DRAFT COULD_NOT_ANSWER",
            "COULD_NOT_ANSWER AGREED",
            "COULD_NOT_ANSWER DO_NOT_AGREE",
            "AGREED UPDATED_AGREED",
            "AGREED UPDATED_DO_NOT_AGREE",
            "DO_NOT_AGREE UPDATED_AGREED",
            "DO_NOT_AGREE UPDATED_DO_NOT_AGREE",
            "UPDATED_AGREED UPDATED_AGREED",
            "UPDATED_AGREED UPDATED_DO_NOT_AGREE",
            "UPDATED_DO_NOT_AGREE UPDATED_AGREED",
            "UPDATED_DO_NOT_AGREE UPDATED_DO_NOT_AGREE");

    static Stream<Arguments> pairs() {
        return Stream.of(
                        pairs(VersionStatus.values(), VersionStatus::mayBecome, VERSION),
                        pairs(ConsentStatus.values(), ConsentStatus::mayBecome, CONSENT),
                        pairs(ReviewStatus.values(), ReviewStatus::mayBecome, REVIEW),
                        pairs(CollectionStatus.values(), CollectionStatus::mayBecome, COLLECTION),
                        pairs(PresentationStatus.values(), PresentationStatus::mayBecome, PRESENTATION),
                        pairs(GoalStatus.values(), GoalStatus::mayBecome, GOAL),
                        pairs(AgreementStatus.values(), AgreementStatus::mayBecome, AGREEMENT))
                .flatMap(all -> all);
    }

    private static <E extends Enum<E>> Stream<Arguments> pairs(E[] all, BiPredicate<E, E> may, Set<String> legal) {
        return Stream.of(all).flatMap(from -> Stream.of(all)
                .map(to -> Arguments.of(
                        from.getDeclaringClass().getSimpleName() + ": " + from + " to " + to,
                        may.test(from, to),
                        legal.contains(from + " " + to))));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("pairs")
    void aMoveIsLegalOnlyIfItIsWrittenHere(String move, boolean allowed, boolean legal) {
        assertThat(allowed).as(move).isEqualTo(legal);
    }
}
