package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody meets who means harm, signed in or not. */
class AttackJourney {

    private static final Pattern STORY = Pattern.compile("story=([0-9a-f-]{36})");

    @ParameterizedTest
    @CsvSource({"POST, /upload/a/b", "PUT, /scene-status/a/b", "DELETE, /media/own/a/screen", "POST, /exit"})
    void aWayOfAskingThatIsNotOursTellsNothingOfTheServer(String method, String path) {
        try (Visitor maya = Browser.as("maya")) {
            APIResponse answer = ask(maya, method, path);

            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.text()).doesNotContainIgnoringCase("payara");
        }
    }

    @Test
    void whatSomebodyTypesIntoAnAddressDoesNotReachTheLog() {
        String typed = "Nan" + UUID.randomUUID();
        try (Visitor maya = Browser.as("maya")) {
            long before = addressesOfNobody();
            ask(maya, "GET", "/story/" + typed + "%20and%20me.xhtml");
            ask(maya, "GET", "/media/own/%0a2026-11-23T00:00:00.000Z%20INFO%20" + typed + "/x");
            // The log is written behind the requests.
            for (int waited = 0; waited < 200 && addressesOfNobody() < before + 2; waited++) {
                ask(maya, "GET", "/health/live");
            }
        }

        assertThat(Server.running().log())
                .noneMatch(line -> line.contains(typed))
                .anyMatch(line -> line.contains("an address that is none of ours"));
    }

    private static long addressesOfNobody() {
        return Server.running().log().stream()
                .filter(line -> line.contains("an address that is none of ours"))
                .count();
    }

    @Test
    void markupAndCharactersThatNobodySeesAreJustWords() {
        String hostile = "<script>alert(1)</script> #{me.name} ${1+1} {0} \" --> <img src=x onerror=alert(1)>";
        try (Visitor maya = Browser.as("maya")) {
            begun(maya);
            Page page = maya.page();
            page.locator("#title").fill("A\0B\u202eC " + hostile);
            maya.press(page.locator("#save"));
            page.reload();

            assertThat(page.locator("#title").inputValue()).isEqualTo("ABC " + hostile);
            maya.open("/story/start.xhtml");
            maya.open("/home.xhtml");
            assertThat(page.locator("main").innerText()).contains("ABC " + hostile);
        }
    }

    @Test
    void theStoryOfSomebodyElseIsNotThereInAFormOfOnesOwn() {
        String dannys;
        try (Visitor danny = Browser.as("danny")) {
            dannys = begun(danny);
        }
        try (Visitor maya = Browser.as("maya")) {
            String hers = begun(maya);
            Line.Answer answer = maya.line()
                    .post(
                            "/story/edit.xhtml?story=" + hers,
                            "edit",
                            Map.of("title", "stolen", "story", dannys),
                            "save",
                            true);

            assertThat(Jsoup.parse(answer.text()).selectFirst("h1").text())
                    .isEqualTo(Words.of("error.not_available.title"));
        }
        try (Visitor danny = Browser.as("danny")) {
            danny.open("/story/edit.xhtml?story=" + dannys);
            assertThat(danny.page().locator("#title").inputValue()).isEmpty();
        }
    }

    @Test
    void aPageThatIsTooOldSaysSo() {
        try (Visitor maya = Browser.as("maya")) {
            begun(maya);
            Page page = maya.page();
            page.evaluate("document.querySelectorAll('input[name=\"jakarta.faces.ViewState\"]')"
                    + ".forEach(field => field.value = '1:2')");
            maya.press(page.locator("#save"));

            assertThat(page.getByRole(AriaRole.HEADING).first().textContent())
                    .isEqualTo(Words.of("error.expired.title"));
        }
    }

    @Test
    void anUploadFromAnotherSiteIsRefused() {
        try (Visitor maya = Browser.as("maya")) {
            String story = begun(maya);

            assertThat(ask(maya, "PUT", "/upload/" + story + "/" + UUID.randomUUID())
                            .status())
                    .isEqualTo(404);
        }
    }

    /** Begins a story of words, opens its page, and gives its id. */
    private static String begun(Visitor teller) {
        teller.open("/story/how.xhtml");
        teller.page().locator("#start-words").click();
        teller.page().waitForURL(STORY);
        Matcher story = STORY.matcher(teller.page().url());
        assertThat(story.find()).isTrue();
        teller.open("/story/edit.xhtml?story=" + story.group(1));
        return story.group(1);
    }

    private static APIResponse ask(Visitor visitor, String method, String path) {
        APIRequestContext request = visitor.context().request();
        return request.fetch(Server.running().url(path), RequestOptions.create().setMethod(method));
    }
}
