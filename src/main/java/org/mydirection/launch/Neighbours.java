package org.mydirection.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The database and the object store where they run by themselves: whether somebody listens there at all, so that a
 * start in vain ends at once and not after the server is up. Whether they let us in, the application finds out.
 */
final class Neighbours {

    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:postgresql://([^/?]+)(?:[/?].*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]@]+)(?::(\\d{1,5}))?");
    private static final int POSTGRESQL_PORT = 5432;
    private static final int PATIENCE_MILLISECONDS = 5_000;

    private Neighbours() {}

    /** Refused with the setting's name where nobody listens. An address of another form is left to the application. */
    static void require(LaunchSettings settings) throws NotStarted {
        List<InetSocketAddress> databases =
                settings.database().map(Neighbours::ofDatabase).orElse(List.of());
        if (!databases.isEmpty() && databases.stream().noneMatch(Neighbours::answers)) {
            throw new NotStarted("The database at " + named(databases.get(0))
                    + " cannot be reached: start it, or check the setting db.url.");
        }
        Optional<InetSocketAddress> store = settings.store().flatMap(Neighbours::ofStore);
        if (store.isPresent() && !answers(store.get())) {
            throw new NotStarted("The object store at " + named(store.get())
                    + " cannot be reached: start it, or check the setting store.endpoint.");
        }
    }

    /** The hosts of a PostgreSQL address, of which one is enough; none where it is another kind of address. */
    static List<InetSocketAddress> ofDatabase(String url) {
        Matcher address = POSTGRESQL.matcher(url);
        return address.matches()
                ? Stream.of(address.group(1).split(","))
                        .map(HOST::matcher)
                        .filter(Matcher::matches)
                        .map(host -> at(
                                host.group(1),
                                host.group(2) == null ? POSTGRESQL_PORT : Integer.parseInt(host.group(2))))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /** Where an S3 endpoint listens; empty where it is no such address. */
    static Optional<InetSocketAddress> ofStore(String endpoint) {
        try {
            URI address = URI.create(endpoint);
            if (address.getHost() == null) {
                return Optional.empty();
            }
            int port = address.getPort() < 0 ? "https".equals(address.getScheme()) ? 443 : 80 : address.getPort();
            return at(address.getHost(), port);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<InetSocketAddress> at(String host, int port) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return port >= 1 && port <= 65535
                ? Optional.of(InetSocketAddress.createUnresolved(bare, port))
                : Optional.empty();
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket attempt = new Socket()) {
            attempt.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE_MILLISECONDS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static String named(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }
}
