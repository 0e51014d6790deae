package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mydirection.journeys.Errands.Told;

/**
 * Every page that a practitioner can reach by any link reads the same whether a story was never asked about, was refused,
 * or was said yes to and taken back: a refusal leaves no trace, nor does its absence.
 */
class NoTraceJourney {

    private static final Pattern LINK = Pattern.compile("<a[^>]*\\shref=\"([^\"#]+)");

    /** What differs between two readings of the same page: marks of the request, and nothing that a person reads. */
    private static final Pattern MARKS = Pattern.compile(
            "nonce=\"[^\"]*\"|csp\\.init\\('[^']*'\\)|name=\"primefaces.nonce\" value=\"[^\"]*\"|<input[^>]*jakarta\\.faces\\.ViewState[^>]*>"
                    + "|'nonce-[^']*'|jsessionid=[^\"?]*");

    private Visitor maya;
    private Visitor priya;

    @BeforeEach
    void theyAreAtTheirPlaces() {
        maya = Person.MAYA.atPhone();
        priya = Person.PRIYA.atDesk();
    }

    @AfterEach
    void leave() {
        maya.close();
        priya.close();
    }

    @Test
    void aRefusalATakingBackAndNoQuestionAtAllLookTheSameToThePractitioner() {
        Told told = Errands.tell(maya, "Nobody asked");
        Map<String, String> neverAsked = everyPage();

        whenTheySayNoToAll(told);
        assertSame(neverAsked, everyPage(), "refused");

        Errands.permit(maya, told);
        Errands.send(maya, told);
        Errands.approve(told);
        maya.open("/story/take-back.xhtml?story=" + told.id());
        maya.press(maya.control("take-back"));
        assertSame(neverAsked, everyPage(), "withdrew");
        assertThat(neverAsked).hasSizeGreaterThan(8);
        System.out.printf("A practitioner reached %d pages: all the same%n", neverAsked.size());
    }

    private void whenTheySayNoToAll(Told told) {
        String story = "?story=" + told.id();
        Errands.post(maya, "/permission/limits.xhtml" + story, "reading", Map.of("read", "on"), "go-on");
        for (String purpose : Errands.PURPOSES) {
            Errands.post(
                    maya,
                    "/permission/purpose.xhtml" + story + "&purpose=" + purpose,
                    "question",
                    Map.of("answer", "NO"),
                    "next");
        }
        Errands.post(maya, "/permission/check.xhtml" + story, "question", Map.of(), "give");
    }

    /** All pages that links lead to, from the first page on; not the showing itself, which a link would begin. */
    private Map<String, String> everyPage() {
        Map<String, String> pages = new TreeMap<>();
        ArrayDeque<String> open = new ArrayDeque<>(List.of("/home.xhtml"));
        while (!open.isEmpty()) {
            String address = open.poll();
            if (pages.containsKey(address) || address.startsWith("/presentation/show")) {
                continue;
            }
            Errands.Answer answer = Errands.get(priya, address);
            assertThat(answer.status()).as(address).isEqualTo(200);
            pages.put(address, MARKS.matcher(answer.text()).replaceAll(""));
            Matcher link = LINK.matcher(answer.text());
            while (link.find()) {
                String to = link.group(1).replace("&amp;", "&");
                if (to.startsWith("/") && to.replaceAll("\\?.*", "").endsWith(".xhtml")) {
                    open.add(to);
                }
            }
        }
        return pages;
    }

    private static void assertSame(Map<String, String> before, Map<String, String> after, String when) {
        assertThat(after.keySet()).as("pages when %s", when).isEqualTo(before.keySet());
        before.forEach((address, text) ->
                assertThat(after.get(address)).as("%s when %s", address, when).isEqualTo(text));
    }
}
