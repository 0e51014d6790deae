package org.mydirection.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/stories, db:5432",
        "jdbc:postgresql://db:6000/stories?sslmode=require, db:6000",
        "jdbc:postgresql://[::1]:6000/stories, ::1:6000",
        "jdbc:postgresql://db, db:5432"
    })
    void aDatabaseIsLookedForWhereItsAddressSays(String url, String where) {
        assertThat(Neighbours.ofDatabase(url)).singleElement().satisfies(address -> assertThat(named(address))
                .isEqualTo(where));
    }

    @Test
    void oneOfSeveralDatabasesIsEnough() throws Exception {
        try (ServerSocket there = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + closed() + ",127.0.0.1:" + there.getLocalPort() + "/stories";

            assertThatCode(() -> Neighbours.require(settings("db.url", url))).doesNotThrowAnyException();
        }
    }

    @Test
    void whereNobodyListensTheSettingIsNamedAndNothingElseOfIt() throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + closed() + "/stories?user=me&password=secret";
        assertThatThrownBy(() -> Neighbours.require(settings("db.url", url)))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("db.url")
                .hasMessageNotContaining("secret");

        String endpoint = "http://127.0.0.1:" + closed();
        assertThatThrownBy(() -> Neighbours.require(settings("store.endpoint", endpoint)))
                .isInstanceOf(NotStarted.class)
                .hasMessageContaining("store.endpoint");
    }

    @ParameterizedTest
    @CsvSource({"https://store.example, store.example:443", "http://minio:9000/, minio:9000", "http://minio, minio:80"})
    void aStoreIsLookedForWhereItsAddressSays(String endpoint, String where) {
        assertThat(Neighbours.ofStore(endpoint)).map(NeighboursTest::named).contains(where);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:h2:file:./data/db", "jdbc:postgresql:stories", "jdbc:postgresql://a b:c/x", "of course"})
    void whatIsNoSuchAddressIsLeftToTheApplication(String text) {
        assertThat(Neighbours.ofDatabase(text)).isEmpty();
        assertThatCode(() -> Neighbours.require(settings("store.endpoint", text)))
                .doesNotThrowAnyException();
    }

    private static int closed() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static String named(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private static LaunchSettings settings(String name, String value) {
        Properties given = new Properties();
        given.setProperty(name, value);
        return new LaunchSettings(given, Map.of());
    }
}
