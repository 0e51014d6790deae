package org.mydirection.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever starts the application meets: it starts, or says in one sentence why not, and it ends. */
class StartJourney {

    @Test
    void theRunningApplicationSaysThatItIsUpAndNothingElse() throws Exception {
        HttpResponse<String> ready = get(Server.running().url("/health/ready"));

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("database", "object-store", "media-tools", "started")
                .doesNotContain("DOWN", "jdbc", "exception");
        assertThat(get(Server.running().url("/health/live")).statusCode()).isEqualTo(200);
    }

    @Test
    void aPageThatIsNotOpenToEveryoneIsNotShownWithoutSignIn() throws Exception {
        assertThat(get(Server.running().url("/openapi")).statusCode()).isNotEqualTo(200);
        assertThat(get(Server.running().url("/WEB-INF/web.xml")).body()).doesNotContain("<web-app");
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndFromOtherSites() throws Exception {
        assertThat(get(Server.running().url("/signin.xhtml")).headers().allValues("set-cookie"))
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie.toLowerCase(java.util.Locale.ROOT)).contains("httponly", "samesite=strict"));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void theSignInPageIsThereForEveryone(int width) {
        try (Visitor visitor = Browser.visitor(new Browser.Size(width, 700))) {
            visitor.open("/signin.xhtml");

            assertThat(visitor.page().getByRole(AriaRole.HEADING).first().textContent())
                    .isEqualTo(Words.of("signin.page.title"));
            visitor.assertAccessible();
            visitor.assertFitsWindow();
            visitor.shot("signin-" + width);
        }
    }

    @Test
    void aPersonOfTheDemoSignsIn() {
        try (Visitor maya = Browser.as("maya")) {
            assertThat(maya.page().url()).doesNotContain("signin");
        }
    }

    @Test
    void aRequestToAnotherHostIsNoticed() {
        Visitor visitor = Browser.visitor(Browser.DESK);
        visitor.open("/signin.xhtml");
        visitor.page().evaluate("new Image().src = 'http://127.0.0.1:9/x.png'");

        await().untilAsserted(() -> {
            visitor.page().evaluate("0");
            assertThat(visitor.faults()).anySatisfy(fault -> assertThat(fault).contains("127.0.0.1:9"));
        });
        visitor.leave();
    }

    @Test
    void aLogLineIsAnEvent() {
        assertThat(Server.running().log()).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches("\\d{4}-\\d\\d-\\d\\dT.*"));
    }

    @Test
    void aPortInUseIsNamedWithItsSetting() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatItRefuses(
                    "port-in-use",
                    Map.of("http.port", Integer.toString(taken.getLocalPort())),
                    "http.port",
                    Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void aPortThatIsNoNumberIsNamedWithItsSetting() throws Exception {
        assertThatItRefuses("no-port", Map.of("http.port", "often"), "http.port", "often");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamedWithItsSetting() throws Exception {
        Path file = Server.folder("a-file");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "in the way");

        assertThatItRefuses("no-folder", Map.of("data.dir", file.resolve("data").toString()), "data.dir");
    }

    @Test
    void aDataFolderInUseIsRefused() throws Exception {
        Server.running();

        assertThatItRefuses(
                "folder-in-use", Map.of("data.dir", Server.folder("data").toString()), "data.dir", "Another");
    }

    @Test
    void aStoreThatCannotBeReachedIsNamedWithItsSetting() throws Exception {
        assertThatItRefuses(
                "no-store",
                Map.of(
                        "store.endpoint",
                        "http://127.0.0.1:" + Starter.freePort(),
                        "store.access.key",
                        "nobody",
                        "store.secret.key",
                        "listens-there",
                        "vault.key.file",
                        madeUpKey().toString()),
                "store.endpoint");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedWithItsSetting() throws Exception {
        assertThatItRefuses(
                "no-database",
                Map.of("db.url", "jdbc:postgresql://127.0.0.1:" + Starter.freePort() + "/nothing"),
                "db.url");
    }

    private static void assertThatItRefuses(String name, Map<String, String> settings, String... named)
            throws InterruptedException {
        try (Starter starter = Starter.run(Server.emptied(Server.folder(name)), settings)) {
            int exitCode = starter.awaitEnd();

            List<String> sentences = starter.said()
                    .lines()
                    .filter(line -> !line.startsWith("My Direction is starting"))
                    .toList();
            assertThat(exitCode).isEqualTo(2);
            assertThat(sentences).singleElement().satisfies(sentence -> assertThat(sentence)
                    .startsWith("My Direction did not start: ")
                    .contains(named)
                    .doesNotContain("Exception"));
            assertThat(starter.children()).isEmpty();
        }
    }

    private static Path madeUpKey() throws IOException {
        Path key = Server.folder("a-key");
        Files.createDirectories(key.getParent());
        return Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
