package org.mydirection.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mydirection.testing.ReadingAge;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ContentTest {

    private static final List<String> READ_BY_A_STORYTELLER = List.of(
            "title",
            "text",
            "question",
            "follow_up",
            "opener",
            "risk",
            "ask",
            "say",
            "again",
            "label",
            "no_label",
            "yes_label");

    @Test
    void theNoticeHasItsPartsAndEachPurposeOnce() throws IOException {
        Map<?, ?> notice = (Map<?, ?>) load("notice-1-en.yaml");
        assertThat(notice.keySet().stream().map(String::valueOf))
                .contains("version", "summary", "topics", "purposes", "details", "receipt", "messages");
        assertThat(((List<?>) notice.get("purposes"))
                        .stream()
                                .map(purpose -> ((Map<?, ?>) purpose).get("purpose"))
                                .filter(Objects::nonNull))
                .map(String::valueOf)
                .containsExactly(
                        "OWN_SUPERVISION",
                        "OTHER_PEOPLE_SUPERVISION",
                        "GROUP",
                        "RECEPTION_SCREEN",
                        "STAFF_TRAINING",
                        "COMMUNITY_PARTNER",
                        "EVALUATION");
    }

    @Test
    void eachPurposeSaysItsRiskAndAsksWithBothAnswers() throws IOException {
        Map<?, ?> notice = (Map<?, ?>) load("notice-1-en.yaml");
        assertThat((List<?>) notice.get("purposes"))
                .map(purpose -> (Map<?, ?>) purpose)
                .filteredOn(purpose -> purpose.get("purpose") != null)
                .allSatisfy(purpose -> assertThat(Stream.of("title", "text", "risk", "ask", "no_label", "yes_label")
                                .map(purpose::get))
                        .doesNotContainNull());
    }

    @Test
    void everyPromptAsksOneQuestionAndHasItsWeight() throws IOException {
        List<Map<?, ?>> prompts = parts(load("prompts-en.yaml")).stream()
                .filter(part -> part.containsKey("question"))
                .toList();
        assertThat(prompts).hasSize(55).allSatisfy(prompt -> {
            assertThat(String.valueOf(prompt.get("question"))).matches("[^?]+\\?");
            assertThat(String.valueOf(prompt.get("weight"))).isIn("light", "steady", "deep");
        });
    }

    @Test
    void theWelshPromptsAreTheSameOnes() throws IOException {
        assertThat(prompts("prompts-cy.yaml")).isEqualTo(prompts("prompts-en.yaml"));
    }

    /** Each key with its weight and its note for staff, in the order of the file. */
    private static List<String> prompts(String file) throws IOException {
        return parts(load(file)).stream()
                .filter(part -> part.containsKey("question"))
                .map(part -> part.get("key") + " " + part.get("weight") + " " + part.get("care"))
                .toList();
    }

    @Test
    void everyReasonHasAStageAndWordsForTheStoryteller() throws IOException {
        assertThat(parts(load("policy-reasons.yaml")).stream().filter(part -> part.containsKey("key")))
                .hasSize(20)
                .allSatisfy(reason -> {
                    assertThat(String.valueOf(reason.get("stage"))).isIn("C", "T");
                    assertThat(reason.get("say")).isNotNull();
                });
    }

    @Test
    void theWelshReasonsAreTheSameOnes() throws IOException {
        assertThat(reasons("policy-reasons-cy.yaml")).isEqualTo(reasons("policy-reasons.yaml"));
    }

    /** Each key, and whether it has all that is read of it, in the order of the file. */
    private static List<String> reasons(String file) throws IOException {
        return parts(load(file)).stream()
                .filter(part -> part.containsKey("key"))
                .map(part -> part.get("key") + " " + part.containsKey("covers") + part.containsKey("do")
                        + part.containsKey("say"))
                .toList();
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String file : List.of(
                "notice-1-en.yaml",
                "notice-1-cy.yaml",
                "notice-1-en-easy.yaml",
                "notice-1-cy-easy.yaml",
                "prompts-en.yaml",
                "policy-reasons.yaml",
                "policy-reasons-cy.yaml")) {
            assertThat(parts(load(file)).stream().map(part -> part.get("key")).filter(Objects::nonNull))
                    .as(file)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aStorytellerReadsAllOfItAtTheAgeOfNine() throws IOException {
        for (String file : List.of("notice-1-en.yaml", "prompts-en.yaml", "policy-reasons.yaml")) {
            assertThat(parts(load(file)))
                    .filteredOn(part -> !"staff".equals(part.get("audience")))
                    .allSatisfy(part -> assertThat(ReadingAge.of(words(part)))
                            .as("%s %s", file, part.get("key"))
                            .isLessThanOrEqualTo(9.0));
        }
    }

    private static String words(Map<?, ?> part) {
        return String.join(
                "\n",
                READ_BY_A_STORYTELLER.stream()
                        .map(part::get)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList());
    }

    /** Every mapping of the file, at whatever depth. */
    private static List<Map<?, ?>> parts(Object node) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (node instanceof Map<?, ?> part) {
            found.add(part);
            part.values().forEach(value -> found.addAll(parts(value)));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> found.addAll(parts(value)));
        }
        return found;
    }

    private static Object load(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/content", file), UTF_8)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        }
    }
}
