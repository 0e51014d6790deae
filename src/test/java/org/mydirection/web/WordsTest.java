package org.mydirection.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mydirection.shared.Refusal;
import org.mydirection.testing.ReadingAge;

class WordsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path BUNDLE = MAIN.resolve("resources/org/mydirection/messages.properties");
    private static final Path WELSH = MAIN.resolve("resources/org/mydirection/messages_cy.properties");
    private static final Path WAITING = Path.of("src/test/resources/words-waiting.txt");

    /** words['key'], words.with('key', …), words.get("key"), messages.done("key", …): in pages and in Java. */
    private static final Pattern KEY = Pattern.compile(
            "(?:words\\s*\\[|words\\.with\\(|words\\.get\\(|messages\\.done\\()\\s*['\"]([^'\"]+)['\"]");

    /** words.of('group', constant, 'part'). */
    private static final Pattern GROUP = Pattern.compile(
            "words\\.of\\(\\s*['\"]([^'\"]+)['\"]\\s*,[^()]*(?:\\([^()]*\\))?[^()]*,\\s*['\"]([^'\"]+)['\"]");

    /** Refusal.of("code", …), Refused.because("code", …), words.both('code', …). */
    private static final Pattern CODE =
            Pattern.compile("(?:Refusal\\.of\\(|Refused\\.because\\(|words\\.both\\()\\s*['\"]([^'\"]+)['\"]");

    /** A code that is kept in a constant before it is refused with. */
    private static final Pattern CODE_CONSTANT =
            Pattern.compile("static final String \\w+ = \"((?:error|submit)\\.[a-z_]+)\"");

    private static final Pattern CONTRACTION = Pattern.compile(
            "\\b(can|don|won|isn|aren|doesn|didn|shouldn|couldn|wouldn|haven|hasn|wasn|weren)[’']t\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words that LOOK.md and DESIGN.md keep off the screen of a storyteller. */
    private static final Pattern NOT_OUR_WORDS = Pattern.compile(
            "\\b(offender|service user|case manager|client|click|submit|content|user|whilst|commence|utilise|regarding"
                    + "|in order to|please note|disclosure|criminal|inmate|convict)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Names, and words that Welsh shares with English. */
    private static final Set<String> SAME_IN_WELSH = Set.of(
            "app.name.title",
            "app.page.title",
            "app.language.cy.label",
            "app.language.en.label",
            "support.shout.label",
            "support.mens_advice.label",
            "support.frank.label",
            "support.drinkline.label",
            "support.stepchange.label",
            "support.childline.label",
            "support.nspcc.label",
            "support.local.text",
            "caseload.crn.heading",
            "trail.actor.label",
            "trail.person.label",
            "caserecord.crn.label");

    /** English words that are no Welsh ones. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\p{L}’/])(the|you|your|this|that|is|are|was|not|and|with|can|cannot|we|they|of|for|it|story)(?![\\p{L}’])",
            Pattern.CASE_INSENSITIVE);

    /** Groups that no line of ours names: Faces asks for them. */
    private static final List<String> ASKED_FOR_BY_FACES = List.of("jakarta.faces.");

    private final Words words = new Words(() -> Locale.UK);

    @Test
    void everyKeyThatAPageOrAClassNamesHasAWord() {
        assertThat(namedKeys()).isNotEmpty().allSatisfy(key -> assertThat(bundle())
                .containsKey(key));
    }

    @Test
    void everyGroupOfConstantsThatIsNamedHasWords() {
        assertThat(namedGroups())
                .allSatisfy(group -> assertThat(bundle().keySet().stream().filter(inGroup(group)))
                        .as(group)
                        .isNotEmpty());
    }

    /** The trail names an event by its record: a new one without a word would be read as question marks. */
    @Test
    void everyEventOfTheTrailHasAWord() {
        Pattern event = Pattern.compile(
                "record (\\w+)\\([^{]*?\\)\\s*implements [^{]*(?:DomainEvent|OwnStoryEvent|StoryHidden)[^{]*\\{");
        Set<String> words = files(".java")
                .flatMap(file -> event.matcher(read(file)).results())
                .map(hit -> "trail.event."
                        + hit.group(1).replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                        + ".label")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(words).hasSizeGreaterThan(70);
        assertThat(bundle().keySet()).containsAll(words);
    }

    @Test
    void everyRefusalSaysWhatHappenedAndWhatToDo() {
        assertThat(namedCodes()).isNotEmpty().allSatisfy(code -> assertThat(bundle())
                .containsKeys(code + ".what", code + ".next"));
    }

    @Test
    void whatHappenedNeverStandsWithoutWhatToDo() {
        Set<String> whats = codesWith(".what");
        Set<String> nexts = codesWith(".next");
        nexts.removeIf(code -> bundle().containsKey(code + ".text") || code.equals("record.before"));
        assertThat(nexts).isEqualTo(whats);
    }

    @Test
    void noWordIsWrittenForNothing() throws IOException {
        Set<String> used = namedKeys();
        List<String> groups = new ArrayList<>(namedGroups());
        namedCodes().forEach(code -> Stream.of(".what", ".next").forEach(part -> used.add(code + part)));
        Set<String> unused = new TreeSet<>(bundle().keySet());
        unused.removeAll(used);
        unused.removeIf(key -> groups.stream().anyMatch(group -> inGroup(group).test(key)));
        unused.removeIf(key -> ASKED_FOR_BY_FACES.stream().anyMatch(key::startsWith));
        Set<String> waiting = new TreeSet<>(Files.readAllLines(WAITING, UTF_8));
        waiting.removeIf(line -> line.isBlank() || line.startsWith("#"));
        assertThat(unused)
                .as("keys without a page: use them, remove them, or let them wait in %s", WAITING)
                .isEqualTo(waiting);
    }

    @Test
    void noKeyStandsTwice() {
        List<String> keys = lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyKeyFollowsTheGrammar() {
        assertThat(bundle().keySet().stream().filter(key -> !key.startsWith("jakarta.faces.")))
                .allMatch(key -> key.matches("[a-z0-9_]+(\\.[a-z0-9_]+)+")
                        && key.matches(".*\\.(title|text|what|next|label|hint|button|tag|line|heading|warning|people"
                                + "|hours|say|row)"));
    }

    @Test
    void everyWordIsAPatternWithoutTypewriterQuotes() {
        assertThat(bundle()).allSatisfy((key, word) -> {
            assertThat(word).as(key).isNotBlank().doesNotContain("'", "\"");
            assertThat(new MessageFormat(word, Locale.UK).format(new Object[] {1, 2, 3}))
                    .as(key)
                    .isNotBlank();
        });
    }

    @Test
    void noPageHasATitleOfItsOwn() {
        Pattern title = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL);
        List<String> titles = files(".xhtml")
                .flatMap(file -> title.matcher(read(file)).results().map(hit -> hit.group(1)
                        .strip()))
                .distinct()
                .toList();
        assertThat(titles).containsExactly("#{words['app.page.title']}");
    }

    @Test
    void noPageHasScriptOrStyleInItself() {
        Pattern inline = Pattern.compile("<script|<style|\\sstyle=|\\son[a-z]+=|javascript:");
        assertThat(files(".xhtml").filter(file -> inline.matcher(read(file)).find()))
                .isEmpty();
    }

    @Test
    void aStorytellerReadsAtTheAgeOfNine() {
        assertThat(storytellerWords()).isNotEmpty().allSatisfy((key, word) -> {
            if (word.split(" ").length >= 8) {
                assertThat(ReadingAge.of(word)).as("%s: %s", key, word).isLessThanOrEqualTo(9.0);
            }
        });
    }

    @Test
    void eachGroupForAStorytellerReadsAtTheAgeOfNine() {
        Map<String, String> groups = storytellerWords().entrySet().stream()
                .collect(Collectors.groupingBy(
                        word -> word.getKey().substring(0, word.getKey().indexOf('.')),
                        Collectors.mapping(Map.Entry::getValue, Collectors.joining("\n"))));
        assertThat(groups)
                .allSatisfy((group, text) ->
                        assertThat(ReadingAge.of(text)).as(group).isLessThanOrEqualTo(9.0));
    }

    /** By {@link ReadingAge}: Flesch and Kincaid's grade plus 5. Printed, so that the build shows it. */
    @Test
    void theReadingAgesArePrinted() {
        Map<String, String> words = storytellerWords();
        double all = ReadingAge.of(String.join("\n", words.values()));
        Map.Entry<String, String> hardest = words.entrySet().stream()
                .filter(word -> word.getValue().split(" ").length >= 8)
                .max(java.util.Comparator.comparingDouble(word -> ReadingAge.of(word.getValue())))
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "reading age of %d messages for storytellers (grade of Flesch and Kincaid 1975, plus 5): all %.1f, hardest %.1f"
                        + " (%s)%n",
                words.size(),
                all,
                ReadingAge.of(hardest.getValue()),
                hardest.getKey());
        assertThat(all).isLessThanOrEqualTo(9.0);
    }

    @Test
    void everyWordIsThereInWelshToo() {
        assertThat(welsh().keySet()).isEqualTo(bundle().keySet());
    }

    /** A Welsh word that equals the English one was forgotten, unless it is a name or the same in both. */
    @Test
    void noEnglishIsLeftWhereItShouldBeWelsh() {
        Map<String, String> english = bundle();
        Set<String> same = new TreeSet<>(welsh().keySet());
        same.removeIf(key -> !welsh().get(key).equals(english.get(key)));
        assertThat(same).isEqualTo(new TreeSet<>(SAME_IN_WELSH));
    }

    @Test
    void noWelshTextHoldsAnEnglishWord() {
        assertThat(welsh().entrySet().stream().filter(word -> !SAME_IN_WELSH.contains(word.getKey())))
                .allSatisfy(word -> assertThat(ENGLISH.matcher(word.getValue()).find())
                        .as("%s: %s", word.getKey(), word.getValue())
                        .isFalse());
    }

    @Test
    void aWelshWordIsPlainTextWithoutEntitiesOrMarkup() {
        assertThat(welsh()).allSatisfy((key, word) -> assertThat(word)
                .as(key)
                .doesNotContainPattern("<(/|!|(a|b|br|em|i|p|span|strong)\\b)|&[a-zA-Z#]"));
    }

    /** The marks of the translator stand right above a word, never alone. */
    @Test
    void aMarkForTheTranslatorStandsAboveAWord() {
        List<String> lines = read(WELSH).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).equals("# ?")) {
                assertThat(lines.get(line + 1)).contains("=").doesNotStartWith("#");
            }
        }
    }

    @Test
    void theWelshWordsStandUnderTheBlocksOfTheEnglishOnes() {
        assertThat(blocksOf(WELSH)).isEqualTo(blocksOf(BUNDLE));
    }

    @Test
    void aWelshWordHasThePlaceholdersOfTheEnglishOne() {
        assertThat(welsh()).allSatisfy((key, word) -> {
            assertThat(word).as(key).isNotBlank().doesNotContain("'", "\"");
            assertThat(placeholders(word)).as(key).isEqualTo(placeholders(bundle().get(key)));
            if (!key.startsWith("jakarta.faces.")) {
                for (int number : new int[] {0, 1, 2, 11}) {
                    assertThat(new MessageFormat(word, Language.WELSH).format(new Object[] {number, number, number}))
                            .as(key)
                            .isNotBlank()
                            .doesNotContain("{", "}");
                }
            }
        });
    }

    @Test
    void theWelshWordsStandInTheOrderOfTheEnglishOnes() {
        assertThat(keysOf(WELSH)).isEqualTo(keysOf(BUNDLE));
    }

    @Test
    void daysAndMomentsAreSaidInWelsh() {
        Words welsh = new Words(() -> Language.WELSH);
        assertThat(welsh.day(LocalDate.of(2026, 11, 9))).isEqualTo("9 Tachwedd 2026");
        assertThat(welsh.moment(Instant.parse("2026-11-09T14:05:00Z"))).isEqualTo("9 Tachwedd 2026 am 14:05");
        assertThat(welsh.get("app.back.label")).isEqualTo("Yn ôl");
        assertThat(welsh.get("nav.accounts.label")).isEqualTo("Cyfrifon");
        assertThat(welsh.with("present.scene.text", 2, 4)).isEqualTo("Rhan 2 o 4");
        assertThat(welsh.with("permission.stakes.text", 3)).startsWith("Nifer y casgliadau y mae ynddyn nhw nawr: 3. ");
    }

    private static Set<String> placeholders(String word) {
        return Pattern.compile("\\{(\\d)")
                .matcher(word)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> keysOf(Path file) {
        return read(file)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    /** Block by block, the keys of each. */
    private static Map<String, List<String>> blocksOf(Path file) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        String block = "";
        for (String line : read(file).lines().toList()) {
            if (line.startsWith("# ----")) {
                block = line;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                blocks.computeIfAbsent(block, none -> new ArrayList<>()).add(line.substring(0, line.indexOf('=')));
            }
        }
        return blocks;
    }

    private static Map<String, String> welsh() {
        return read(WELSH)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    @Test
    void aStorytellerIsSpokenToInPlainWords() {
        assertThat(storytellerWords()).allSatisfy((key, word) -> {
            assertThat(CONTRACTION.matcher(word).find()).as("%s: %s", key, word).isFalse();
            assertThat(NOT_OUR_WORDS.matcher(word).find())
                    .as("%s: %s", key, word)
                    .isFalse();
        });
    }

    @Test
    void theReadingAgeTellsAHardTextFromAnEasyOne() {
        assertThat(ReadingAge.of("You can stop at any time. No one will mind.")).isLessThan(7);
        assertThat(ReadingAge.of("The responsible authority may, notwithstanding any previous determination, initiate"
                        + " proceedings regarding unauthorised dissemination of identifiable information."))
                .isGreaterThan(18);
    }

    @Test
    void aWordWithArgumentsIsFilledIn() {
        assertThat(words.with("present.scene.text", 2, 4)).isEqualTo("Scene 2 of 4");
        assertThat(words.with("story.parts.text", 1)).isEqualTo("1 part");
        assertThat(words.with("story.parts.text", 3)).isEqualTo("3 parts");
    }

    @Test
    void aKeyWithoutAWordIsSeen() {
        assertThat(words.get("no.such.key")).isEqualTo("???no.such.key???");
        assertThat(words.containsKey("no.such.key")).isFalse();
    }

    @Test
    void aConstantIsSpokenByItsGroup() {
        assertThat(words.of("goal.area", "DRUG_USE", "label")).isEqualTo("Drug use");
        assertThat(words.of("goal.area", null, "label")).isEmpty();
    }

    @Test
    void aRefusalSpeaksItsDatesAndPurposes() {
        assertThat(words.say(Refusal.of("error.date_far", LocalDate.of(2027, 6, 30))))
                .isEqualTo("That day is too far off. Pick a day before 30 June 2027.");
        assertThat(words.what(Refusal.of("permission.purpose_unanswered", "GROUP")))
                .isEqualTo("You have not said yes or no to this one: In a group");
        assertThat(words.next(Refusal.of("submit.alt_missing", 2)))
                .isEqualTo("Say it in a few words, for people who cannot see it.");
    }

    @Test
    void daysAndMomentsAreThoseOfLondon() {
        assertThat(words.day(LocalDate.of(2026, 11, 9))).isEqualTo("9 November 2026");
        assertThat(words.moment(Instant.parse("2026-07-01T23:30:00Z"))).isEqualTo("2 July 2026 at 00:30");
        assertThat(words.day(null)).isEmpty();
        assertThat(words.moment(null)).isEmpty();
    }

    private static Map<String, String> storytellerWords() {
        Map<String, String> found = new LinkedHashMap<>();
        boolean storyteller = false;
        for (String line : lines().toList()) {
            if (line.startsWith("# ----")) {
                storyteller = line.startsWith("# ---- STORYTELLER");
            } else if (storyteller && !line.startsWith("#")) {
                int equals = line.indexOf('=');
                found.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return found;
    }

    private static Map<String, String> bundle() {
        return lines().filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1)));
    }

    private static Stream<String> lines() {
        return read(BUNDLE).lines().filter(line -> !line.isBlank());
    }

    private static Set<String> namedKeys() {
        return found(KEY);
    }

    private static Set<String> namedCodes() {
        Set<String> codes = found(CODE);
        codes.addAll(found(CODE_CONSTANT));
        return codes;
    }

    private static Set<String> codesWith(String part) {
        return bundle().keySet().stream()
                .filter(key -> key.endsWith(part))
                .map(key -> key.substring(0, key.length() - part.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As "group * part". */
    private static Set<String> namedGroups() {
        return sources()
                .flatMap(file -> GROUP.matcher(read(file)).results().map(hit -> hit.group(1) + " * " + hit.group(2)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Predicate<String> inGroup(String group) {
        String[] ends = group.split(" \\* ");
        Pattern keys = Pattern.compile(Pattern.quote(ends[0]) + "\\.[a-z0-9_]+\\." + Pattern.quote(ends[1]));
        return key -> keys.matcher(key).matches();
    }

    private static Set<String> found(Pattern pattern) {
        return sources()
                .flatMap(file -> pattern.matcher(read(file)).results().map(hit -> hit.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> sources() {
        return Stream.concat(files(".xhtml"), files(".java"));
    }

    private static Stream<Path> files(String end) {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
