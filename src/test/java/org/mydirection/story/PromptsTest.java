package org.mydirection.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mydirection.plan.AreaOfNeed;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;
import org.mydirection.story.Prompt.Weight;

class PromptsTest {

    private static final String ONE = """
            groups:
              - group: STRENGTHS
                prompts:
                  - key: ours.kettle
                    question: What do you do while the kettle boils?
                    follow_up: Who is there?
                    opener: I stand by the window and...
                    weight: light
                    care: Nothing much.
            """;

    @TempDir
    Path folder;

    private final Prompts builtIn = prompts(Map.of());

    @Test
    void everyAreaOfNeedHasItsPromptsAndSoHaveStrengths() {
        assertThat(builtIn.groups(Locale.UK)).contains(Prompts.STRENGTHS);
        assertThat(builtIn.groups(Locale.UK))
                .containsAll(Arrays.stream(AreaOfNeed.values()).map(Enum::name).toList());
        assertThat(builtIn.of(Locale.UK, "DRUG_USE", false)).hasSize(5);
        assertThat(builtIn.of(Locale.UK, "STRENGTHS", false)).hasSize(15);
    }

    @Test
    void lightOnesComeFirstAndDeepOnesAreNeverAFirstStory() {
        for (String group : builtIn.groups(Locale.UK)) {
            List<Prompt> all = builtIn.of(Locale.UK, group, false);
            assertThat(all).extracting(Prompt::weight).isSorted();
            assertThat(builtIn.of(Locale.UK, group, true))
                    .isNotEmpty()
                    .extracting(Prompt::weight)
                    .doesNotContain(Weight.DEEP);
        }
    }

    @Test
    void staffReplaceTheLibraryByAFileAndItIsReadAgainWhenItChanges() throws Exception {
        Path file = Files.writeString(folder.resolve("prompts-en.yaml"), ONE);
        Prompts own = prompts(Map.of("content.dir", folder.toString()));
        assertThat(own.find(Locale.UK, "ours.kettle"))
                .map(Prompt::question)
                .hasValue("What do you do while the kettle boils?");
        assertThat(own.groups(Locale.UK)).containsExactly("STRENGTHS");

        Files.writeString(file, ONE.replace("the kettle boils", "it rains"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(own.find(Locale.UK, "ours.kettle")).map(Prompt::question).hasValue("What do you do while it rains?");
    }

    @Test
    void aFileThatBecomesWrongLeavesTheLastGoodOne() throws Exception {
        Path file = Files.writeString(folder.resolve("prompts-en.yaml"), ONE);
        Prompts own = prompts(Map.of("content.dir", folder.toString()));
        own.groups(Locale.UK);

        Files.writeString(file, "groups: 7");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        assertThat(own.find(Locale.UK, "ours.kettle")).isPresent();
    }

    @Test
    void aFileThatIsWrongRefusesTheStartAndSaysWhere() throws Exception {
        Files.writeString(
                folder.resolve("prompts-en.yaml"),
                ONE.replace("boils?", "boils").replace("light", "easy").replace("ours.kettle", "Kettle"));

        assertThatThrownBy(
                        () -> prompts(Map.of("content.dir", folder.toString())).check())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("prompts-en.yaml")
                .hasMessageContaining("content.dir")
                .hasMessageContaining("one question mark")
                .hasMessageContaining("light, steady or deep")
                .hasMessageContaining("a key is small letters");
    }

    @Test
    void aKeyThatStandsTwiceIsRefused() {
        String twice = ONE + ONE.substring(ONE.indexOf("      - key"));
        assertThatThrownBy(() -> PromptFile.read(new StringReader(twice)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ours.kettle: the key stands twice");
    }

    private static Prompts prompts(Map<String, String> settings) {
        Prompts prompts = new Prompts();
        prompts.settings = new Settings() {
            @Override
            public Optional<String> find(String name) {
                return Optional.ofNullable(settings.get(name));
            }
        };
        return prompts;
    }
}
