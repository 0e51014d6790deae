package org.mydirection.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Viewer;
import org.mydirection.media.AssetId;
import org.mydirection.story.VersionId;
import org.mydirection.testing.House;
import org.mydirection.visibility.RuleWorld.Act;
import org.mydirection.visibility.RuleWorld.Step;

/**
 * Whatever people do, in whatever order: nobody ever sees what the rule of DESIGN §3 forbids, and nothing that it allows
 * is kept from them. After each step every viewer asks for every story in every way, and the answers are those of {@link
 * RuleModel}. Maven's {@code -Dmodel.tries} says
 * how many sequences; jqwik prints its seed.
 */
class RuleModelTest {

    private static final int STEPS = 40;

    /** {@code -Dmodel.database=POSTGRESQL} for the other one. */
    private static final House.Kind DATABASE =
            House.Kind.valueOf(System.getProperty("model.database", House.Kind.H2.name()));

    private static final Map<String, int[]> ACTS = new TreeMap<>();
    private static long steps;
    private static long visible;
    private static long invisible;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void nobodyEverSeesMoreOrLessThanTheRuleAllows(
            @ForAll("sequences") List<Step> sequence, @ForAll("starts") int start) {
        RuleWorld world = new RuleWorld(House.on(DATABASE), start % 3 == 2 ? 2 : 0);
        world.take(new Step(Act.BEGIN, 0, 0, 0));
        world.take(new Step(Act.BEGIN, 1, 0, 0));
        Random before = new Random(sequence.hashCode());
        for (int i = 0; i < start; i++) {
            world.take(new Step(Act.ADVANCE, i % 2, before.nextInt(256), before.nextInt(256)));
        }
        check(world, new Random(0), 40);
        Random sample = new Random(sequence.hashCode());
        for (Step step : sequence) {
            world.take(step);
            steps++;
            check(world, sample, 12);
        }
        checkFiles(world);
        world.counts.forEach((act, count) -> {
            int[] all = ACTS.computeIfAbsent(act, name -> new int[2]);
            all[0] += count[0];
            all[1] += count[1];
        });
    }

    @Provide
    Arbitrary<Integer> starts() {
        return Arbitraries.integers().between(0, 36);
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        Arbitrary<Act> act = Arbitraries.frequency(
                Tuple.of(40, Act.ADVANCE),
                Tuple.of(2, Act.BEGIN),
                Tuple.of(3, Act.EDIT),
                Tuple.of(7, Act.PERMIT),
                Tuple.of(1, Act.ANSWER),
                Tuple.of(4, Act.TAKE_BACK),
                Tuple.of(2, Act.SEND),
                Tuple.of(2, Act.RECALL),
                Tuple.of(4, Act.BEGIN_AGAIN),
                Tuple.of(1, Act.ERASE),
                Tuple.of(4, Act.CLAIM),
                Tuple.of(2, Act.RELEASE),
                Tuple.of(4, Act.DECIDE),
                Tuple.of(5, Act.HOLD),
                Tuple.of(5, Act.LIFT),
                Tuple.of(2, Act.GATHER),
                Tuple.of(3, Act.ADD),
                Tuple.of(2, Act.REMOVE),
                Tuple.of(3, Act.PUBLISH),
                Tuple.of(2, Act.PAUSE),
                Tuple.of(1, Act.ARCHIVE),
                Tuple.of(4, Act.SUPERVISE),
                Tuple.of(7, Act.EXCLUDE),
                Tuple.of(6, Act.READMIT),
                Tuple.of(1, Act.CLOSE),
                Tuple.of(5, Act.CHANGE_ROLES),
                Tuple.of(4, Act.WAIT),
                Tuple.of(2, Act.TAKE_PURPOSE),
                Tuple.of(2, Act.TAKE_PART),
                Tuple.of(2, Act.ORAL),
                Tuple.of(3, Act.MOVE),
                Tuple.of(6, Act.RECONFIRM),
                Tuple.of(3, Act.RENEW),
                Tuple.of(3, Act.FIND_OTHER),
                Tuple.of(3, Act.ANSWER_OTHER),
                Tuple.of(2, Act.OBJECT),
                Tuple.of(4, Act.JUDGE),
                Tuple.of(2, Act.INVITE),
                Tuple.of(3, Act.AGREE),
                Tuple.of(1, Act.LEAVE),
                Tuple.of(2, Act.GO_ON),
                Tuple.of(1, Act.END_SENTENCE),
                Tuple.of(4, Act.ASK_DAY),
                Tuple.of(4, Act.REDACT),
                Tuple.of(3, Act.FACE_UNKNOWN));
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 255);
        return Combinators.combine(act, number, number, number)
                .as(Step::new)
                .list()
                .ofSize(STEPS);
    }

    /** Lists for all viewers and collections, and some single questions, drawn anew each time. */
    private static void check(RuleWorld world, Random sample, int singles) {
        world.house.inTransaction(() -> {
            for (AccountId person : world.everybody) {
                Viewer viewer = world.viewer(person);
                for (RuleModel.Collection collection : world.model.collections) {
                    checkLists(world, viewer, collection);
                }
            }
            if (!world.model.stories.isEmpty()) {
                for (int i = 0; i < singles; i++) {
                    checkOne(world, sample);
                }
                world.model.stories.forEach(story -> checkOwn(world, world.viewer(story.teller), story));
            }
            world.model.reviews.stream()
                    .filter(review -> review.claimedBy != null && !review.over)
                    .forEach(review -> checkClaim(world, world.viewer(review.claimedBy), review));
            return null;
        });
    }

    private static void checkLists(RuleWorld world, Viewer viewer, RuleModel.Collection collection) {
        Visibility rule = world.house.get(Visibility.class);
        RuleModel model = world.model;
        List<VersionId> listed = rule.list(viewer, collection.id).stream()
                .map(VisibleStory::version)
                .toList();
        assertThat(listed)
                .as("list for %s of %s", viewer, collection.id)
                .containsExactlyElementsOf(
                        versions(collection.stories, story -> model.published(viewer.account(), collection, story)));
        List<VersionId> gatherable = rule.gatherable(viewer, collection.id, 100).stream()
                .map(VisibleStory::version)
                .toList();
        assertThat(gatherable)
                .as("gatherable for %s of %s", viewer, collection.id)
                .containsExactlyInAnyOrderElementsOf(
                        versions(model.stories, story -> model.gathering(viewer.account(), collection, story)));
    }

    private static List<VersionId> versions(
            List<RuleModel.Story> stories, Function<RuleModel.Story, Optional<VersionId>> rule) {
        List<VersionId> versions = new ArrayList<>();
        for (RuleModel.Story story : stories) {
            Optional<VersionId> version = rule.apply(story);
            version.ifPresent(versions::add);
            count(version.isPresent());
        }
        return versions;
    }

    /** Any viewer, as they are now or as they were when their request began, any story, any way. */
    private static void checkOne(RuleWorld world, Random sample) {
        AccountId person = RuleWorld.pick(world.everybody, sample.nextInt(100));
        Viewer viewer = sample.nextBoolean() ? world.viewer(person) : world.atTheBeginning.get(person);
        RuleModel.Story story = RuleWorld.pick(world.model.stories, sample.nextInt(100));
        switch (sample.nextInt(4)) {
            case 0 -> checkOwn(world, viewer, story);
            case 1 -> {
                if (!world.model.reviews.isEmpty()) {
                    checkClaim(world, viewer, RuleWorld.pick(world.model.reviews, sample.nextInt(100)));
                }
            }
            default -> {
                if (!world.model.collections.isEmpty()) {
                    checkThrough(world, viewer, RuleWorld.pick(world.model.collections, sample.nextInt(100)), story);
                }
            }
        }
    }

    private static void checkOwn(RuleWorld world, Viewer viewer, RuleModel.Story story) {
        compare(world, viewer, new Through.Own(), story, may(viewer, world, world.model.own(viewer.account(), story)));
    }

    private static void checkClaim(RuleWorld world, Viewer viewer, RuleModel.Review review) {
        for (RuleModel.Story story : world.model.stories) {
            compare(
                    world,
                    viewer,
                    new Through.Claim(review.id),
                    story,
                    may(viewer, world, world.model.claimed(viewer.account(), review, story)));
        }
    }

    private static void checkThrough(
            RuleWorld world, Viewer viewer, RuleModel.Collection collection, RuleModel.Story story) {
        RuleModel model = world.model;
        compare(
                world,
                viewer,
                new Through.Published(collection.id),
                story,
                model.published(viewer.account(), collection, story));
        compare(
                world,
                viewer,
                new Through.Gathering(collection.id),
                story,
                model.gathering(viewer.account(), collection, story));
    }

    /** A role that was given since the request began opens no door in it. */
    private static Optional<VersionId> may(Viewer viewer, RuleWorld world, Optional<VersionId> now) {
        boolean asBefore = viewer.roles().containsAll(world.model.people.get(viewer.account()).roles);
        boolean same = asBefore || world.model.people.get(viewer.account()).closed;
        return same
                ? now
                : now.filter(version -> viewer.roles().stream()
                        .anyMatch(role ->
                                world.model.people.get(viewer.account()).roles.contains(role)));
    }

    private static void compare(
            RuleWorld world, Viewer viewer, Through through, RuleModel.Story story, Optional<VersionId> expected) {
        assertThat(world.house.get(Visibility.class).see(viewer, through, story.id))
                .as("%s by %s of %s", through, viewer, story.id)
                .isEqualTo(expected);
        count(expected.isPresent());
    }

    /** At the end of a sequence: every file, for everybody, in every way. */
    private static void checkFiles(RuleWorld world) {
        RuleModel model = world.model;
        world.house.inTransaction(() -> {
            for (RuleModel.Story story : model.stories) {
                for (AccountId person : world.everybody) {
                    Viewer viewer = world.viewer(person);
                    compareFiles(world, viewer, new Through.Own(), story, ownFiles(model, person, story));
                    for (RuleModel.Review review : model.reviews) {
                        compareFiles(
                                world,
                                viewer,
                                new Through.Claim(review.id),
                                story,
                                filesOf(story, model.claimed(person, review, story)));
                    }
                    for (RuleModel.Collection collection : model.collections) {
                        compareFiles(
                                world,
                                viewer,
                                new Through.Published(collection.id),
                                story,
                                shownOf(model, story, model.published(person, collection, story)));
                        compareFiles(
                                world,
                                viewer,
                                new Through.Gathering(collection.id),
                                story,
                                shownOf(model, story, model.gathering(person, collection, story)));
                    }
                }
            }
            return null;
        });
    }

    /** One's own story is seen in all its versions. */
    private static List<AssetId> ownFiles(RuleModel model, AccountId person, RuleModel.Story story) {
        return model.own(person, story).isEmpty()
                ? List.of()
                : story.versions.stream()
                        .flatMap(version -> version.files.stream())
                        .distinct()
                        .toList();
    }

    private static List<AssetId> filesOf(RuleModel.Story story, Optional<VersionId> seen) {
        return story.versions.stream()
                .filter(version -> seen.filter(version.id::equals).isPresent())
                .flatMap(version -> version.files.stream())
                .toList();
    }

    private static List<AssetId> shownOf(RuleModel model, RuleModel.Story story, Optional<VersionId> seen) {
        return story.versions.stream()
                .filter(version -> seen.filter(version.id::equals).isPresent())
                .flatMap(version -> model.files(story, version).stream())
                .toList();
    }

    private static void compareFiles(
            RuleWorld world, Viewer viewer, Through through, RuleModel.Story story, List<AssetId> expected) {
        story.versions.stream()
                .flatMap(version -> version.files.stream())
                .distinct()
                .forEach(file -> {
                    boolean seen = world.house
                            .get(Visibility.class)
                            .seeFile(viewer, through, file)
                            .isPresent();
                    assertThat(seen)
                            .as("a file of %s, %s by %s", story.id, through, viewer)
                            .isEqualTo(expected.contains(file));
                    count(seen);
                });
    }

    private static void count(boolean seen) {
        if (seen) {
            visible++;
        } else {
            invisible++;
        }
    }

    /** A run in which hardly anything was ever visible would prove little. */
    @AfterContainer
    static void tellAndRequireThatMuchWasVisible() {
        StringBuilder acts = new StringBuilder();
        ACTS.forEach((act, count) -> acts.append(' ')
                .append(act)
                .append('=')
                .append(count[0])
                .append('/')
                .append(count[0] + count[1]));
        System.out.printf(
                "Rule of visibility: %d steps, %d answers visible, %d invisible; accepted of tried:%s%n",
                steps, visible, invisible, acts);
        assertThat(visible).isGreaterThan(steps);
        assertThat(invisible).isGreaterThan(steps);
    }
}
