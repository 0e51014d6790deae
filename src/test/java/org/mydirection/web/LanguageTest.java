package org.mydirection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever changes the language comes back to the page that they were on, and to the same thing on it. */
class LanguageTest {

    /** Where an address of ours names something: a link of a page or of a bean, a parameter, what a form repeats. */
    private static final Pattern NAMED =
            Pattern.compile("(?:[?]|&amp;|\"&)([a-z-]+)=(?=[#\"])|<f:viewParam name=\"([a-z-]+)\""
                    + "|<input type=\"hidden\" name=\"([a-z-]+)\"|address\\.get\\(\"([a-z-]+)\"\\)");

    /**
     * What is said once, or belongs to the answer to a form, and must not come again with the page; and where signing in leads
     * to, which is no id.
     */
    private static final Set<String> SAID_ONCE = Set.of(
            "continue", "back", "to", "digest", "offered", "category", "found", "why", "other", "known", "order");

    @Test
    void whatTheAddressesOfPagesNameComesAlong() {
        Set<String> named = new TreeSet<>();
        sources(Path.of("src/main/webapp"), ".xhtml").forEach(page -> addNamed(page, named));
        sources(Path.of("src/main/java/org/mydirection/web"), ".java").forEach(bean -> addNamed(bean, named));
        named.removeAll(SAID_ONCE);

        assertThat(named).contains("story", "about", "actor");
        assertThat(Language.IDS).containsAll(named);
    }

    private static void addNamed(Path file, Set<String> named) {
        Matcher found = NAMED.matcher(read(file));
        while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    named.add(found.group(group));
                }
            }
        }
    }

    private static Stream<Path> sources(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
