package org.mydirection.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the running application how it is, over HTTP. */
final class Probe {

    private static final Pattern DOWN =
            Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"status\"\\s*:\\s*\"DOWN\"");

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    Probe(String address, int port) {
        String host =
                switch (address) {
                    case "0.0.0.0", "::", "*" -> "127.0.0.1";
                    default -> address.indexOf(':') >= 0 ? "[" + address + "]" : address;
                };
        this.base = "http://" + host + ":" + port;
    }

    /** The address to open in a browser. */
    String base() {
        return base;
    }

    /** True when everything that the application needs is up. A server without the application is not ready. */
    boolean ready() {
        return get("/health/ready")
                .filter(answer -> answer.statusCode() == 200 && answer.body().contains("\"started\""))
                .isPresent();
    }

    /** True when the server answers and has no application. */
    boolean nothingDeployed() {
        return get("/health/ready")
                .filter(answer -> answer.body().contains("No Application deployed"))
                .isPresent();
    }

    /** The names of what is down; empty when nothing is, or when nobody answers. */
    List<String> down() {
        List<String> names = new ArrayList<>();
        get("/health/ready").ifPresent(answer -> {
            Matcher found = DOWN.matcher(answer.body());
            while (found.find()) {
                names.add(found.group(1));
            }
        });
        return names;
    }

    /** True when the sign-in page is there for a person to see. */
    boolean showsSignIn() {
        return get("/signin.xhtml").filter(answer -> answer.statusCode() == 200).isPresent();
    }

    private Optional<HttpResponse<String>> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException nobodyThere) {
            return Optional.empty();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
