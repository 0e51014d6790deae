package org.mydirection.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {

    @Test
    void withoutSettingsItListensOnTheLoopbackAddressOnly() throws NotStarted {
        LaunchSettings settings = settings(Map.of(), Map.of());

        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.memory()).isEqualTo("1g");
        assertThat(settings.demo()).isFalse();
        assertThat(settings.dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void aSystemPropertyGoesBeforeTheEnvironment() throws NotStarted {
        assertThat(settings(Map.of(), Map.of("HTTP_PORT", "9090")).port()).isEqualTo(9090);
        assertThat(settings(Map.of("http.port", "9091"), Map.of("HTTP_PORT", "9090"))
                        .port())
                .isEqualTo(9091);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty", "80 80"})
    void aPortThatIsNoneIsRefusedByName(String port) {
        assertThatThrownBy(() -> settings(Map.of("http.port", port), Map.of()).port())
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("http.port")
                .hasMessageContaining(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "g", "1t", "1g -Dx=y"})
    void aMemoryThatIsNoneIsRefusedByName(String memory) {
        assertThatThrownBy(() ->
                        settings(Map.of("server.memory", memory), Map.of()).memory())
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("server.memory");
    }

    @Test
    void theApplicationGetsItsSettingsByTheEnvironmentAndNothingElseOfOurs() {
        LaunchSettings settings = settings(
                Map.of("db.password", "secret", "store.secret.key", "other", "user.home", "/somewhere"),
                Map.of("PATH", "/bin", "DB_PASSWORD", "older"));

        assertThat(settings.childEnvironment())
                .containsEntry("DB_PASSWORD", "secret")
                .containsEntry("STORE_SECRET_KEY", "other")
                .containsEntry("PATH", "/bin")
                .doesNotContainKey("USER_HOME");
    }

    @Test
    void everySettingOfTheReadmeReachesTheApplication() throws IOException {
        List<String> names = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1, line.indexOf('|', 1)))
                .flatMap(cell -> Stream.of(cell.split(",")))
                .map(name -> name.replace("`", "").strip())
                .filter(name -> name.matches("[a-z]+(\\.[a-z]+)+|demo"))
                .filter(name -> !name.startsWith("browser."))
                .toList();
        LaunchSettings settings =
                settings(names.stream().collect(Collectors.toMap(name -> name, name -> "set")), Map.of());

        assertThat(names).contains("http.port", "demo", "transcript.model", "content.dir");
        assertThat(settings.childEnvironment())
                .containsKeys(names.stream()
                        .map(name -> name.replace('.', '_').toUpperCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    @Test
    void furtherOptionsOfJavaKeepTheirOrder() {
        assertThat(settings(Map.of("server.options", "-Xlog:gc  -Da=b"), Map.of())
                        .options())
                .containsExactly("-Xlog:gc", "-Da=b");
        assertThat(settings(Map.of(), Map.of()).options()).isEmpty();
    }

    @Test
    void thePostgresqlDriverFollowsFromTheAddress() {
        Map<String, String> postgresql = Map.of("db.url", "jdbc:postgresql://host/name");

        assertThat(settings(postgresql, Map.of()).childEnvironment())
                .containsEntry("DB_CLASS", "org.postgresql.ds.PGSimpleDataSource");
        assertThat(settings(postgresql, Map.of("DB_CLASS", "another.Source")).childEnvironment())
                .containsEntry("DB_CLASS", "another.Source");
        assertThat(settings(Map.of(), Map.of()).childEnvironment()).doesNotContainKey("DB_CLASS");
    }

    private static LaunchSettings settings(Map<String, String> properties, Map<String, String> environment) {
        Properties given = new Properties();
        given.putAll(properties);
        return new LaunchSettings(given, environment);
    }
}
