package org.mydirection.media;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a taking back costs over real HTTP against the packaged application on PostgreSQL: from the commit to the first
 * refusal, to the screens of 500 open pages, and to the last byte of 500 open streams beside them. Not part of the build:
 * {@code mvn -Pbench}.
 */
final class WithdrawalBench {

    private static final int ROUNDS = Integer.getInteger("bench.withdrawals", 200);
    private static final int PAGES = 500;
    /** Of whom each has 20 pages, which is the most for one person; others in each round. */
    private static final int AT_ONCE = 25;

    private static final int PUSHES = 3;

    /** Each viewer's page plays the recording. */
    private static final int STREAMS = Integer.getInteger("bench.streams", PAGES);

    /** As a player takes it that has enough: twice what it plays. In bytes, each 100 ms. */
    private static final int SIP = 1600;

    private static final int PEOPLE = AT_ONCE * PUSHES;

    private static final Pattern SOUND = Pattern.compile("/media/[a-z]+/[0-9a-f-]{36}/[0-9a-f-]{36}/playback");

    private final BenchServer server;
    private final EmbeddedPostgres postgres;
    private String collection;
    private String story;
    private String recording;
    private final AtomicLong someToldAt = new AtomicLong(Long.MAX_VALUE);

    private WithdrawalBench(BenchServer server, EmbeddedPostgres postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    public static void main(String[] none) throws Exception {
        LogManager.getLogManager().reset();
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "bench-");
        int code = 1;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                BenchServer server = BenchServer.application(
                        folder.resolve("data"),
                        Map.of(
                                "db.url", postgres.getJdbcUrl("postgres", "postgres"),
                                "db.user", "postgres",
                                "db.password", "postgres",
                                "consent.cooling.days", "0"))) {
            WithdrawalBench bench = new WithdrawalBench(server, postgres);
            bench.prepare();
            if (ROUNDS > 0) {
                bench.firstRefusal();
            }
            bench.screens(Files.readAllBytes(Bench.speech(folder, Bench.LONG, 16_000, false)));
            code = 0;
        } catch (Exception broken) {
            broken.printStackTrace(System.out);
        } finally {
            WorkFolder.remove(folder);
        }
        System.exit(code);
    }

    private void prepare() throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        String find = "select c.id || ' ' || i.story_id from story_collection c join collection_item i"
                + " on i.collection_id = c.id join story s on s.id = i.story_id where c.status = 'PUBLISHED'"
                + " and s.storyteller_id = c.person_id and s.storyteller_id ="
                + " (select id from account where username = 'maya')";
        String found = "";
        while ((found = value(find)).isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        collection = found.split(" ")[0];
        story = found.split(" ")[1];
        server.signIn("maya");
    }

    private void firstRefusal() throws Exception {
        BenchServer priya = server.another();
        priya.signIn("priya");
        recording = sound(priya, collection);
        double[] hello = new double[ROUNDS];
        double[] refused = new double[ROUNDS];
        server.settle(() -> {
            expect(200, priya.status(recording));
            server.fill("/story/take-back.xhtml?story=" + story, "taking-back", "take-back")
                    .send();
            for (int i = 0; i < 50; i++) {
                expect(404, priya.status(recording));
                expect(200, priya.status("/health/live"));
            }
            giveAgain();
            return null;
        });
        for (int round = 0; round < ROUNDS; round++) {
            expect(200, priya.status(recording));
            long began = System.nanoTime();
            expect(200, priya.status("/health/live"));
            long said = System.nanoTime();
            BenchServer.Post post = server.fill("/story/take-back.xhtml?story=" + story, "taking-back", "take-back");
            post.send();
            long committed = System.nanoTime();
            expect(404, priya.status(recording));
            hello[round] = (said - began) / 1e6;
            refused[round] = (System.nanoTime() - committed) / 1e6;
            giveAgain();
        }
        System.out.printf(
                Locale.ROOT,
                "| withdrawal: from the commit to the first refusal, p99, ms | one hello request, p50 | %.2f | ≤ 2 | %.1f |"
                        + " %.1f |%n",
                at(refused, 99) / at(hello, 50),
                at(refused, 99),
                at(hello, 50));
        System.out.printf(
                Locale.ROOT,
                "the same p50 / p50 %.2f, p99 / p99 %.2f (%.1f, %.1f ms), %d withdrawals%n",
                at(refused, 50) / at(hello, 50),
                at(refused, 99) / at(hello, 99),
                at(refused, 50),
                at(hello, 99),
                ROUNDS);
    }

    /** Each page that is told does as the page's script does, and is clear when that would have emptied it. */
    private void screens(byte[] speech) throws Exception {
        playLong(speech);
        change("insert into account (id, username, display_name, passphrase, office_id, opened_at, version) select"
                + " md5('viewer' || i)::uuid, 'viewer' || i, 'Viewer ' || i, a.passphrase, a.office_id, a.opened_at, 1"
                + " from account a, generate_series(1, " + PEOPLE + ") i where a.username = 'priya'");
        change("insert into account_role (account_id, role) select md5('viewer' || i)::uuid, 'PRACTITIONER' from"
                + " generate_series(1, " + PEOPLE + ") i");
        // Each looks at a collection of the story that was published for a person of theirs.
        change("update consent set audience = 'EVERY_OFFICE' where story_id = '" + story + "'");
        change("update consent_purpose set agreed = true where consent_id in (select id from consent where story_id = '"
                + story + "')");
        change("update consent set for_others = 'OTHER_PEOPLE_SUPERVISION' where story_id = '" + story + "'");
        change("insert into account (id, username, display_name, passphrase, office_id, opened_at, version) select"
                + " md5('person' || i)::uuid, 'person' || i, 'Person ' || i, a.passphrase, a.office_id, a.opened_at, 1"
                + " from account a, generate_series(1, " + PEOPLE + ") i where a.username = 'maya'");
        change("insert into account_role (account_id, role) select md5('person' || i)::uuid, 'STORYTELLER' from"
                + " generate_series(1, " + PEOPLE + ") i");
        change("insert into person_on_probation (account_id, crn) select md5('person' || i)::uuid, 'Y' || (100000 + i)"
                + " from generate_series(1, " + PEOPLE + ") i");
        change("insert into supervision (id, person_id, practitioner_id, since, current_for) select"
                + " md5('sup' || i)::uuid, md5('person' || i)::uuid, md5('viewer' || i)::uuid, now(),"
                + " md5('person' || i)::uuid from generate_series(1, " + PEOPLE + ") i");
        change("insert into story_collection (id, person_id, gathered_by, title, status, begun_at, published_by,"
                + " published_at, lock_version) select md5('coll' || i)::uuid, md5('person' || i)::uuid,"
                + " md5('viewer' || i)::uuid, 'Paths', 'PUBLISHED', now(), md5('viewer' || i)::uuid, now(), 1 from"
                + " generate_series(1, " + PEOPLE + ") i");
        change("insert into collection_item (id, collection_id, story_id, position, added_by) select"
                + " md5('item' || i)::uuid, md5('coll' || i)::uuid, '" + story + "', 0, md5('viewer' || i)::uuid from"
                + " generate_series(1, " + PEOPLE + ") i");
        List<String> cookies = new ArrayList<>();
        List<String> looks = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        List<String> sounds = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            BenchServer viewer = server.another();
            viewer.signIn("viewer" + i);
            String theirs = value("select md5('coll" + i + "')::uuid");
            looks.add("/watch-look/" + theirs + "/" + story);
            pages.add("/push?collection=" + theirs + "&story=" + story);
            cookies.add(viewer.cookie());
            expect(204, viewer.status(looks.get(i - 1)));
            sounds.add(sound(viewer, theirs));
        }
        for (int round = 0; round < PUSHES; round++) {
            int from = round * AT_ONCE;
            int to = from + AT_ONCE;
            push(cookies.subList(from, to), pages.subList(from, to), looks.subList(from, to), sounds.subList(from, to));
            giveAgain();
        }
    }

    /** The story plays twenty minutes from now on: the recording of another one of theirs, put there past the application. */
    private void playLong(byte[] speech) throws Exception {
        String part = server.part(server.story(), "add-voice");
        try (Wire wire = new Wire(server.address(), server.cookie())) {
            wire.put("/upload" + part, speech);
        }
        String own = server.ready(part, "playback");
        String file = own.split("/")[3];
        // A file is of one story.
        change("update scene set asset_id = null where asset_id = '" + file + "'");
        change("update scene set asset_id = '" + file + "' where kind = 'RECORDING' and version_id in"
                + " (select id from story_version where story_id = '" + story + "')");
    }

    private String sound(BenchServer viewer, String theirs) throws Exception {
        String page = new String(
                viewer.bytes("/collection/story.xhtml?collection=" + theirs + "&story=" + story),
                StandardCharsets.UTF_8);
        Matcher file = SOUND.matcher(page);
        if (!file.find()) {
            throw new IllegalStateException("no recording in the page");
        }
        return file.group();
    }

    private void push(List<String> cookies, List<String> pages, List<String> looks, List<String> sounds)
            throws Exception {
        CountDownLatch open = new CountDownLatch(PAGES + STREAMS);
        CountDownLatch over = new CountDownLatch(PAGES + STREAMS);
        AtomicInteger whole = new AtomicInteger();
        someToldAt.set(Long.MAX_VALUE);
        double[] last = new double[Math.max(1, STREAMS)];
        AtomicLong committed = new AtomicLong(Long.MAX_VALUE);
        AtomicInteger failed = new AtomicInteger();
        double[] told = new double[PAGES];
        double[] clear = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            int number = i;
            String cookie = cookies.get(i % AT_ONCE);
            String page = pages.get(i % AT_ONCE);
            String look = looks.get(i % AT_ONCE);
            begin(
                    "viewer-" + i,
                    open,
                    over,
                    failed,
                    () -> watch(number, cookie, page, look, open, committed, told, clear));
        }
        for (int i = 0; i < STREAMS; i++) {
            int number = i;
            String cookie = cookies.get(i % AT_ONCE);
            String sound = sounds.get(i % AT_ONCE);
            begin("stream-" + i, open, over, failed, () -> listen(number, cookie, sound, open, committed, last, whole));
        }
        open.await(2, TimeUnit.MINUTES);
        BenchServer.Post post = server.fill("/story/take-back.xhtml?story=" + story, "taking-back", "take-back");
        long pressed = System.nanoTime();
        committed.set(pressed);
        post.send();
        double answered = (System.nanoTime() - pressed) / 1e6;
        over.await(1, TimeUnit.MINUTES);
        System.out.printf(
                Locale.ROOT,
                "%d open pages, ms from the press (its answer after %.0f): told p50 %.0f, all %.0f; clear p50 %.0f, all"
                        + " %.0f (goal 2000); %d failed%n",
                PAGES,
                answered,
                at(told, 50),
                at(told, 100),
                at(clear, 50),
                at(clear, 100),
                failed.get());
        System.out.printf(
                Locale.ROOT,
                "%d open streams beside them, ms to the last byte: from the first page that was told p50 %.0f, all %.0f (goal"
                        + " 1000); from the press p50 %.0f, all %.0f; %d came whole%n",
                STREAMS,
                at(last, 50) - at(told, 0),
                at(last, 100) - at(told, 0),
                at(last, 50),
                at(last, 100),
                whole.get());
    }

    private static void begin(
            String name, CountDownLatch open, CountDownLatch over, AtomicInteger failed, Viewer viewer) {
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        viewer.look();
                    } catch (Exception broken) {
                        if (failed.getAndIncrement() == 0) {
                            System.out.println(name + ": " + broken);
                        }
                        open.countDown();
                    }
                    over.countDown();
                },
                name,
                128 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Viewer {
        void look() throws Exception;
    }

    /**
     * In sips as a player's until the first page was told, which is right after the commit; then whatever comes as fast as it
     * comes, so that nothing lies here unread when the last byte is looked for.
     */
    private void listen(
            int number,
            String cookie,
            String sound,
            CountDownLatch open,
            AtomicLong committed,
            double[] last,
            AtomicInteger whole)
            throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4 * 1024);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), server.address().getPort()));
            ask(socket, sound, cookie);
            InputStream in = socket.getInputStream();
            String head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            if (!head.endsWith(" 200")) {
                throw new IllegalStateException(head);
            }
            byte[] sip = new byte[SIP];
            in.readNBytes(sip, 0, SIP);
            open.countDown();
            byte[] gulp = new byte[64 * 1024];
            long came = System.nanoTime();
            try {
                for (int count = 0; count >= 0; ) {
                    if (someToldAt.get() == Long.MAX_VALUE) {
                        TimeUnit.MILLISECONDS.sleep(100);
                        count = in.read(sip);
                    } else {
                        count = in.read(gulp);
                    }
                    came = count > 0 ? System.nanoTime() : came;
                }
                whole.incrementAndGet();
            } catch (SocketException cut) {
                // As it should be: the length that was promised did not come.
            }
            last[number] = (came - committed.get()) / 1e6;
        }
    }

    private void watch(
            int number,
            String cookie,
            String page,
            String look,
            CountDownLatch open,
            AtomicLong committed,
            double[] told,
            double[] clear)
            throws Exception {
        try (Socket socket = ask(page, cookie)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
            String line = in.readLine();
            if (!line.contains(" 200")) {
                throw new IllegalStateException(line);
            }
            while (!line.startsWith("retry:")) {
                line = in.readLine();
            }
            open.countDown();
            while (!line.startsWith("data: ")) {
                line = in.readLine();
            }
            someToldAt.accumulateAndGet(System.nanoTime(), Math::min);
            told[number] = (System.nanoTime() - committed.get()) / 1e6;
            // As watch.js: it clears itself, or asks first.
            if (!line.endsWith("gone") && !gone(look, cookie)) {
                throw new IllegalStateException("told too early");
            }
            clear[number] = (System.nanoTime() - committed.get()) / 1e6;
        }
    }

    private boolean gone(String look, String cookie) throws Exception {
        try (Socket socket = ask(look, cookie)) {
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (!answer.endsWith(" 404") && !answer.endsWith(" 204")) {
                throw new IllegalStateException(answer);
            }
            return answer.endsWith(" 404");
        }
    }

    private Socket ask(String path, String cookie) throws Exception {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        ask(socket, path, cookie);
        return socket;
    }

    private void ask(Socket socket, String path, String cookie) throws IOException {
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: " + server.address().getAuthority() + "\r\nCookie: "
                                + cookie + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** What was taken back stands as before, past the application: only the taking back is measured. */
    private void giveAgain() throws Exception {
        change("update consent set status = 'ACTIVE', slot = 'CURRENT', ended_at = null where story_id = '" + story
                + "' and status = 'WITHDRAWN' and slot is null");
        change("update story_collection set status = 'PUBLISHED' where status = 'PAUSED'");
    }

    private static void expect(int status, int got) {
        if (got != status) {
            throw new IllegalStateException(got + " instead of " + status);
        }
    }

    private static double at(double[] times, int percent) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private void change(String sql) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String sql) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
