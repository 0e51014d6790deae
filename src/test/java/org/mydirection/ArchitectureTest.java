package org.mydirection;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The house as DESIGN §5 and the house style draw it. */
class ArchitectureTest {

    private static final String BASE = "org.mydirection";
    private static final Path SOURCES = Path.of("src/main/java/org/mydirection");
    private static final Path PAGES = Path.of("src/main/webapp");

    /** Who may import whom: the table of DESIGN §5, and {@code launch}, which starts the server and knows nothing of us. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("shared", Set.of()),
            Map.entry("launch", Set.of()),
            Map.entry("identity", Set.of("shared")),
            Map.entry("audit", Set.of("shared", "identity")),
            Map.entry("caseload", Set.of("shared", "identity")),
            Map.entry("media", Set.of("shared", "identity")),
            Map.entry("plan", Set.of("shared", "identity", "caseload")),
            Map.entry("story", Set.of("shared", "identity", "caseload", "media")),
            Map.entry("consent", Set.of("shared", "identity", "caseload", "story")),
            Map.entry("moderation", Set.of("shared", "identity", "caseload", "media", "story", "consent")),
            Map.entry("collection", Set.of("shared", "identity", "caseload", "plan", "media", "story", "consent")),
            Map.entry(
                    "visibility",
                    Set.of("shared", "identity", "caseload", "media", "story", "consent", "moderation", "collection")),
            Map.entry(
                    "supervision",
                    Set.of(
                            "shared",
                            "identity",
                            "caseload",
                            "plan",
                            "media",
                            "story",
                            "consent",
                            "collection",
                            "visibility")),
            Map.entry(
                    "governance",
                    Set.of(
                            "shared",
                            "identity",
                            "audit",
                            "caseload",
                            "media",
                            "plan",
                            "story",
                            "consent",
                            "moderation",
                            "collection",
                            "visibility",
                            "supervision")),
            Map.entry(
                    "web",
                    Set.of(
                            "shared",
                            "identity",
                            "audit",
                            "caseload",
                            "media",
                            "plan",
                            "story",
                            "consent",
                            "moderation",
                            "collection",
                            "visibility",
                            "supervision",
                            "governance")));

    static final List<String> FEATURES = List.copyOf(MAY_IMPORT.keySet());

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void everyPackageUnderTheBaseIsInTheTable() {
        assertThat(ALL.getPackage(BASE).getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .containsExactlyInAnyOrderElementsOf(FEATURES);
    }

    @ParameterizedTest
    @FieldSource("FEATURES")
    void aFeatureImportsOnlyWhatTheTableAllows(String feature) {
        String[] forbidden = FEATURES.stream()
                .filter(other -> !other.equals(feature))
                .filter(other -> !MAY_IMPORT.get(feature).contains(other))
                .map(other -> BASE + "." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(BASE + "." + feature + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(ALL);
    }

    @Test
    void theStarterUsesTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(BASE + ".launch")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", BASE + ".launch")
                .check(ALL);
    }

    @Test
    void featuresAreFlatAndFreeOfCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(ALL);
        classes()
                .that()
                .resideOutsideOfPackage(BASE + ".web..")
                .should()
                .resideInAnyPackage(FEATURES.stream().map(f -> BASE + "." + f).toArray(String[]::new))
                .check(ALL);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : paths(SOURCES, Files::isDirectory)) {
            boolean hasClasses = paths(folder, path -> path.getParent().equals(folder) && isJava(path))
                            .size()
                    > 0;
            if (hasClasses && !Files.exists(folder.resolve("package-info.java"))) {
                silent.add(folder);
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void aTransactionBeginsInAUseCaseAndNowhereElse() {
        noClasses()
                .that(describe("are pages, entities or repositories", ArchitectureTest::holdsNoUseCase))
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(ALL);
        methods()
                .that()
                .areDeclaredInClassesThat(
                        describe("are pages, entities or repositories", ArchitectureTest::holdsNoUseCase))
                .should()
                .notBeAnnotatedWith(Transactional.class)
                .check(ALL);
    }

    /** Repositories carry the plural of their entity. */
    private static boolean holdsNoUseCase(JavaClass type) {
        boolean repository = REPOSITORIES.contains(type.getSimpleName());
        return repository
                || type.isAnnotatedWith(Entity.class)
                || type.getPackageName().startsWith(BASE + ".web");
    }

    private static final Set<String> REPOSITORIES = Set.of(
            "Accounts",
            "Caseloads",
            "Assets",
            "Uploads",
            "Plans",
            "Stories",
            "Consents",
            "Reviews",
            "StoryCollections",
            "Presentations");

    @Test
    void everyRepositoryOfTheRuleIsThere() {
        assertThat(ALL.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet()))
                .containsAll(REPOSITORIES);
    }

    @Test
    void entitiesChangeByVerbsAndNotBySetters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should(notBeSetters())
                .check(ALL);
        assertThat(ALL.stream().filter(type -> type.isAnnotatedWith(Embeddable.class)))
                .isEmpty();
    }

    private static com.tngtech.archunit.lang.ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> notBeSetters() {
        return com.tngtech.archunit.lang.conditions.ArchConditions.not(
                com.tngtech.archunit.lang.conditions.ArchConditions.<com.tngtech.archunit.core.domain.JavaMethod>be(
                        describe(
                                "public setters",
                                method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                        && method.getName().matches("set[A-Z].*"))));
    }

    @Test
    void pageBeansStayUnder120Lines() throws IOException {
        Map<String, Integer> tooLong = paths(SOURCES.resolve("web"), ArchitectureTest::isPageBean).stream()
                .collect(Collectors.toMap(Path::toString, ArchitectureTest::lines));
        tooLong.values().removeIf(lines -> lines < 120);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPageBeanHasItsPageInTheMatchingFolder() throws IOException {
        Path web = SOURCES.resolve("web");
        assertThat(paths(web, ArchitectureTest::isPageBean)).isNotEmpty().allSatisfy(bean -> {
            Path folder = PAGES.resolve(web.relativize(bean.getParent()));
            String view = bean.getFileName().toString().replace("Page.java", "");
            assertThat(List.of(
                            folder.resolve(view.toLowerCase(Locale.ROOT) + ".xhtml"),
                            folder.resolve(
                                    view.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".xhtml")))
                    .anyMatch(Files::exists);
        });
    }

    @Test
    void everyPageInAFolderHasItsBean() throws IOException {
        Path hidden = PAGES.resolve("WEB-INF");
        Path resources = PAGES.resolve("resources");
        List<Path> pages = paths(PAGES, path -> path.toString().endsWith(".xhtml"));
        pages.removeIf(page -> page.startsWith(hidden)
                || page.startsWith(resources)
                || page.getParent().equals(PAGES));
        assertThat(pages).allSatisfy(page -> {
            Path folder = SOURCES.resolve("web").resolve(PAGES.relativize(page.getParent()));
            String markup = Files.readString(page);
            // Two pages of one list may share its bean: it stands in the folder of both.
            assertThat(paths(folder, ArchitectureTest::isPageBean)).anyMatch(bean -> {
                String name = bean.getFileName().toString().replace(".java", "");
                String byDefault = Character.toLowerCase(name.charAt(0)) + name.substring(1);
                return markup.contains("{" + byDefault + ".") || markup.contains(named(bean) + ".");
            });
        });
    }

    private static boolean isPageBean(Path path) {
        return path.toString().endsWith("Page.java");
    }

    private static boolean isJava(Path path) {
        return path.toString().endsWith(".java");
    }

    private static String named(Path bean) {
        try {
            java.util.regex.Matcher name =
                    java.util.regex.Pattern.compile("@Named\\(\"(\\w+)\"\\)").matcher(Files.readString(bean));
            return name.find() ? "{" + name.group(1) : "{no such bean";
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Lines that do something: imports, comments, blank lines and plain accessors do not count. */
    private static int lines(Path file) {
        try {
            String code = Files.readString(file)
                    .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                    .replaceAll("public \\S+ (get|is)[A-Z]\\w*\\(\\) \\{\\s*return \\w+;\\s*}", "")
                    .replaceAll("public void set[A-Z]\\w*\\([^)]*\\) \\{\\s*this\\.\\w+ = \\w+;\\s*}", "");
            return (int) code.lines()
                    .filter(line -> !line.isBlank()
                            && !line.startsWith("import ")
                            && !line.strip().startsWith("//"))
                    .count();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<Path> paths(Path folder, java.util.function.Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new ArrayList<>();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(which).collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
