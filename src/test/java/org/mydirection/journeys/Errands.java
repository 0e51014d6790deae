package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must be there before a journey begins, made as people make it but faster: each errand fetches a page, fills in
 * its form and posts it, in the person's own session, without looking. Nothing that a page does not offer can be done.
 */
final class Errands {

    /** Where the sample files lie. */
    static final Path SAMPLES = Path.of("media-samples").toAbsolutePath();

    /** The purposes in the order in which they are asked. */
    static final List<String> PURPOSES = List.of(
            "OWN_SUPERVISION",
            "OTHER_PEOPLE_SUPERVISION",
            "GROUP",
            "RECEPTION_SCREEN",
            "STAFF_TRAINING",
            "COMMUNITY_PARTNER",
            "EVALUATION");

    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z]+)\"");
    private static final Set<String> SETTLED = Set.of("READY", "REFUSED", "FAILED");

    private Errands() {}

    /** A story that was told: its id in addresses, and its title, which no other story has. */
    record Told(String id, String title) {}

    /** A collection and the goal that it is tied to. */
    record Gathered(String id, String title, String goal) {}

    /** The answer to a request: the status, the address at the end of all redirects, the body. */
    record Answer(int status, String url, String text) {

        /** The id that the address, or else the first link in the page, gives as this parameter. */
        String id(String parameter) {
            Matcher found =
                    Pattern.compile("[?&;]" + parameter + "=([0-9a-f-]{36})").matcher(url + "\n" + text);
            assertThat(found.find())
                    .as("the parameter %s in %s", parameter, url)
                    .isTrue();
            return found.group(1);
        }
    }

    /** A story of words and no more, not sent. */
    static Told tell(Visitor teller, String name) {
        String title = name + " " + UUID.randomUUID().toString().substring(0, 8);
        Answer begun = post(teller, "/story/how.xhtml", "start", Map.of(), "start-words");
        Told told = new Told(begun.id("story"), title);
        post(teller, scene(told, begun.id("scene")), "edit", Map.of("words", "The words of " + title + "."), "save");
        post(teller, edit(told), "edit", Map.of("title", title), "save");
        return told;
    }

    /** The same with a picture and a recording, both ready. */
    static Told tellAll(Visitor teller, String name) {
        Told told = tell(teller, name);
        String picture = addPart(teller, told, "add-picture");
        String recording = addPart(teller, told, "add-voice");
        upload(teller, told, picture, "front-door-gps.jpg");
        upload(teller, told, recording, "voice-memo-location.m4a");
        post(
                teller,
                scene(told, picture),
                "edit",
                Map.of("alt", "A front door with a key in the lock", "caption", "It opened first time."),
                "save");
        post(
                teller,
                scene(told, recording),
                "edit",
                Map.of("transcript", "I kept the key in my pocket all day. It is my front door."),
                "save");
        awaitReady(teller, told, picture);
        awaitReady(teller, told, recording);
        return told;
    }

    /** Yes to one's own supervision, for half a year, by first name, to be shown by one's own practitioner. */
    static void permit(Visitor teller, Told told) {
        permit(teller, told, List.of("OWN_SUPERVISION"), "MY_PRACTITIONER");
    }

    static void permit(Visitor teller, Told told, List<String> yes, String audience) {
        answer(teller, told, yes, audience);
        post(teller, "/permission/check.xhtml?story=" + told.id(), "question", Map.of(), "give");
    }

    /** Answers all questions about permission and does not say yet that it is right. */
    static void answer(Visitor teller, Told told, List<String> yes, String audience) {
        String story = "?story=" + told.id();
        post(teller, "/permission/limits.xhtml" + story, "reading", Map.of("read", "on"), "go-on");
        for (String purpose : PURPOSES) {
            post(
                    teller,
                    "/permission/purpose.xhtml" + story + "&purpose=" + purpose,
                    "question",
                    Map.of("answer", yes.contains(purpose) ? "YES" : "NO"),
                    "next");
        }
        post(teller, "/permission/audience.xhtml" + story, "question", Map.of("audience", audience), "next");
        beKnownAs(teller, told, "FIRST_NAME", "");
        post(
                teller,
                "/permission/until.xhtml" + story,
                "question",
                Map.of("pick", "DAY", "day", today().plusMonths(6).toString()),
                "next");
        for (String detail : List.of("FACE", "VOICE")) {
            post(
                    teller,
                    "/permission/detail.xhtml" + story + "&about=" + detail,
                    "question",
                    Map.of("answer", "AS_IS"),
                    "next");
        }
        post(
                teller,
                "/permission/teach-back.xhtml" + story,
                "question",
                Map.of("who-sees", "Those I said yes to", "change-mind", "Take it back", "must-act", "Danger"),
                "next");
    }

    /** Says that it was read out, before a witness. */
    static void sayAloud(Visitor teller, Told told, String witness) {
        post(
                teller,
                "/permission/help.xhtml?story=" + told.id(),
                "question",
                Map.of("how", "ALOUD", "helper", "NOBODY", "witness", witness),
                "next");
    }

    /** @param name the chosen one; empty for none */
    static void beKnownAs(Visitor teller, Told told, String identity, String name) {
        post(
                teller,
                "/permission/identity.xhtml?story=" + told.id(),
                "question",
                Map.of("identity", identity, "chosen-name", name),
                "next");
    }

    static void send(Visitor teller, Told told) {
        post(teller, "/story/send.xhtml?story=" + told.id(), "sending", Map.of(), "send");
    }

    /** Told, permitted and sent. */
    static Told sent(Visitor teller, String name) {
        Told told = tell(teller, name);
        permit(teller, told);
        send(teller, told);
        return told;
    }

    /** Both checks say yes to the story that was sent last. */
    static void approve(Told told) {
        try (Visitor ruth = Person.RUTH.atDesk();
                Visitor mo = Person.MO.atDesk()) {
            decide(ruth, "CONSENT", told, "approve", Map.of());
            decide(mo, "CONTENT", told, "approve", Map.of());
        }
    }

    /** Takes the newest of a queue, which must be this story, and decides on it. */
    static void decide(Visitor moderator, String stage, Told told, String press, Map<String, Object> fields) {
        String review = claimNewest(moderator, stage, told);
        Map<String, Object> all = new LinkedHashMap<>(fields);
        if (press.equals("approve")) {
            all.put("checks", valuesOf(moderator, desk(review), "checks"));
        }
        post(moderator, desk(review), "decide", all, press);
    }

    /** The id of the review. */
    static String claimNewest(Visitor moderator, String stage, Told told) {
        String queue = "/moderation/queue.xhtml?stage=" + stage;
        Answer listed = get(moderator, queue);
        int rows = listed.text().split("id=\"open-\\d+\"", -1).length - 1;
        Answer desk = post(moderator, queue, "waiting", Map.of(), "open-" + (rows - 1));
        assertThat(desk.text()).as("the newest of the queue").contains(told.title());
        return desk.id("review");
    }

    /** A goal of maya's, written by her practitioner. */
    static String goal(Visitor priya, String words) {
        return post(
                        priya,
                        "/plan/goal-new.xhtml?person=" + personOf(priya, Person.MAYA),
                        "goal-form",
                        Map.of("title", words, "area", "FINANCES"),
                        "save")
                .id("goal");
    }

    /** The id of the person, from the page of whoever supervises them. */
    static String personOf(Visitor practitioner, Person person) {
        Matcher link = Pattern.compile("id=\"open-" + person.crn() + "\" href=\"[^\"]*person=([0-9a-f-]{36})\"")
                .matcher(get(practitioner, "/supervision/caseload.xhtml").text());
        assertThat(link.find()).as("%s on the caseload", person).isTrue();
        return link.group(1);
    }

    /** priya gathers these stories for maya under a goal of their own, and publishes them. */
    static Gathered publish(Visitor priya, String name, Told... stories) {
        String title = name + " " + UUID.randomUUID().toString().substring(0, 8);
        String goal = goal(priya, "I will keep going, so that " + title + " comes true.");
        String id = post(
                        priya,
                        "/collection/new.xhtml",
                        "new-form",
                        Map.of("title", title, "for", personOf(priya, Person.MAYA)),
                        "begin")
                .id("collection");
        post(
                priya,
                "/collection/edit.xhtml?collection=" + id,
                "words-form",
                Map.of("title", title, "introduction", "Take your time."),
                "save");
        for (Told told : stories) {
            gather(priya, id, told);
        }
        post(priya, "/collection/edit.xhtml?collection=" + id, "goals-form", Map.of("goals", goal), "save-goals");
        post(priya, "/collection/edit.xhtml?collection=" + id, "state-form", Map.of(), "publish");
        return new Gathered(id, title, goal);
    }

    static void gather(Visitor curator, String collection, Told told) {
        post(
                curator,
                "/collection/preview.xhtml?collection=" + collection + "&story=" + told.id(),
                "add-form",
                Map.of(),
                "add");
    }

    /** The id of the presentation that priya starts. */
    static String present(Visitor practitioner, Gathered collection) {
        return post(
                        practitioner,
                        "/collection/view.xhtml?collection=" + collection.id(),
                        "start-form",
                        Map.of(),
                        "start")
                .id("presentation");
    }

    static void takeBack(Visitor teller, Told told) {
        post(teller, "/story/take-back.xhtml?story=" + told.id(), "taking-back", Map.of(), "take-back");
    }

    /** The id of somebody's account, as the administrator finds it. */
    static String accountOf(Visitor ada, String displayName) {
        Matcher link = Pattern.compile("account=([0-9a-f-]{36})\">" + Pattern.quote(displayName) + "<")
                .matcher(get(ada, "/identity/accounts.xhtml").text());
        assertThat(link.find()).as("the account of %s", displayName).isTrue();
        return link.group(1);
    }

    /** Gives an account exactly these roles. */
    static void roles(Visitor ada, String account, String... roles) {
        post(
                ada,
                "/identity/account.xhtml?account=" + account,
                "role-form",
                Map.of("roles", List.of(roles)),
                "save-roles");
    }

    /** Opens an account, and gives the password that its card shows. */
    static String open(Visitor ada, String userName, String displayName, String... roles) {
        return open(ada, userName, displayName, "", List.of(roles));
    }

    private static String open(Visitor ada, String userName, String displayName, String office, List<String> roles) {
        Answer card = post(
                ada,
                "/identity/account-new.xhtml",
                "account",
                Map.of("name", displayName, "username", userName, "roles", roles, "office", office),
                "create");
        Matcher passphrase = Pattern.compile("id=\"card-passphrase\">([^<]+)<").matcher(card.text());
        assertThat(passphrase.find()).as("the password on the card").isTrue();
        return passphrase.group(1);
    }

    /** A storyteller with a case record whom tom supervises, signed in at a phone. */
    static Visitor newcomer(Visitor ada, String userName, String displayName, String crn) {
        return Browser.as(userName, card(ada, userName, displayName, crn), Browser.PHONE);
    }

    /** The same at a phone with a microphone, who was never here: told nothing, shown nothing. */
    static Visitor newcomerWhoSpeaks(Visitor ada, String userName, String displayName, String crn) {
        return Browser.speaking(userName, card(ada, userName, displayName, crn), Browser.PHONE);
    }

    /** Their password. */
    private static String card(Visitor ada, String userName, String displayName, String crn) {
        Matcher office = Pattern.compile("<option value=\"([0-9a-f-]{36})\"")
                .matcher(get(ada, "/identity/account-new.xhtml").text());
        assertThat(office.find()).as("an office").isTrue();
        String passphrase = open(ada, userName, displayName, office.group(1), List.of("STORYTELLER"));
        String account = "/identity/account.xhtml?account=" + accountOf(ada, displayName);
        post(ada, account, "registering", Map.of("crn", crn), "register");
        String tom = accountOf(ada, Person.TOM.displayName());
        post(ada, account, "assigning", Map.of("practitioner", tom), "assign");
        return passphrase;
    }

    /** Tells a story's beginning to whoever never began one: what staff must act on, gone through. */
    static void goThroughTheLimits(Visitor teller) {
        post(teller, "/story/before.xhtml", "reading", Map.of(), "read");
    }

    /** Puts the pictures to the recording: the first from the start, the others at these milliseconds. */
    static void playAsOne(Visitor teller, Told told, String cues) {
        post(teller, "/story/cues.xhtml?story=" + told.id(), "cues-form", Map.of("cues", cues), "keep");
    }

    /** The id of the new part. */
    static String addPart(Visitor teller, Told told, String button) {
        return post(teller, edit(told), "add", Map.of(), button).id("scene");
    }

    /** Sends a sample to a part. */
    static void upload(Visitor teller, Told told, String scene, String sample) {
        Answer answer = put(teller, "/upload/" + told.id() + "/" + scene, bytes(SAMPLES.resolve(sample)));
        assertThat(answer.status()).as("sending %s: %s", sample, answer.text()).isEqualTo(201);
    }

    static void awaitReady(Visitor teller, Told told, String scene) {
        assertThat(settled(teller, told, scene)).isEqualTo("READY");
    }

    /** What became of the file of a part, once the work on it is over. */
    static String settled(Visitor teller, Told told, String scene) {
        return await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> status(get(teller, "/scene-status/" + told.id() + "/" + scene)), SETTLED::contains);
    }

    /**
     * Posts a form of a page; fails when the page has none such, or answers with a refusal. The page is not asked for
     * again where the answer before led to it, as in a browser.
     */
    static Answer post(Visitor visitor, String path, String form, Map<String, ?> fields, String press) {
        Answer answer = post(visitor, path, form, fields, press, false);
        assertThat(answer.status()).as("%s %s of %s", press, form, path).isEqualTo(200);
        assertThat(answer.text())
                .as("%s %s of %s", press, form, path)
                .doesNotStartWith("no ")
                .doesNotContain("id=\"errors\"");
        return answer;
    }

    /** Posts a form of a page that is asked for anew, whatever comes of it. */
    static Answer tryPost(Visitor visitor, String path, String form, Map<String, ?> fields, String press) {
        return post(visitor, path, form, fields, press, true);
    }

    private static Answer post(
            Visitor visitor, String path, String form, Map<String, ?> fields, String press, boolean anew) {
        return answer(visitor.line().post(path, form, fields, press, anew));
    }

    static Answer get(Visitor visitor, String path) {
        return answer(visitor.line().get(path));
    }

    static Answer put(Visitor visitor, String path, byte[] bytes) {
        return answer(visitor.line().put(path, bytes));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    static String edit(Told told) {
        return "/story/edit.xhtml?story=" + told.id();
    }

    static String scene(Told told, String scene) {
        return "/story/scene.xhtml?story=" + told.id() + "&scene=" + scene;
    }

    static String desk(String review) {
        return "/moderation/desk.xhtml?review=" + review;
    }

    private static List<String> valuesOf(Visitor visitor, String path, String name) {
        Matcher inputs =
                Pattern.compile("<input[^>]*>").matcher(get(visitor, path).text());
        List<String> values = new ArrayList<>();
        while (inputs.find()) {
            String input = inputs.group();
            if (input.contains("name=\"" + name + "\"")) {
                values.add(input.replaceAll("(?s).*value=\"([^\"]*)\".*", "$1"));
            }
        }
        return values;
    }

    private static String status(Answer answer) {
        Matcher status = STATUS.matcher(answer.text());
        return status.find() ? status.group(1) : "";
    }

    private static Answer answer(Line.Answer answer) {
        return new Answer(answer.status(), answer.url(), answer.text());
    }
}
