package org.mydirection.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mydirection.testing.ReadingAge;
import org.mydirection.web.story.BeforePage;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The notice in two languages and two forms says the same: nothing that limits what stays private is lost on the way. */
class NoticeContentTest {

    private static final String ENGLISH = "en";
    private static final List<String> OTHERS = List.of("cy", "en-easy", "cy-easy");

    /** The limits that stand one by one before a first story, by a few words of what the notice says of each. */
    private static final Map<String, List<String>> ONE_BY_ONE = Map.of(
            "en",
            List.of(
                    "badly hurt, and that may be you",
                    "a child is being hurt, or is not safe",
                    "an adult who needs care",
                    "plans to do serious harm",
                    "serious crime",
                    "order us to hand things over",
                    "could affect your case"),
            "cy",
            List.of(
                    "gael niwed difrifol, ac efallai mai chi yw hwnnw",
                    "plentyn yn cael ei frifo",
                    "oedolyn sydd angen gofal",
                    "bwriadu gwneud niwed difrifol",
                    "nad yw’r heddlu’n gwybod amdani",
                    "orchymyn i ni roi pethau iddo",
                    "effeithio ar eich achos"));

    /** Everything in the limits of confidentiality, by a few words of it. */
    private static final Map<String, List<String>> LIMITS = Map.of(
            "en",
            List.of(
                    "badly hurt",
                    "that may be you",
                    "a child is being hurt",
                    "an adult who needs care",
                    "plans to do serious harm",
                    "serious crime that the police do not know about",
                    "order us to hand things over",
                    "only what is needed",
                    "the police",
                    "a social worker",
                    "probation manager",
                    "could affect your case",
                    "We try to tell you first",
                    "puts someone at risk",
                    "take your story back, this does not stop",
                    "say to staff",
                    "lawyer first",
                    "at night",
                    "weekends",
                    "999"),
            "cy",
            List.of(
                    "niwed difrifol",
                    "efallai mai chi yw hwnnw",
                    "plentyn yn cael ei frifo",
                    "oedolyn sydd angen gofal",
                    "bwriadu gwneud niwed difrifol",
                    "trosedd ddifrifol nad yw’r heddlu’n gwybod amdani",
                    "orchymyn i ni roi pethau iddo",
                    "Dim ond yr hyn sydd ei angen",
                    "yr heddlu",
                    "gweithiwr cymdeithasol",
                    "eolwr prawf",
                    "Gallai hyn effeithio ar eich achos",
                    "ceisio dweud wrthych chi’n gyntaf",
                    "rhoi rhywun mewn perygl",
                    "tynnwch chi eich stori’n ôl, nid yw hyn yn stopio",
                    "dweud wrth staff",
                    "chyfreithiwr yn gyntaf",
                    "yn y nos",
                    "penwythnos",
                    "999"));

    @Test
    void everyFormHasEveryTopicAndPurposeInTheSameOrder() {
        for (String form : OTHERS) {
            assertThat(keys(form, "topics")).as(form).isEqualTo(keys(ENGLISH, "topics"));
            assertThat(keys(form, "purposes")).as(form).isEqualTo(keys(ENGLISH, "purposes"));
            assertThat(list(form, "purposes"))
                    .as(form)
                    .filteredOn(purpose -> purpose.get("purpose") != null)
                    .allSatisfy(purpose -> assertThat(Stream.of("title", "text", "risk", "ask", "no_label", "yes_label")
                                    .map(purpose::get))
                            .doesNotContainNull());
        }
    }

    @Test
    void noLimitOfConfidentialityIsMissingInAnyForm() {
        for (String form : List.of("en", "en-easy", "cy", "cy-easy")) {
            assertThat(topic(form, "topic.must_act")).as(form).contains(LIMITS.get(form.substring(0, 2)));
        }
    }

    @Test
    void whatStandsOneByOneBeforeAFirstStorySaysWhatTheNoticeSays() {
        ONE_BY_ONE.forEach((language, limits) -> {
            List<String> sentences = BeforePage.sentences(new Words(() -> Locale.forLanguageTag(language)));
            for (int limit = 0; limit < limits.size(); limit++) {
                assertThat(topic(language, "topic.must_act")).contains(limits.get(limit));
                assertThat(sentences.get(limit)).contains(limits.get(limit));
            }
            assertThat(sentences).allMatch(sentence -> sentence.split("[.?!]").length == 1);
        });
    }

    /** The list of what staff must act on is the same to the letter in both forms of a language. */
    @Test
    void theListOfWhatStaffMustActOnIsTheSameInBothForms() {
        for (String language : List.of("en", "cy")) {
            assertThat(items(topic(language, "topic.must_act"))).hasSize(5);
            assertThat(items(topic(language + "-easy", "topic.must_act")))
                    .startsWith(items(topic(language, "topic.must_act")).toArray(String[]::new));
        }
    }

    @Test
    void everyNumberAndEveryPlaceholderOfATopicIsInEveryForm() {
        for (Map<?, ?> part : list(ENGLISH, "topics")) {
            String key = String.valueOf(part.get("key"));
            for (String form : OTHERS) {
                assertThat(marks(topic(form, key)))
                        .as("%s %s", form, key)
                        .containsAll(marks(topic(ENGLISH, key)))
                        .allMatch(mark -> !mark.startsWith("{")
                                || marks(topic(ENGLISH, key)).contains(mark));
            }
        }
        for (Map<?, ?> part : list(ENGLISH, "purposes")) {
            String key = String.valueOf(part.get("key"));
            for (String form : OTHERS) {
                assertThat(marks(part(form, "purposes", key)))
                        .as("%s %s", form, key)
                        .isEqualTo(marks(part(ENGLISH, "purposes", key)));
            }
        }
    }

    @Test
    void whatIsFilledInIsThereInEveryForm() {
        for (String form : List.of("en", "en-easy", "cy", "cy-easy")) {
            assertThat(((Map<?, ?>) load(form).get("fills")).keySet().stream().map(String::valueOf))
                    .as(form)
                    .containsExactly("office", "partner", "legal_basis_sentence");
        }
    }

    @Test
    void noTextSaysWhatOnlyTheTranslatorShouldRead() {
        for (String form : List.of("en", "en-easy", "cy", "cy-easy")) {
            assertThat(words(load(form))).as(form).doesNotContain("# ?").doesNotContain("\"");
        }
    }

    /** Each line of easy read is one idea: short, and of one or two sentences; three only where each is tiny. */
    @Test
    void easyReadIsShortSentencesOneIdeaALine() {
        for (String form : List.of("en-easy", "cy-easy")) {
            assertThat(sentences(form))
                    .allSatisfy(sentence ->
                            assertThat(sentence.split(" ").length).as(sentence).isLessThanOrEqualTo(15));
            assertThat(lines(form)).allSatisfy(line -> assertThat(line.split("[.?!](\\s|$)").length)
                    .as(line)
                    .isLessThanOrEqualTo(3));
            assertThat(perSentence(form)).isLessThan(perSentence(form.substring(0, 2)));
        }
    }

    /** By {@link ReadingAge}: for English. The Welsh is held by the length of its sentences. */
    @Test
    void easyReadReadsAtTheAgeOfNineTopicByTopic() {
        Map<String, Double> ages = new LinkedHashMap<>();
        for (String group : List.of("topics", "purposes")) {
            for (Map<?, ?> part : list("en-easy", group)) {
                ages.put(String.valueOf(part.get("key")), ReadingAge.of(words(part)));
            }
        }
        ages.put("summary", ReadingAge.of(words(load("en-easy").get("summary"))));
        Map.Entry<String, Double> hardest =
                ages.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "reading age of the notice (grade of Flesch and Kincaid 1975, plus 5): in full %.1f, easy read %.1f, hardest part"
                        + " of easy read %.1f (%s); words a sentence: full %.1f, easy read %.1f, Welsh %.1f, Welsh easy read"
                        + " %.1f%n",
                ReadingAge.of(shown("en")),
                ReadingAge.of(shown("en-easy")),
                hardest.getValue(),
                hardest.getKey(),
                perSentence("en"),
                perSentence("en-easy"),
                perSentence("cy"),
                perSentence("cy-easy"));
        assertThat(ages).allSatisfy((key, age) -> assertThat(age).as(key).isLessThanOrEqualTo(9.0));
        assertThat(ReadingAge.of(shown("en-easy"))).isLessThanOrEqualTo(9.0);
    }

    private static String shown(String form) {
        return Stream.of("summary", "topics", "purposes")
                .map(group -> words(load(form).get(group)))
                .collect(Collectors.joining("\n"));
    }

    private static double perSentence(String form) {
        return sentences(form).stream()
                .mapToInt(one -> one.split(" ").length)
                .average()
                .orElseThrow();
    }

    private static List<String> sentences(String form) {
        return lines(form).stream()
                .flatMap(line -> Arrays.stream(line.split("(?<=[.?!])\\s")))
                .toList();
    }

    private static List<String> lines(String form) {
        return shown(form)
                .lines()
                .map(line -> line.replaceFirst("^[-#] ", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> items(String text) {
        return text.lines().filter(line -> line.startsWith("- ")).toList();
    }

    private static Set<String> marks(Object part) {
        return Pattern.compile("\\{[a-z_]+}|\\d[\\d ]{2,}")
                .matcher(part instanceof String text ? text : words(part))
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String topic(String form, String key) {
        return words(part(form, "topics", key));
    }

    private static Map<?, ?> part(String form, String group, String key) {
        return list(form, group).stream()
                .filter(one -> key.equals(one.get("key")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(String form, String group) {
        return list(form, group).stream()
                .map(one -> one.get("key") + " " + one.get("purpose"))
                .toList();
    }

    private static List<Map<?, ?>> list(String form, String group) {
        List<Map<?, ?>> parts = new ArrayList<>();
        ((List<?>) load(form).get(group)).forEach(part -> parts.add((Map<?, ?>) part));
        return parts;
    }

    /** All texts that are read of a part, at whatever depth, one a line. */
    private static String words(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(NoticeContentTest::words).collect(Collectors.joining("\n"));
        }
        if (node instanceof Map<?, ?> part) {
            return Stream.of(
                            "title",
                            "text",
                            "risk",
                            "ask",
                            "no_label",
                            "yes_label",
                            "label",
                            "summary",
                            "topics",
                            "purposes",
                            "sections")
                    .map(part::get)
                    .filter(Objects::nonNull)
                    .map(NoticeContentTest::words)
                    .collect(Collectors.joining("\n"));
        }
        return String.valueOf(node);
    }

    private static Map<?, ?> load(String form) {
        Path file = Path.of("src/main/resources/content", "notice-1-" + form + ".yaml");
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
