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
import org.mydirection.journeys.Errands.Gathered;
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
        Map<String, String> neverAsked = everyPage(priya);

        whenTheySayNoToAll(told);
        assertSame(neverAsked, everyPage(priya), "refused");

        Errands.permit(maya, told);
        Errands.send(maya, told);
        Errands.approve(told);
        maya.open("/story/take-back.xhtml?story=" + told.id());
        maya.press(maya.control("take-back"));
        assertSame(neverAsked, everyPage(priya), "withdrew");
        assertThat(neverAsked).hasSizeGreaterThan(8);
        System.out.printf("A practitioner reached %d pages: all the same%n", neverAsked.size());
    }

    @Test
    void aStoryUnderAnotherNameOrNoneNamesItsAccountOnNoPageOfAnybodyElse() {
        Map<String, String> pages = new TreeMap<>();
        Told chosen;
        Told none;
        try (Visitor ada = Person.ADA.atDesk();
                Visitor zeb = Errands.newcomer(ada, "zeb", "Zebedee Quillfeather", "Z900001")) {
            Errands.goThroughTheLimits(zeb);
            chosen = toldUnder(zeb, "PSEUDONYM", "Kestrel", pages);
            none = toldUnder(zeb, "ANONYMOUS", "", pages);
        }
        String id;
        String goal = Errands.goal(priya, "I will keep going, so that I get there.");
        try (Visitor cara = Person.CARA.atDesk();
                Visitor gwen = Person.GWEN.atDesk()) {
            id = gatheredBy(cara, goal, pages, chosen, none);
            read(
                    gwen,
                    List.of(
                            "/governance/trail.xhtml?story=" + chosen.id(),
                            "/governance/trail.xhtml?story=" + none.id(),
                            "/governance/holds.xhtml"),
                    pages);
        }
        String collection = "?collection=" + id;
        Errands.post(priya, "/collection/edit.xhtml" + collection, "state-form", Map.of(), "publish");
        String presentation = "?presentation=" + Errands.present(priya, new Gathered(id, "", goal));
        List<String> ofBoth = List.of(
                "/home.xhtml",
                "/collection/view.xhtml" + collection,
                "/collection/story.xhtml" + collection + "&story=" + chosen.id(),
                "/collection/story.xhtml" + collection + "&story=" + none.id(),
                "/presentation/after.xhtml" + presentation,
                "/plan/goal.xhtml?goal=" + goal);
        read(priya, ofBoth, pages);
        read(maya, ofBoth, pages);
        String person = Errands.personOf(priya, Person.MAYA);
        read(
                priya,
                List.of(
                        "/supervision/person.xhtml?person=" + person,
                        "/collection/list.xhtml",
                        "/collection/edit.xhtml" + collection,
                        "/presentation/show.xhtml" + presentation,
                        "/presentation/show.xhtml" + presentation + "&at=0",
                        "/presentation/show.xhtml" + presentation + "&at=1"),
                pages);
        pages.forEach((address, text) ->
                assertThat(text).as(address).doesNotContain("Zebedee").doesNotContain("Quillfeather"));
        assertThat(pages.values()).anyMatch(text -> text.contains("Kestrel"));
        System.out.printf("A storyteller without their name: named on none of %d pages%n", pages.size());
    }

    /** The id of the collection; what the curator had before her on the way goes to the pages. */
    private static String gatheredBy(Visitor cara, String goal, Map<String, String> pages, Told... stories) {
        String id = Errands.post(
                        cara,
                        "/collection/new.xhtml",
                        "new-form",
                        Map.of("title", "Chosen by cara", "crn", Person.MAYA.crn()),
                        "begin")
                .id("collection");
        String collection = "?collection=" + id;
        for (Told told : stories) {
            read(cara, List.of("/collection/preview.xhtml" + collection + "&story=" + told.id()), pages);
            Errands.gather(cara, id, told);
        }
        Errands.post(cara, "/collection/edit.xhtml" + collection, "goals-form", Map.of("goals", goal), "save-goals");
        read(cara, List.of("/collection/list.xhtml", "/collection/edit.xhtml" + collection), pages);
        return id;
    }

    /** Sent, looked at by both checkers, and approved; what the checkers had before them goes to the pages. */
    private static Told toldUnder(Visitor zeb, String identity, String name, Map<String, String> pages) {
        Told told = Errands.tell(zeb, "Without my name");
        Errands.answer(zeb, told, List.of("OTHER_PEOPLE_SUPERVISION"), "EVERY_OFFICE");
        Errands.beKnownAs(zeb, told, identity, name);
        Errands.post(zeb, "/permission/check.xhtml?story=" + told.id(), "question", Map.of(), "give");
        Errands.send(zeb, told);
        try (Visitor ruth = Person.RUTH.atDesk();
                Visitor mo = Person.MO.atDesk()) {
            check(ruth, "CONSENT", told, pages);
            check(mo, "CONTENT", told, pages);
        }
        return told;
    }

    private static void check(Visitor checker, String stage, Told told, Map<String, String> pages) {
        String desk = Errands.desk(Errands.claimNewest(checker, stage, told));
        read(checker, List.of("/moderation/queue.xhtml?stage=" + stage, desk), pages);
        Errands.post(checker, desk, "decide", Map.of(), "release");
        Errands.decide(checker, stage, told, "approve", Map.of());
    }

    private static void read(Visitor visitor, List<String> addresses, Map<String, String> pages) {
        for (String address : addresses) {
            Errands.Answer answer = Errands.get(visitor, address);
            assertThat(answer.status()).as(address).isEqualTo(200);
            pages.put(pages.size() + " " + address, answer.text());
        }
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
    private static Map<String, String> everyPage(Visitor visitor) {
        Map<String, String> pages = new TreeMap<>();
        ArrayDeque<String> open = new ArrayDeque<>(List.of("/home.xhtml"));
        while (!open.isEmpty()) {
            String address = open.poll();
            if (pages.containsKey(address) || address.startsWith("/presentation/show")) {
                continue;
            }
            Errands.Answer answer = Errands.get(visitor, address);
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
