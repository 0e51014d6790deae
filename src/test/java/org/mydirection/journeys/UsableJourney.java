package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mydirection.journeys.Errands.Gathered;
import org.mydirection.journeys.Errands.Told;
import org.mydirection.web.demo.Demo;

/**
 * Every page for whoever opens it: no fault against WCAG 2.2 AA, nothing wider than a small phone, a title that tells
 * nothing, a policy that lets no inline style or script run, and a focus that can be seen.
 */
class UsableJourney {

    private static final String FOCUS = """
            () => {
              const focus = document.activeElement;
              if (!focus || focus === document.body) { return null; }
              const shape = getComputedStyle(focus);
              const seen = (shape.outlineStyle !== 'none' && parseFloat(shape.outlineWidth) > 0)
                || shape.boxShadow !== 'none';
              return {what: focus.id || focus.textContent.trim().slice(0, 40), seen: seen};
            }""";

    /** What a page is called, what it leads to and fetches, and under which name it would be saved. */
    private static final String ADDRESSES = """
            async path => {
              const marks = ['href', 'src', 'data-src', 'action', 'formaction', 'download', 'poster'];
              const of = page => ({
                title: page.title,
                addresses: [...page.querySelectorAll('*')].flatMap(e => [...e.attributes]
                  .filter(a => marks.includes(a.name) || a.name.endsWith('-url')).map(a => a.value))
              });
              if (!path) {
                return of(document);
              }
              const answer = await fetch(path, {cache: 'no-store'});
              const saved = answer.headers.get('content-disposition') || '';
              const type = answer.headers.get('content-type') || '';
              const body = type.startsWith('text/html') ? await answer.text() : '';
              const page = of(new DOMParser().parseFromString(body, 'text/html'));
              return {status: answer.status, title: body ? page.title : null, addresses: page.addresses.concat(answer.url, saved)};
            }""";

    /** What is in the stories and whose they are, as an address might carry it: letters only, small. */
    private static Pattern telling;

    private static final String NOWHERE = "/not-there.xhtml";

    private static final Map<Person, List<String>> PAGES = new EnumMap<>(Person.class);

    @BeforeAll
    static void thereIsSomethingOnEachPage() {
        try (Visitor maya = Person.MAYA.atPhone();
                Visitor priya = Person.PRIYA.atDesk();
                Visitor ruth = Person.RUTH.atDesk();
                Visitor ada = Person.ADA.atDesk()) {
            speakAsAsked(maya);
            Told draft = Errands.tellAll(maya, "Draft");
            String picture = Errands.addPart(maya, draft, "add-picture");
            String recording = Errands.addPart(maya, draft, "add-voice");
            Told shown = Errands.tellAll(maya, "Shown");
            Errands.permit(maya, shown);
            Errands.send(maya, shown);
            Errands.approve(shown);
            Told gone = Errands.sent(maya, "Gone");
            Errands.takeBack(maya, gone);
            Told waiting = Errands.tellAll(maya, "Waiting");
            telling = Pattern.compile(Stream.concat(
                            Stream.of(draft, shown, gone, waiting)
                                    .map(told -> told.title().replaceAll(".* ", "")),
                            Arrays.stream(Person.values())
                                    .flatMap(one -> Stream.of(
                                            one.firstName(), one.displayName().replaceAll(".* ", ""), one.crn())))
                    .filter(word -> word != null)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("|", "\\b(", "|front|key|pocket|kettle)\\b")));
            Errands.permit(maya, waiting);
            Errands.send(maya, waiting);
            String review = Errands.claimNewest(ruth, "CONSENT", waiting);
            Gathered gathered = Errands.publish(priya, "Everything", shown);
            String presentation = Errands.present(priya, gathered);
            String person = Errands.personOf(priya, Person.MAYA);
            String collection = "collection=" + gathered.id();
            String open = Errands.post(
                            priya,
                            "/collection/new.xhtml",
                            "new-form",
                            Map.of("title", "A draft", "for", person),
                            "begin")
                    .id("collection");
            List<String> ofMaya = new ArrayList<>(List.of(
                    "/home.xhtml",
                    "/help.xhtml",
                    "/story/start.xhtml",
                    "/story/before.xhtml",
                    "/story/topics.xhtml",
                    "/story/idea.xhtml?group=STRENGTHS",
                    "/story/how.xhtml?prompt=strengths.hope",
                    "/story/ready.xhtml?prompt=strengths.hope",
                    "/story/more.xhtml?story=" + draft.id(),
                    "/story/title.xhtml?story=" + draft.id(),
                    "/story/later.xhtml?story=" + draft.id(),
                    "/story/cues.xhtml?story=" + draft.id(),
                    "/story/mine.xhtml?story=" + draft.id(),
                    "/story/keep.xhtml?story=" + draft.id(),
                    "/story/helper.xhtml?story=" + draft.id() + "&scene=" + recording,
                    "/story/told.xhtml?story=" + draft.id() + "&scene=" + recording,
                    Errands.edit(draft),
                    Errands.scene(draft, picture),
                    Errands.scene(draft, recording),
                    "/story/send.xhtml?story=" + draft.id(),
                    "/story/erase.xhtml?story=" + draft.id(),
                    "/story/read.xhtml?story=" + shown.id(),
                    "/story/where.xhtml?story=" + shown.id(),
                    "/story/take-back.xhtml?story=" + shown.id(),
                    "/story/taken-back.xhtml?story=" + gone.id(),
                    "/permission/receipt.xhtml?story=" + shown.id(),
                    "/plan/plan.xhtml",
                    "/plan/goal.xhtml?goal=" + gathered.goal(),
                    "/plan/goal-new.xhtml?person=" + person,
                    "/collection/view.xhtml?" + collection,
                    "/collection/story.xhtml?" + collection + "&story=" + shown.id(),
                    "/presentation/after.xhtml?presentation=" + presentation,
                    NOWHERE));
            Errands.answer(maya, draft, List.of("OWN_SUPERVISION"), "MY_PRACTITIONER");
            for (String page : List.of("limits", "audience", "identity", "until", "conditions", "check")) {
                ofMaya.add("/permission/" + page + ".xhtml?story=" + draft.id());
            }
            ofMaya.add("/permission/purpose.xhtml?purpose=GROUP&story=" + draft.id());
            for (String detail : List.of("FACE", "EACH_TIME", "DEATH")) {
                ofMaya.add("/permission/detail.xhtml?about=" + detail + "&story=" + draft.id());
            }
            Errands.sayAloud(maya, draft, "gwen");
            for (String page : List.of("help", "aloud", "teach-back")) {
                ofMaya.add("/permission/" + page + ".xhtml?story=" + draft.id());
            }
            ofMaya.add("/permission/renew.xhtml?story=" + shown.id());
            ofMaya.add("/story/others.xhtml?story=" + shown.id());
            ofMaya.add("/story/together.xhtml?story=" + shown.id());
            ofMaya.add("/third-party.xhtml");
            PAGES.put(Person.MAYA, ofMaya);
            PAGES.put(
                    Person.PRIYA,
                    List.of(
                            "/home.xhtml",
                            "/supervision/caseload.xhtml",
                            "/supervision/spoken.xhtml",
                            "/supervision/person.xhtml?person=" + person,
                            "/plan/plan.xhtml?person=" + person,
                            "/plan/goal.xhtml?goal=" + gathered.goal(),
                            "/plan/goal-edit.xhtml?goal=" + gathered.goal(),
                            "/collection/list.xhtml",
                            "/collection/new.xhtml",
                            "/collection/edit.xhtml?collection=" + open,
                            "/collection/edit.xhtml?" + collection,
                            "/collection/preview.xhtml?" + collection + "&story=" + shown.id(),
                            "/collection/view.xhtml?" + collection,
                            "/presentation/show.xhtml?presentation=" + presentation,
                            "/presentation/show.xhtml?at=0&presentation=" + presentation,
                            "/presentation/show.xhtml?at=1&presentation=" + presentation,
                            "/presentation/show.xhtml?at=2&presentation=" + presentation,
                            "/presentation/after.xhtml?presentation=" + presentation));
            PAGES.put(
                    Person.RUTH,
                    List.of(
                            "/home.xhtml",
                            "/moderation/queue.xhtml?stage=CONSENT",
                            "/moderation/queue.xhtml?stage=CONTENT",
                            Errands.desk(review)));
            PAGES.put(Person.CARA, List.of("/home.xhtml", "/collection/list.xhtml", "/collection/new.xhtml"));
            PAGES.put(
                    Person.GWEN,
                    List.of(
                            "/home.xhtml",
                            "/governance/trail.xhtml",
                            "/governance/holds.xhtml",
                            "/governance/records.xhtml"));
            PAGES.put(
                    Person.ADA,
                    List.of(
                            "/home.xhtml",
                            "/identity/accounts.xhtml",
                            "/identity/account-new.xhtml",
                            "/identity/account.xhtml?account=" + Errands.accountOf(ada, Person.MAYA.displayName()),
                            "/identity/account-card.xhtml?account=" + Errands.accountOf(ada, Person.MAYA.displayName()),
                            "/identity/offices.xhtml",
                            "/identity/office.xhtml?office="
                                    + Errands.get(ada, "/identity/offices.xhtml")
                                            .id("office"),
                            "/identity/files.xhtml"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MAYA", "PRIYA", "RUTH", "CARA", "GWEN", "ADA"})
    void everyPageCanBeUsedByEverybodyOnAPhoneAndAtADesk(Person person) {
        try (Visitor visitor = person.atPhone()) {
            speakAsAsked(visitor);
            Set<String> read = new HashSet<>();
            Set<String> beyond = new LinkedHashSet<>();
            for (String address : PAGES.get(person)) {
                read.add(shape(address));
                visitor.page().setViewportSize(Browser.PHONE.width(), Browser.PHONE.height());
                Response response = visitor.open(address);
                thenThePageIsClosedAndQuiet(visitor, response);
                assertThat(visitor.page().url()).as("not led elsewhere").endsWith(address);
                assertThat(response.status()).as(address).isEqualTo(address.equals(NOWHERE) ? 404 : 200);
                visitor.assertFitsWindow();
                visitor.assertAccessible();
                visitor.lookedAt(nameOf(person, address) + "-320");
                visitor.page().setViewportSize(Browser.DESK.width(), Browser.DESK.height());
                visitor.assertFitsWindow();
                visitor.assertAccessible();
                visitor.lookedAt(nameOf(person, address) + "-1280");
                beyond.addAll(thenNoAddressTells(visitor, address, null));
            }
            System.out.printf(
                    "axe: no fault against WCAG 2.2 AA on %d pages of %s at widths of %d and %d%n",
                    PAGES.get(person).size(), person, Browser.PHONE.width(), Browser.DESK.width());
            thenNoPageBeyondTells(visitor, person, beyond, read);
        }
    }

    /** Goes on by links to what the list does not name: pages of each shape once, and what can be saved. */
    private static void thenNoPageBeyondTells(Visitor visitor, Person person, Set<String> open, Set<String> read) {
        Deque<String> next = new ArrayDeque<>(open);
        List<String> beyond = new ArrayList<>();
        while (!next.isEmpty()) {
            String path = next.poll();
            if (read.add(shape(path))) {
                beyond.add(shape(path));
                next.addAll(thenNoAddressTells(visitor, path, path));
            }
        }
        System.out.printf(
                "%s: no title, address or file name tells on %d pages; beyond the list: %s%n",
                person, read.size(), beyond);
        assertThat(read).hasSizeLessThan(200);
    }

    /** @param fetched null for the page in front of them; the addresses of ours that it leads to */
    private static List<String> thenNoAddressTells(Visitor visitor, String at, String fetched) {
        Map<?, ?> page = (Map<?, ?>) visitor.page().evaluate(ADDRESSES, fetched);
        if (page.get("title") != null) {
            assertThat(page.get("title"))
                    .as("title of %s", at)
                    .isIn(Words.of("app.page.title"), Words.welsh("app.page.title"));
        }
        List<String> addresses =
                ((List<?>) page.get("addresses")).stream().map(String::valueOf).toList();
        assertThat(addresses).as("what the addresses on %s tell", at).noneMatch(address -> telling.matcher(
                        address.toLowerCase(Locale.ROOT).replace("+", " ").replace("%20", " "))
                .find());
        return addresses.stream()
                .map(address -> address.replaceAll("#.*", "").replaceFirst("^http://[^/]+", ""))
                .filter(address ->
                        address.startsWith("/") && !address.matches("/(exit|language|push|jakarta|media/).*"))
                .toList();
    }

    /** An address without what it names: pages of one shape are looked at once. */
    private static String shape(String path) {
        return path.replaceAll("=[^&]*", "=").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…");
    }

    /** In Welsh, when somebody wants to look at that: {@code -Djourneys.look -Djourneys.language=cy}. */
    private static void speakAsAsked(Visitor visitor) {
        String language = System.getProperty("journeys.language");
        if (language != null) {
            visitor.open("/language?back=/home.xhtml&to=" + language);
        }
    }

    @Test
    void thePagesOfWhoIsNotInAreTheSame() {
        try (Visitor nobody = Browser.visitor(Browser.PHONE)) {
            for (String address : List.of("/signin.xhtml", "/signin.xhtml?out=true", "/exit")) {
                thenThePageIsClosedAndQuiet(nobody, nobody.open(address));
                nobody.assertFitsWindow();
                nobody.assertAccessible();
            }
        }
    }

    @Test
    void errorsAreAccessibleAndBringTheFocusToTheField() {
        try (Visitor priya = Person.PRIYA.atPhone()) {
            priya.open("/plan/goal-new.xhtml?person=" + Errands.personOf(priya, Person.MAYA));

            priya.press(priya.control("save"));

            priya.assertAccessible();
            priya.assertFitsWindow();
            assertThat(priya.control("errors")).isFocused();
            priya.page().locator("#errors a[href='#title']").click();
            assertThat(priya.control("title")).isFocused();
        }
    }

    @Test
    void oneSignsInByKeyboardAloneAndSeesWhereOneIs() {
        try (Visitor maya = Browser.visitor(Browser.PHONE)) {
            maya.open("/signin.xhtml");
            tabTo(maya, "username");
            maya.page().keyboard().type("maya");
            tabTo(maya, "passphrase");
            maya.page().keyboard().type(Demo.PASSPHRASE);
            tabTo(maya, "go");

            maya.page().keyboard().press("Enter");

            assertThat(maya.heading(Words.of("home.page.title"))).isVisible();
            assertThat(seenByTabbing(maya)).contains("tell");
        }
    }

    @Test
    void aStoryIsEditedByKeyboardAlone() {
        try (Visitor maya = Person.MAYA.atPhone()) {
            maya.open(Errands.edit(Errands.tell(maya, "By keyboard")));

            assertThat(seenByTabbing(maya))
                    .contains("title", "save", "part:0:out", "add-words", "add-picture", "add-voice", "send", "look");

            maya.control("add-words").focus();
            maya.page().keyboard().press("Enter");
            assertThat(maya.control("words")).isVisible();
            tabTo(maya, "words");
            maya.page().keyboard().type("Typed by hand.");
            tabTo(maya, "save");
            maya.page().keyboard().press("Enter");
            assertThat(maya.control("part-2")).containsText("Typed by hand.");
        }
    }

    private static String nameOf(Person person, String address) {
        return person.userName() + address.replaceAll("=[0-9a-f-]{36}", "").replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static void thenThePageIsClosedAndQuiet(Visitor visitor, Response response) {
        assertThat(visitor.page().title())
                .as("title of %s", response.url())
                .isIn(Words.of("app.page.title"), Words.welsh("app.page.title"));
        String policy = response.headerValue("content-security-policy");
        assertThat(policy)
                .as("policy of %s", response.url())
                .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(response.headerValue("cache-control")).contains("no-store");
        assertThat(visitor.page().locator("[style], style")).hasCount(0);
    }

    /** Presses Tab until the control of that id has the focus; fails when it never gets it, or on the way is unseen. */
    private static void tabTo(Visitor visitor, String id) {
        for (int press = 0; press < 60; press++) {
            visitor.page().keyboard().press("Tab");
            if (id.equals(focus(visitor))) {
                return;
            }
        }
        throw new AssertionError("the key Tab never reaches " + id);
    }

    private static Set<String> seenByTabbing(Visitor visitor) {
        Set<String> seen = new LinkedHashSet<>();
        for (int press = 0; press < 60; press++) {
            visitor.page().keyboard().press("Tab");
            String focus = focus(visitor);
            if (focus == null) {
                break;
            }
            seen.add(focus);
        }
        return seen;
    }

    /** What has the focus; null at the end of the page. */
    private static String focus(Visitor visitor) {
        Map<?, ?> focus = (Map<?, ?>) visitor.page().evaluate(FOCUS);
        if (focus == null) {
            return null;
        }
        assertThat(focus.get("seen"))
                .as("whether the focus on \"%s\" can be seen", focus.get("what"))
                .isEqualTo(true);
        return String.valueOf(focus.get("what"));
    }
}
