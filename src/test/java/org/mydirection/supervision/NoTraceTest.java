package org.mydirection.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mydirection.collection.CollectionId;
import org.mydirection.collection.Curation;
import org.mydirection.consent.Change;
import org.mydirection.consent.Purpose;
import org.mydirection.consent.Suspending;
import org.mydirection.consent.TakingBack;
import org.mydirection.governance.Holding;
import org.mydirection.identity.AccountId;
import org.mydirection.identity.Viewer;
import org.mydirection.moderation.Sending;
import org.mydirection.moderation.Stage;
import org.mydirection.plan.GoalId;
import org.mydirection.shared.NotFound;
import org.mydirection.shared.Refused;
import org.mydirection.story.SceneId;
import org.mydirection.story.Stories;
import org.mydirection.story.StoryHold;
import org.mydirection.story.StoryId;
import org.mydirection.story.StoryWriting;
import org.mydirection.testing.Cast;
import org.mydirection.testing.House;
import org.mydirection.testing.OnBothDatabases;
import org.mydirection.visibility.Through;

/**
 * A refusal leaves no trace. Every use case is asked by the storyteller's own practitioner, found by its parameter {@link
 * Viewer} so that a new one is asked too, each in a transaction that is rolled back; what it answers is the same whether a
 * story was never asked about, was refused, or was said yes to and taken back. {@code NoTraceJourney} walks the pages.
 */
@OnBothDatabases
class NoTraceTest {

    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final List<Class<?>> USE_CASES = findUseCases();

    private final House house;
    private final Cast cast;
    private final GoalId goal;
    private final StoryId stays;
    private final CollectionId published;
    private final CollectionId draft;
    private final PresentationId presentation;
    private final Set<String> skipped = new TreeSet<>();

    NoTraceTest(House house, Cast cast) {
        this.house = house;
        this.cast = cast;
        this.goal = cast.goal(cast.ruth(), cast.maya);
        this.stays = cast.approvedStory(cast.maya(), "Staying");
        this.published = cast.mayasCollection(goal, stays);
        this.draft = cast.collection(cast.ruth(), cast.maya, goal);
        this.presentation = house.get(Presenting.class).start(cast.ruth(), published, goal, false);
    }

    @Test
    void aRefusalATakingBackAndNoQuestionAtAllAreTheSameInEveryAnswerThatAPractitionerGets() {
        StoryId story = cast.story(cast.maya(), "Nobody asked");
        Map<String, String> neverAsked = everything(story);

        cast.permit(cast.maya(), story);
        assertSame(neverAsked, everything(story), "refused");

        cast.permit(cast.maya(), story, Purpose.OWN_SUPERVISION);
        house.get(Sending.class).send(cast.maya(), story);
        cast.pass(cast.priya(), Stage.CONSENT);
        cast.pass(cast.alan(), Stage.CONTENT);
        assertThat(everything(story)).as("while it can be seen").isNotEqualTo(neverAsked);
        house.get(TakingBack.class).takeBack(cast.maya(), story);
        assertSame(neverAsked, everything(story), "withdrew");

        assertThat(neverAsked).hasSizeGreaterThan(150);
        System.out.printf(
                "A practitioner asked %d things: all the same. Not asked, for want of an answer to give: %s%n",
                neverAsked.size(), skipped);
    }

    /** Where it was in a collection, the gap says nothing of why. */
    @Test
    void aGapIsTheSameWhyeverItIsThere() {
        StoryId story = cast.approvedStory(cast.maya(), "In a set");
        house.get(Curation.class).pause(cast.ruth(), published);
        house.get(Curation.class).add(cast.ruth(), published, story);
        house.get(Curation.class).publish(cast.ruth(), published);

        house.inTransaction(() -> {
            house.get(Stories.class).lockAll(List.of(story));
            house.get(Suspending.class).suspend(story, Change.REDACTION, null);
            return null;
        });
        Map<String, String> onHold = everything(story);
        house.get(Suspending.class).reconfirm(cast.maya(), story, Locale.UK);
        assertThat(everything(story)).as("while it can be seen").isNotEqualTo(onHold);

        house.get(Holding.class).place(cast.grace(), story, StoryHold.Kind.LEGAL, "asked for by a court");
        assertSame(onHold, everything(story), "held by staff");

        house.get(TakingBack.class).takeBack(cast.maya(), story);
        assertSame(onHold, everything(story), "withdrew");
    }

    private Map<String, String> everything(StoryId story) {
        Map<String, String> answers = new TreeMap<>();
        Map<Class<?>, List<?>> known = known(story);
        Set<String> ids = new TreeSet<>();
        known.values()
                .forEach(values -> values.forEach(
                        value -> UUIDS.matcher(String.valueOf(value)).results().forEach(hit -> ids.add(hit.group()))));
        for (Class<?> useCase : USE_CASES) {
            Stream.of(useCase.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Viewer.class)
                    .sorted(Comparator.comparing(Method::toGenericString))
                    .forEach(method -> all(method, known)
                            .forEach(values -> answers.put(
                                    useCase.getSimpleName() + "." + method.getName() + values,
                                    ask(method, values, ids))));
        }
        return answers;
    }

    private static List<Class<?>> findUseCases() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes/org/mydirection")).stream()
                        .filter(type -> type.isAnnotatedWith(ApplicationScoped.class))
                        .filter(type -> !type.getPackageName().contains(".web")
                                && !type.getPackageName().contains(".media")
                                && !type.getPackageName().contains(".launch"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private Map<Class<?>, List<?>> known(StoryId story) {
        List<SceneId> scenes = house.get(StoryWriting.class).read(cast.maya(), story).scenes().stream()
                .map(scene -> scene.id())
                .limit(1)
                .toList();
        return Map.ofEntries(
                Map.entry(StoryId.class, List.of(story)),
                Map.entry(CollectionId.class, List.of(published, draft)),
                Map.entry(AccountId.class, List.of(cast.maya, cast.ruth)),
                Map.entry(GoalId.class, List.of(goal)),
                Map.entry(PresentationId.class, List.of(presentation)),
                Map.entry(SceneId.class, scenes),
                Map.entry(Through.class, List.of(new Through.Published(published), new Through.Gathering(draft))),
                Map.entry(String.class, List.of("X000001", "priya", "")),
                Map.entry(Locale.class, List.of(Locale.UK)),
                Map.entry(LocalDate.class, List.of(house.clock().today().plusDays(1))),
                Map.entry(boolean.class, List.of(true)),
                Map.entry(int.class, List.of(0)),
                Map.entry(UUID.class, List.of(story.value())),
                Map.entry(Set.class, List.of(Set.of())),
                Map.entry(List.class, List.of(List.of())),
                Map.entry(Viewer.class, List.of(cast.ruth())));
    }

    /** Every choice of what is known for its parameters; none where something is not known. */
    private List<List<Object>> all(Method method, Map<Class<?>, List<?>> known) {
        List<List<Object>> choices = List.of(List.of());
        for (Class<?> type : method.getParameterTypes()) {
            List<?> values = known.getOrDefault(type, type.isEnum() ? List.of(type.getEnumConstants()[0]) : List.of());
            if (values.isEmpty()) {
                skipped.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            }
            List<List<Object>> longer = new ArrayList<>();
            choices.forEach(before -> values.forEach(value -> {
                List<Object> more = new ArrayList<>(before);
                more.add(value);
                longer.add(more);
            }));
            choices = longer;
        }
        return choices;
    }

    private String ask(Method method, List<Object> values, Set<String> ids) {
        String[] answer = {""};
        try {
            house.inTransaction(() -> {
                answer[0] = answer(method, values);
                throw new RolledBack();
            });
        } catch (RolledBack expected) {
            // Nothing that was asked leaves anything behind.
        }
        // What was made for this answer alone has another id each time, and a class without words of its own another
        // hash.
        return UUIDS.matcher(answer[0])
                .replaceAll(hit -> ids.contains(hit.group()) ? hit.group() : "?")
                .replaceAll("@[0-9a-f]{4,8}", "@");
    }

    private String answer(Method method, List<Object> values) {
        try {
            return String.valueOf(method.invoke(house.get(method.getDeclaringClass()), values.toArray()));
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            return cause instanceof Refused refused
                    ? refused.refusals().toString()
                    : cause instanceof NotFound ? "not there" : cause.getClass().getName();
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static void assertSame(Map<String, String> before, Map<String, String> after, String when) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((asked, answer) ->
                assertThat(after.get(asked)).as("%s when %s", asked, when).isEqualTo(answer));
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
