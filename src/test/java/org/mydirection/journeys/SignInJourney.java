package org.mydirection.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mydirection.web.demo.Demo;

/** Coming in and going out: what somebody at a shared device sees, and what the next one does not. */
class SignInJourney {

    private static final Pattern SIGN_IN = Pattern.compile(".*/signin\\.xhtml.*");

    private Visitor visitor;

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void somebodyWhoIsKnownComesToTheirFirstPage() {
        givenTheSignInPage();

        whenTheyTry("maya", Demo.PASSPHRASE);

        thenTheyRead(Words.of("home.page.title"));
    }

    @Test
    void aWrongPassphraseSaysTheSameForAKnownAndAnUnknownName() {
        givenTheSignInPage();

        whenTheyTry("danny", "not-this-one");
        String known = whatWentWrong();
        givenTheSignInPage();
        whenTheyTry("nobody-of-that-name", "not-this-one");

        assertThat(whatWentWrong())
                .isEqualTo(known)
                .contains(Words.of("signin.failed.what"), Words.of("signin.failed.next"));
        assertThat(visitor.page().getByLabel(Words.of("signin.password.label"))).hasValue("");
        thenTheyAreNotIn();
    }

    @Test
    void whoAskedForAPageComesBackToItAfterSigningIn() {
        visitor = Browser.visitor(Browser.PHONE);
        visitor.open("/story/start.xhtml");
        assertThat(visitor.page()).hasURL(SIGN_IN);

        whenTheyTry("maya", Demo.PASSPHRASE);

        assertThat(visitor.page()).hasURL(Pattern.compile(".*/story/start\\.xhtml.*"));
    }

    @Test
    void afterAMistakeOneStillComesToThePageThatWasAskedFor() {
        visitor = Browser.visitor(Browser.PHONE);
        visitor.open("/story/start.xhtml");

        whenTheyTry("maya", "not-this-one");
        whenTheyTry("maya", Demo.PASSPHRASE);

        assertThat(visitor.page()).hasURL(Pattern.compile(".*/story/start\\.xhtml.*"));
    }

    @Test
    void afterSignOutBackShowsNothing() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);
        visitor.open("/help.xhtml");
        Page beside = visitor.context().newPage();
        beside.navigate(Server.running().url("/story/start.xhtml"));

        visitor.press(visitor.button(Words.of("app.sign_out.button")));
        assertThat(visitor.page().getByText(Words.of("signin.out.text"))).isVisible();
        beside.waitForURL(address -> address.endsWith("/exit"));
        visitor.page().goBack();

        assertThat(visitor.page()).hasURL(SIGN_IN);
        assertThat(visitor.page().getByText(Words.of("support.page.text"))).hasCount(0);
        thenTheyAreNotIn();
    }

    @Test
    void signOutInASessionThatHasEndedSaysSoAndIsNotDoneAgainAfterSigningIn() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);
        visitor.open("/home.xhtml");
        visitor.context().clearCookies();

        visitor.press(visitor.button(Words.of("app.sign_out.button")));
        assertThat(visitor.page().getByText(Words.of("signin.out.text"))).isVisible();
        whenTheyTry("maya", Demo.PASSPHRASE);

        thenTheyRead(Words.of("home.page.title"));
        visitor.open("/story/start.xhtml");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/story/start\\.xhtml.*"));
    }

    @Test
    void signOutOnAPageThatIsTooOldSignsOutAllTheSame() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);
        visitor.open("/help.xhtml");
        visitor.page()
                .evaluate("document.querySelectorAll('input[name=\"jakarta.faces.ViewState\"]')"
                        + ".forEach(field => field.value = '1:2')");

        visitor.press(visitor.button(Words.of("app.sign_out.button")));

        assertThat(visitor.page().getByText(Words.of("signin.out.text"))).isVisible();
        thenTheyAreNotIn();
    }

    @Test
    void aFormThatWasSentAfterTheSessionEndedDoesNotShutOutWhoSignsInAgain() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);
        visitor.open("/story/how.xhtml");
        visitor.context().clearCookies();

        visitor.press(visitor.control("start-words"));
        assertThat(visitor.page().getByText(Words.of("signin.out.text"))).hasCount(0);
        whenTheyTry("maya", Demo.PASSPHRASE);

        thenTheyRead(Words.of("home.page.title"));
        visitor.open("/home.xhtml");
        thenTheyRead(Words.of("home.page.title"));
    }

    @Test
    void exitThisPageSignsOutAndLeavesNoWayBack() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);
        assertThat(visitor.page().getByText(Words.of("home.page.title"))).isVisible();

        visitor.press(visitor.link(Words.of("exit.page.button")));

        thenTheyRead(Words.of("exit.done.title"));
        assertThat(visitor.page().getByText(Words.of("home.page.title"))).hasCount(0);
        visitor.page().goBack();
        assertThat(visitor.page().getByText(Words.of("home.page.title"))).hasCount(0);
        thenTheyAreNotIn();
    }

    @Test
    void threeTimesShiftLeavesThePageToo() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);

        for (int press = 0; press < 3; press++) {
            visitor.page().keyboard().press("Shift");
        }

        thenTheyRead(Words.of("exit.done.title"));
        thenTheyAreNotIn();
    }

    @Test
    void fiveWrongTriesCloseANameForAWhileWhetherItExistsOrNot() {
        String invented = "nobody-" + UUID.randomUUID();
        givenTheSignInPage();
        for (int wrong = 0; wrong < 5; wrong++) {
            whenTheyTry(invented, "wrong-" + wrong);
            assertThat(whatWentWrong()).contains(Words.of("signin.failed.what"));
        }

        whenTheyTry(invented, "wrong-again");

        assertThat(whatWentWrong()).contains(Words.of("signin.locked.what")).contains("15");
        thenTheyAreNotIn();
    }

    @Test
    void whoIsInAlreadyIsNotAskedAgain() {
        visitor = Browser.as("maya", Demo.PASSPHRASE, Browser.PHONE);

        visitor.open("/signin.xhtml");

        thenTheyRead(Words.of("home.page.title"));
    }

    @Test
    void theAddressOfTheSignInTellsNothing() {
        visitor = Browser.visitor(Browser.PHONE);
        visitor.open("/story/edit.xhtml?story=" + UUID.randomUUID());

        assertThat(visitor.page()).hasURL(SIGN_IN);
        assertThat(visitor.page().url()).doesNotContain("story");
    }

    private void givenTheSignInPage() {
        if (visitor == null) {
            visitor = Browser.visitor(Browser.PHONE);
        }
        visitor.open("/signin.xhtml");
    }

    private void whenTheyTry(String name, String passphrase) {
        visitor.page().getByLabel(Words.of("signin.name.label")).fill(name);
        visitor.page().getByLabel(Words.of("signin.password.label")).fill(passphrase);
        visitor.press(visitor.button(Words.of("signin.go.button")));
    }

    private String whatWentWrong() {
        return visitor.page().getByRole(AriaRole.ALERT).innerText();
    }

    private void thenTheyRead(String heading) {
        assertThat(visitor.heading(heading)).isVisible();
    }

    private void thenTheyAreNotIn() {
        visitor.open("/home.xhtml");
        assertThat(visitor.page()).hasURL(SIGN_IN);
    }
}
