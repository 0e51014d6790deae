package org.mydirection.media;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged application as a process of its own, and a storyteller who is signed in, for {@link Bench}. */
final class BenchServer implements AutoCloseable {

    private static final int SETTLED_SECONDS = 5;
    private static final int MOST_SETTLING_SECONDS = 90;
    private static final int MINUTES = 5;

    private final Process process;
    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private BenchServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the application on that data folder and waits until it is ready. */
    static BenchServer application(Path data, Map<String, String> settings) throws Exception {
        List<String> command = new ArrayList<>(List.of(java()));
        Map<String, String> all = new LinkedHashMap<>(settings);
        int port = freePort();
        all.put("http.port", Integer.toString(port));
        all.put("data.dir", data.toString());
        all.put("demo", "true");
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", "target/classes", "org.mydirection.launch.Launcher"));
        return started(new ProcessBuilder(command), data, port, "/health/ready", 200);
    }

    /** Starts the same server with nothing but a servlet that sends ranges of that file, at {@code /plain}. */
    static BenchServer plain(Path folder, Path file) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("plain/WEB-INF/classes/org/mydirection/bench"));
        try (var servlet = BenchServer.class.getResourceAsStream("/org/mydirection/bench/PlainServlet.class")) {
            Files.write(classes.resolve("PlainServlet.class"), servlet.readAllBytes());
        }
        int port = freePort();
        Path address = Files.writeString(
                folder.resolve("pre-boot.txt"),
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1\n");
        ProcessBuilder builder = new ProcessBuilder(
                java(),
                "-Xmx1g",
                "-jar",
                "target/server/payara-micro.jar",
                "--deploy",
                folder.resolve("plain").toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                address.toString(),
                "--rootdir",
                folder.resolve("plain-root").toString(),
                "--nohazelcast",
                "--disablephonehome");
        builder.environment().put("BENCH_FILE", file.toString());
        return started(builder, folder.resolve("plain"), port, "/plain", 204);
    }

    private static BenchServer started(ProcessBuilder builder, Path name, int port, String probe, int answer)
            throws Exception {
        Path output = name.resolveSibling(name.getFileName() + ".out");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        BenchServer server = new BenchServer(process, URI.create("http://127.0.0.1:" + port));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (server.get(probe).statusCode() == answer) {
                    return server;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        server.close();
        throw new IOException("a server did not start:\n" + Files.readString(output));
    }

    URI address() {
        return address;
    }

    /** The value of the header of whoever signed in last. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The server itself: the starter's child, where there is a starter. */
    long pid() {
        return process.children().findFirst().map(ProcessHandle::pid).orElse(process.pid());
    }

    /** Milliseconds of a processor that its compilers took since it was started; 0 where the system does not say (not Linux). */
    long compiled() throws IOException {
        long ticks = 0;
        Path tasks = Path.of("/proc/" + pid() + "/task");
        try (var threads = Files.isDirectory(tasks) ? Files.list(tasks) : Stream.<Path>empty()) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).matches("C[12] CompilerThre.*\\s*")) {
                    String[] numbers = Files.readString(thread.resolve("stat"))
                            .replaceFirst("^.*\\) ", "")
                            .split(" ");
                    ticks += Long.parseLong(numbers[11]) + Long.parseLong(numbers[12]);
                }
            }
        } catch (NoSuchFileException ended) {
            return compiled(); // one of them came and went: the JVM starts and ends them as it needs
        }
        return ticks * 10;
    }

    /**
     * Asks until this server, which was just started, has compiled what it needs: its compilers take less than a tenth of a processor
     * over 5 s; 90 s at most. After 10 s of requests they still took half of what the application's process took.
     */
    void settle(Callable<?> side) throws Exception {
        long began = System.nanoTime();
        long before;
        do {
            before = compiled();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_SECONDS);
            do {
                side.call();
            } while (System.nanoTime() < end);
        } while (compiled() - before > 100L * SETTLED_SECONDS
                && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(MOST_SETTLING_SECONDS));
        System.out.printf(Locale.ROOT, "  settled after %.0f s%n", (System.nanoTime() - began) / 1e9);
    }

    /** Somebody else at the same server, with cookies of their own. Not to be closed. */
    BenchServer another() {
        return new BenchServer(process, address);
    }

    int status(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    void signIn(String name) throws Exception {
        post("/signin.xhtml", "signin", Map.of("username", name, "passphrase", "kettle-river-lamp"), "go");
    }

    /** A new story of whoever is signed in. */
    String story() throws Exception {
        return id(post("/story/how.xhtml", "start", Map.of(), "start-words"), "story");
    }

    /** A new part for a recording or a picture: the end of its address, {@code /story/scene}. */
    String part(String story, String button) throws Exception {
        return "/" + story + "/" + id(post("/story/edit.xhtml?story=" + story, "add", Map.of(), button), "scene");
    }

    /** Waits until the file of that part is made safe, and gives the address of that form of it. */
    String ready(String part, String form) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!get("/scene-status" + part).body().contains("\"READY\"")) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "not made safe: " + get("/scene-status" + part).body());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        String[] ids = part.split("/");
        String page =
                get("/story/scene.xhtml?story=" + ids[1] + "&scene=" + ids[2]).body();
        Matcher found = Pattern.compile("/media/own/[0-9a-f-]{36}/" + form).matcher(page);
        if (!found.find()) {
            throw new IOException("no " + form + " in the page");
        }
        return found.group();
    }

    /** Waits until the work on the file of that part has come to its end, and says to which. */
    String settled(String part) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (System.nanoTime() < end) {
            Matcher status = Pattern.compile("\"(READY|REFUSED|FAILED)\"")
                    .matcher(get("/scene-status" + part).body());
            if (status.find()) {
                return status.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("not settled in minutes");
    }

    byte[] bytes(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    /** Fills in the form of a page and presses a button. */
    private HttpResponse<String> post(String path, String form, Map<String, String> fields, String press)
            throws Exception {
        return client.send(fill(path, form, fields, press), HttpResponse.BodyHandlers.ofString());
    }

    /** The form of a page, ready to be sent by that button; its answer is not followed further. */
    Post fill(String path, String form, String press) throws Exception {
        HttpRequest filled = fill(path, form, Map.of(), press);
        HttpClient still = HttpClient.newBuilder().cookieHandler(cookies).build();
        return () -> still.send(filled, HttpResponse.BodyHandlers.discarding());
    }

    /** A form that is filled in. */
    interface Post {
        HttpResponse<Void> send() throws Exception;
    }

    private HttpRequest fill(String path, String form, Map<String, String> fields, String press) throws Exception {
        String page = get(path).body();
        Matcher found =
                Pattern.compile("(?s)<form id=\"" + form + "\".*?</form>").matcher(page);
        if (!found.find()) {
            throw new IOException("no form " + form + " at " + path);
        }
        Map<String, String> all = new LinkedHashMap<>();
        Matcher inputs = Pattern.compile("<input[^>]*>").matcher(found.group());
        while (inputs.find()) {
            String type = attribute(inputs.group(), "type");
            if (type.equals("hidden") || attribute(inputs.group(), "id").equals(press)) {
                all.put(attribute(inputs.group(), "name"), attribute(inputs.group(), "value"));
            }
        }
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String action = attribute(found.group(), "action").replace("&amp;", "&");
        return request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String id(HttpResponse<String> answer, String parameter) throws IOException {
        Matcher found =
                Pattern.compile("[?&;]" + parameter + "=([0-9a-f-]{36})").matcher(answer.uri() + "\n" + answer.body());
        if (!found.find()) {
            throw new IOException("no " + parameter + " at " + answer.uri());
        }
        return found.group(1);
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Ends it as Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.children().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
