package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mydirection.journeys.Person.ADA;
import static org.mydirection.journeys.Person.CARA;
import static org.mydirection.journeys.Person.DANNY;
import static org.mydirection.journeys.Person.GWEN;
import static org.mydirection.journeys.Person.MAYA;
import static org.mydirection.journeys.Person.MO;
import static org.mydirection.journeys.Person.PRIYA;
import static org.mydirection.journeys.Person.RUTH;
import static org.mydirection.journeys.Person.TOM;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mydirection.journeys.Errands.Gathered;
import org.mydirection.journeys.Errands.Told;

/** Who gets which page, file and answer: what is in the table, and for anybody else it is not there. */
class AccessJourney {

    private static final Set<Person> EVERYBODY = EnumSet.allOf(Person.class);

    /** Each address, and the people who get it. */
    private static final Map<String, Set<Person>> TABLE = new LinkedHashMap<>();

    private static String upload;

    @BeforeAll
    static void thereIsOneOfEverything() {
        try (Visitor maya = MAYA.atPhone();
                Visitor priya = PRIYA.atDesk();
                Visitor ruth = RUTH.atDesk();
                Visitor ada = ADA.atDesk()) {
            Told draft = Errands.tell(maya, "Draft");
            String part = Errands.addPart(maya, draft, "add-picture");
            upload = "/upload/" + draft.id() + "/" + part;
            Told shown = Errands.tellAll(maya, "Shown");
            Errands.permit(maya, shown);
            Errands.send(maya, shown);
            String picture = Errands.get(maya, "/story/read.xhtml?story=" + shown.id())
                    .text()
                    .replaceAll("(?s).*/media/own/([0-9a-f-]{36})/screen.*", "$1");
            String review = Errands.claimNewest(ruth, "CONSENT", shown);
            String claimed = "/media/claim/" + review + "/" + picture + "/screen";
            assertThat(Errands.get(ruth, claimed).status()).isEqualTo(200);
            Errands.post(ruth, Errands.desk(review), "decide", Map.of(), "release");
            Errands.approve(shown);
            Told waiting = Errands.sent(maya, "Waiting");
            String held = Errands.claimNewest(ruth, "CONSENT", waiting);
            Gathered gathered = Errands.publish(priya, "Everything", shown);
            String presentation = Errands.present(priya, gathered);
            String person = Errands.personOf(priya, MAYA);
            String account = Errands.accountOf(ada, DANNY.displayName());

            row("/home.xhtml", EVERYBODY);
            row("/help.xhtml", EVERYBODY);
            row("/story/start.xhtml", EnumSet.of(MAYA, DANNY));
            for (String page : List.of("topics", "how", "ready", "before")) {
                row("/story/" + page + ".xhtml", EnumSet.of(MAYA, DANNY));
            }
            row("/story/idea.xhtml?group=STRENGTHS", EnumSet.of(MAYA, DANNY));
            row("/story/helper.xhtml?story=" + draft.id() + "&scene=" + part, EnumSet.of(MAYA));
            row("/story/told.xhtml?story=" + draft.id() + "&scene=" + part, EnumSet.of(MAYA));
            row("/copy/" + shown.id(), EnumSet.of(MAYA));
            for (String page :
                    List.of("edit", "send", "erase", "read", "where", "more", "title", "later", "mine", "keep")) {
                row("/story/" + page + ".xhtml?story=" + draft.id(), EnumSet.of(MAYA));
            }
            row(Errands.scene(draft, part), EnumSet.of(MAYA));
            row("/scene-status/" + draft.id() + "/" + part, EnumSet.of(MAYA));
            row("/scene-status/answers/" + draft.id(), EnumSet.of(MAYA));
            for (String page : List.of("where", "read", "take-back", "part-taken")) {
                row("/story/" + page + ".xhtml?story=" + shown.id(), EnumSet.of(MAYA));
            }
            for (String page : List.of("limits", "audience", "identity", "until", "conditions", "check", "receipt")) {
                row("/permission/" + page + ".xhtml?story=" + shown.id(), EnumSet.of(MAYA));
            }
            row("/permission/purpose.xhtml?purpose=GROUP&story=" + shown.id(), EnumSet.of(MAYA));
            for (String page : List.of("help", "aloud", "teach-back", "renew", "changed", "detail")) {
                row("/permission/" + page + ".xhtml?about=VOICE&story=" + shown.id(), EnumSet.of(MAYA));
            }
            row("/receipt/" + shown.id() + "/receipt.json", EnumSet.of(MAYA));
            row("/receipt/" + shown.id() + "/receipt.pdf", EnumSet.of(MAYA));
            row("/story/others.xhtml?story=" + shown.id(), EnumSet.of(MAYA));
            row("/story/together.xhtml?story=" + shown.id(), EnumSet.of(MAYA));
            row("/story/told-with.xhtml?story=" + shown.id(), EnumSet.noneOf(Person.class));
            row("/supervision/spoken.xhtml", EnumSet.of(PRIYA, TOM, RUTH, MO, CARA, GWEN, ADA));
            row("/governance/records.xhtml", EnumSet.of(GWEN));
            row("/third-party.xhtml", EVERYBODY);
            row("/plan/plan.xhtml", EnumSet.of(MAYA, DANNY));
            row("/plan/plan.xhtml?person=" + person, EnumSet.of(MAYA, PRIYA));
            row("/plan/goal-new.xhtml?person=" + person, EnumSet.of(MAYA, PRIYA));
            row("/plan/goal.xhtml?goal=" + gathered.goal(), EnumSet.of(MAYA, PRIYA));
            row("/plan/goal-edit.xhtml?goal=" + gathered.goal(), EnumSet.of(MAYA, PRIYA));
            row("/supervision/caseload.xhtml", EnumSet.of(PRIYA, TOM));
            row("/supervision/person.xhtml?person=" + person, EnumSet.of(PRIYA));
            row("/moderation/queue.xhtml?stage=CONSENT", EnumSet.of(RUTH, MO));
            row("/moderation/queue.xhtml?stage=CONTENT", EnumSet.of(RUTH, MO));
            // mo is told on the queue that somebody else has it
            row(Errands.desk(held), EnumSet.of(RUTH, MO));
            row("/collection/list.xhtml", EnumSet.of(PRIYA, TOM, CARA));
            row("/collection/new.xhtml", EnumSet.of(PRIYA, TOM, CARA));
            String collection = "collection=" + gathered.id();
            row("/collection/edit.xhtml?" + collection, EnumSet.of(PRIYA));
            row("/collection/view.xhtml?" + collection, EnumSet.of(MAYA, PRIYA));
            row("/collection/story.xhtml?" + collection + "&story=" + shown.id(), EnumSet.of(MAYA, PRIYA));
            row("/watch-look/" + gathered.id() + "/" + waiting.id(), EnumSet.noneOf(Person.class));
            row("/collection/preview.xhtml?" + collection + "&story=" + shown.id(), EnumSet.of(PRIYA));
            row("/collection/story.xhtml?" + collection + "&story=" + waiting.id(), EnumSet.noneOf(Person.class));
            row("/presentation/show.xhtml?presentation=" + presentation, EnumSet.of(PRIYA));
            row("/presentation/after.xhtml?presentation=" + presentation, EnumSet.of(MAYA, PRIYA));
            row("/presentation-look/" + presentation + "/-", EnumSet.of(PRIYA));
            row("/governance/trail.xhtml", EnumSet.of(GWEN));
            row("/governance/holds.xhtml", EnumSet.of(GWEN));
            row("/identity/accounts.xhtml", EnumSet.of(ADA));
            row("/identity/account-new.xhtml", EnumSet.of(ADA));
            row("/identity/offices.xhtml", EnumSet.of(ADA));
            row(
                    "/identity/office.xhtml?office="
                            + Errands.get(ada, "/identity/offices.xhtml").id("office"),
                    EnumSet.of(ADA));
            row("/identity/account.xhtml?account=" + account, EnumSet.of(ADA));
            row("/identity/account-card.xhtml?account=" + account, EnumSet.of(ADA));
            row("/media/own/" + picture + "/master", EnumSet.of(MAYA));
            row("/media/own/" + picture + "/thumbnail", EnumSet.of(MAYA));
            row("/media/collection/" + gathered.id() + "/" + picture + "/screen", EnumSet.of(MAYA, PRIYA));
            row("/media/gathering/" + gathered.id() + "/" + picture + "/screen", EnumSet.of(PRIYA));
            row("/media/presentation/" + presentation + "/" + picture + "/screen", EnumSet.of(PRIYA));
            row(claimed, EnumSet.noneOf(Person.class));
            row("/media/collection/" + UUID.randomUUID() + "/" + picture + "/screen", EnumSet.noneOf(Person.class));
            row("/media/own/" + UUID.randomUUID() + "/screen", EnumSet.noneOf(Person.class));
            row("/story/edit.xhtml?story=" + UUID.randomUUID(), EnumSet.noneOf(Person.class));
            row("/story/edit.xhtml?story=no-id", EnumSet.noneOf(Person.class));
            row("/story/edit.xhtml", EnumSet.noneOf(Person.class));
            row("/collection/view.xhtml?collection=" + UUID.randomUUID(), EnumSet.noneOf(Person.class));
            row("/no-such-page.xhtml", EnumSet.noneOf(Person.class));
            row("/WEB-INF/web.xml", EnumSet.noneOf(Person.class));
            row("/WEB-INF/template.xhtml", EnumSet.noneOf(Person.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodyGetsWhatIsTheirsAndNothingElse(Person person) {
        try (Visitor visitor = person.atDesk()) {
            List<String> wrong = new ArrayList<>();
            TABLE.forEach((address, people) -> {
                int expected = people.contains(person) ? 200 : 404;
                Errands.Answer answer = Errands.get(visitor, address);
                if (answer.status() != expected || answer.url().contains("/signin")) {
                    wrong.add(address + " gives " + answer.status());
                }
            });
            assertThat(wrong).as("what %s gets wrongly", person).isEmpty();
        }
    }

    @Test
    void nobodyGetsAnythingWithoutSigningIn() {
        try (Visitor nobody = Browser.visitor(Browser.DESK)) {
            nobody.open("/signin.xhtml");
            List<String> wrong = TABLE.keySet().stream()
                    .filter(address -> !address.startsWith("/WEB-INF") && !address.startsWith("/third-party"))
                    .filter(address -> !turnedAway(Errands.get(nobody, address), address))
                    .toList();
            assertThat(wrong).isEmpty();
            assertThat(Errands.get(nobody, "/push").status()).isEqualTo(401);
        }
    }

    /** To signing in; what pages ask for by themselves is answered with nothing, so that signing in never leads there. */
    private static boolean turnedAway(Errands.Answer answer, String address) {
        boolean askedByPages = List.of("/media/", "/presentation-look/", "/scene-status/", "/watch-look/").stream()
                .anyMatch(address::startsWith);
        return askedByPages
                ? answer.status() == 401 && answer.text().isEmpty()
                : answer.url().contains("/signin.xhtml");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MAYA")
    void nobodyElseSendsAFileIntoAStory(Person person) {
        try (Visitor visitor = person.atDesk()) {
            assertThat(Errands.put(visitor, upload, new byte[] {1, 2, 3}).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatIsNotYoursLooksLikeWhatIsNotThere() {
        try (Visitor danny = DANNY.atDesk()) {
            String notYours = TABLE.keySet().stream()
                    .filter(address -> address.startsWith("/story/where"))
                    .findFirst()
                    .orElseThrow();

            danny.open(notYours);
            String first = danny.page().locator("main").innerText();
            danny.open("/story/where.xhtml?story=" + UUID.randomUUID());

            assertThat(danny.page().locator("main").innerText()).isEqualTo(first);
            assertThat(danny.heading(Words.of("error.not_available.title"))).isVisible();
        }
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequest() {
        String name = "sam-" + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor ada = ADA.atDesk();
                Visitor sam = Browser.as(name, Errands.open(ada, name, "Sam " + name, "MODERATOR"), Browser.DESK)) {
            assertThat(sam.open("/moderation/queue.xhtml?stage=CONSENT").status())
                    .isEqualTo(200);

            Errands.roles(ada, Errands.accountOf(ada, "Sam " + name), "CURATOR");

            assertThat(sam.open("/moderation/queue.xhtml?stage=CONSENT").status())
                    .isEqualTo(404);
            assertThat(sam.open("/collection/list.xhtml").status()).isEqualTo(200);
        }
    }

    @Test
    void whoseAccountIsClosedIsOutAtTheNextRequest() {
        String name = "kim-" + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor ada = ADA.atDesk();
                Visitor kim = Browser.as(name, Errands.open(ada, name, "Kim " + name, "CURATOR"), Browser.DESK)) {
            assertThat(kim.open("/collection/list.xhtml").status()).isEqualTo(200);

            Errands.post(
                    ada,
                    "/identity/account.xhtml?account=" + Errands.accountOf(ada, "Kim " + name),
                    "closing-form",
                    Map.of(),
                    "close");

            kim.open("/collection/list.xhtml");
            assertThat(kim.page()).hasURL(Pattern.compile(".*/signin\\.xhtml.*"));
        }
    }

    @Test
    void aNewPassphraseEndsTheSessionOfTheOldOneAtTheNextRequest() {
        String name = "kit-" + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor ada = ADA.atDesk();
                Visitor kit = Browser.as(name, Errands.open(ada, name, "Kit " + name, "CURATOR"), Browser.DESK)) {
            assertThat(kit.open("/collection/list.xhtml").status()).isEqualTo(200);

            Errands.post(
                    ada,
                    "/identity/account.xhtml?account=" + Errands.accountOf(ada, "Kit " + name),
                    "passphrase-form",
                    Map.of(),
                    "new-passphrase");

            kit.open("/collection/list.xhtml");
            assertThat(kit.page()).hasURL(Pattern.compile(".*/signin\\.xhtml.*"));
        }
    }

    @Test
    void whoIsKeptOutOfACaseIsOutAtTheNextRequestAndComesBack() {
        try (Visitor ada = ADA.atDesk();
                Visitor priya = PRIYA.atDesk()) {
            String person = Errands.personOf(priya, MAYA);
            String maya = "/identity/account.xhtml?account=" + Errands.accountOf(ada, MAYA.displayName());
            Errands.post(
                    ada, maya, "excluding", Map.of("excluded", Errands.accountOf(ada, PRIYA.displayName())), "exclude");
            try {
                assertThat(priya.open("/supervision/person.xhtml?person=" + person)
                                .status())
                        .isEqualTo(404);
                priya.open("/supervision/caseload.xhtml");
                assertThat(priya.page().getByText(MAYA.crn())).hasCount(0);
            } finally {
                Errands.post(ada, maya, "readmitting", Map.of(), "readmit-0");
            }
            assertThat(priya.open("/supervision/person.xhtml?person=" + person).status())
                    .isEqualTo(200);
        }
    }

    private static void row(String address, Set<Person> people) {
        TABLE.put(address, people);
    }
}
