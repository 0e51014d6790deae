package org.mydirection.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings as the starter sees them: a system property, then the environment ({@code http.port} is {@code
 * HTTP_PORT}), then a default. Immutable.
 */
final class LaunchSettings {

    /** A setting whose name begins so is handed on to the application. */
    private static final List<String> HANDED_ON = List.of(
            "http.",
            "data.",
            "db.",
            "store.",
            "vault.",
            "ffmpeg.",
            "media.",
            "clamd.",
            "demo",
            "server.",
            "consent.",
            "service.",
            "content.",
            "transcript.",
            "first.");

    private final Map<String, String> properties;
    private final Map<String, String> environment;

    LaunchSettings(Properties properties, Map<String, String> environment) {
        this.properties = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
        this.environment = Map.copyOf(environment);
    }

    /** Where to listen: the loopback address unless it is set. */
    String address() {
        return find("http.address").orElse("127.0.0.1");
    }

    /** From 1 to 65535; 8080 unless it is set. */
    int port() throws NotStarted {
        String text = find("http.port").orElse("8080");
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, with the range
        }
        throw new NotStarted(
                "The setting http.port must be a whole number from 1 to 65535, and it is \"" + text + "\".");
    }

    /** The folder of everything that is kept; absolute. */
    Path dataFolder() {
        return Path.of(find("data.dir").orElse("data")).toAbsolutePath().normalize();
    }

    /** The server's largest heap in the form of the JVM's {@code -Xmx}: digits and k, m or g. */
    String memory() throws NotStarted {
        String text = find("server.memory").orElse("1g");
        if (!text.matches("[1-9][0-9]{0,8}[kKmMgG]")) {
            throw new NotStarted("The setting server.memory must be like 1g or 768m, and it is \"" + text + "\".");
        }
        return text;
    }

    /** The address of a database that runs by itself; empty for the embedded one. */
    Optional<String> database() {
        return find("db.url");
    }

    /** The address of an object store that runs by itself; empty for the embedded one. */
    Optional<String> store() {
        return find("store.endpoint");
    }

    /** Further options for the server's Java, in their order; none unless {@code server.options} names some. */
    List<String> options() {
        return find("server.options")
                .map(options -> List.of(options.split("\\s+")))
                .orElse(List.of());
    }

    /** The server itself: one jar. */
    Path serverJar() {
        return Path.of(find("server.jar").orElse("target/server/payara-micro.jar"))
                .toAbsolutePath();
    }

    /** The application: a WAR, or the folder of an unpacked one. */
    Path application() {
        return Path.of(find("server.app").orElse("target/my-direction")).toAbsolutePath();
    }

    /** True when the log goes to the standard output, as in a container, and not to a file. */
    boolean logsToConsole() throws NotStarted {
        return switch (find("server.log").orElse("file")) {
            case "file" -> false;
            case "console" -> true;
            default -> throw new NotStarted("The setting server.log must be file or console.");
        };
    }

    boolean demo() {
        return find("demo").map(Boolean::parseBoolean).orElse(false);
    }

    /** The user name of the administrator to be made in an empty installation; empty when none is asked for. */
    Optional<String> firstAdministrator() {
        return find("first.administrator");
    }

    /**
     * The environment of the server: our own, and over it each setting of the application in the environment's form.
     * Not its command line, which every user of the machine can read.
     */
    Map<String, String> childEnvironment() {
        Map<String, String> child = new TreeMap<>(environment);
        properties.forEach((name, value) -> {
            if (HANDED_ON.stream().anyMatch(name::startsWith)) {
                child.put(environmentName(name), value);
            }
        });
        child.put("DATA_DIR", dataFolder().toString());
        child.put("LAUNCHER_PID", Long.toString(ProcessHandle.current().pid()));
        boolean postgres = database().orElse("").startsWith("jdbc:postgresql:");
        if (postgres && find("db.class").isEmpty()) {
            child.put("DB_CLASS", "org.postgresql.ds.PGSimpleDataSource");
        }
        return child;
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(properties.get(name))
                .or(() -> Optional.ofNullable(environment.get(environmentName(name))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static String environmentName(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
