package org.mydirection.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A person's requests that no browser need show: with the cookies of their session, and answers read as text. One for a
 * person and a thread.
 */
final class Line {

    private static final int MOST_REDIRECTS = 10;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Answer last;

    /** @param base the address of the application, without a slash at its end */
    Line(String base) {
        this.base = base;
    }

    /** The answer to a request: the status, the address at the end of all redirects, the body. */
    record Answer(int status, String url, String text) {}

    /** The cookies of the session, by name, as they are now; changes reach the next request. */
    Map<String, String> cookies() {
        return cookies;
    }

    Answer get(String path) {
        last = follow(request(path).GET());
        return last;
    }

    /** Sends bytes as the application's own script does. */
    Answer put(String path, byte[] bytes) {
        last = null;
        return follow(request(path)
                .header("X-My-Direction", "upload")
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /**
     * Fills in a form of a page and presses one of its buttons. Where the answer before led to the page, it is not asked
     * for again, as in a browser. An answer whose text starts with "no " says which form or button is not on the page.
     *
     * @param fields a text, or a list of texts, by name; the others stay as the page has them
     */
    Answer post(String path, String form, Map<String, ?> fields, String press, boolean anew) {
        Answer got = !anew && last != null && same(last.url(), path) ? last : get(path);
        Document page = Jsoup.parse(got.text(), got.url());
        Element asked = page.getElementById(form);
        if (asked == null) {
            return new Answer(got.status(), got.url(), "no form " + form);
        }
        Element button = page.getElementById(press);
        if (button == null) {
            return new Answer(got.status(), got.url(), "no button " + press);
        }
        List<String> data = new ArrayList<>();
        asked.select("input, select, textarea").stream()
                .filter(field -> !fields.containsKey(field.attr("name")))
                .forEach(field -> values(field).forEach(value -> add(data, field.attr("name"), value)));
        fields.forEach((name, value) -> (value instanceof List<?> many ? many : List.of(value))
                .forEach(one -> add(data, name, String.valueOf(one))));
        add(data, button.attr("name"), button.attr("value"));
        last = follow(request(asked.absUrl("action").substring(base.length()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", data))));
        return last;
    }

    /** What a browser would send of the field: of a box or a choice, what is chosen; of a button, nothing. */
    private static List<String> values(Element field) {
        if (field.attr("name").isEmpty() || field.hasAttr("disabled")) {
            return List.of();
        }
        return switch (field.normalName()) {
            case "select" -> chosen(field);
            case "textarea" -> List.of(field.wholeText().replaceFirst("^\\r?\\n", ""));
            default ->
                switch (field.attr("type")) {
                    case "checkbox", "radio" ->
                        field.hasAttr("checked")
                                ? List.of(field.hasAttr("value") ? field.attr("value") : "on")
                                : List.of();
                    case "submit", "button", "image", "reset", "file" -> List.of();
                    default -> List.of(field.attr("value"));
                };
        };
    }

    private static List<String> chosen(Element select) {
        List<String> chosen = select.select("option[selected]").eachAttr("value");
        Optional<Element> first = Optional.ofNullable(select.selectFirst("option"));
        return chosen.isEmpty() && !select.hasAttr("multiple")
                ? first.map(option -> List.of(option.attr("value"))).orElse(List.of())
                : chosen;
    }

    private static void add(List<String> data, String name, String value) {
        data.add(URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private boolean same(String url, String path) {
        return parted(URI.create(url)).equals(parted(URI.create(base + path)));
    }

    private static List<String> parted(URI address) {
        List<String> parts = new ArrayList<>(List.of(address.getPath()));
        Arrays.stream(Optional.ofNullable(address.getQuery()).orElse("").split("&"))
                .sorted()
                .forEach(parts::add);
        return parts;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private Answer follow(HttpRequest.Builder first) {
        try {
            HttpResponse<String> response = send(first);
            for (int hops = 0; response.statusCode() / 100 == 3; hops++) {
                String to = response.headers().firstValue("location").orElseThrow();
                if (hops == MOST_REDIRECTS) {
                    throw new AssertionError("round and round: " + to);
                }
                response = send(HttpRequest.newBuilder(response.uri().resolve(to)));
            }
            return new Answer(response.statusCode(), response.uri().toString(), response.body());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Accept-Language", "en-GB").header("Sec-Fetch-Site", "same-origin");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        response.headers().allValues("set-cookie").forEach(this::keep);
        return response;
    }

    private void keep(String cookie) {
        String[] parted = cookie.split(";", 2)[0].split("=", 2);
        if (parted.length < 2 || parted[1].isEmpty()) {
            cookies.remove(parted[0]);
        } else {
            cookies.put(parted[0], parted[1]);
        }
    }
}
