package org.mydirection.media;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * {@code mvn -Pbench}: how the vault compares with the plain thing, both sides in one run, pairs interleaved, medians of
 * the ratios of 7 rounds ({@code -Dbench.rounds}; {@code -Dbench.share=0.1} makes each round a tenth, to try it; {@code
 * -Dbench.only=cached,picture} measures these rows only: memory, upload, cached, first, uncached, put, picture,
 * recording). Ranges
 * go through the packaged application over HTTP, signed in and decided; the object store runs in this process and serves
 * both sides. nginx is unpacked from Debian's package where it is not installed, {@code libvips-tools} is installed when
 * that is allowed.
 */
final class Bench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final double SHARE = Double.parseDouble(System.getProperty("bench.share", "1"));
    private static final List<String> ONLY =
            List.of(System.getProperty("bench.only", "").split(","));
    private static final int WARM_SECONDS = Integer.getInteger("bench.warm", 10);
    private static final int CONNECTIONS = 16;
    private static final int MEBIBYTE = 1 << 20;

    /** Seconds of each of the recordings that are asked for: just under the longest that is taken in. */
    static final int LONG = 1190;

    private static final int FIRST_BYTES = 64 * 1024;
    private static final int STREAMS = 200;
    private static final int UPLOADS = 20;

    private final Path folder;
    private final List<String> rows = new ArrayList<>();

    private Bench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "bench-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        try {
            Bench bench = new Bench(folder);
            if (wanted("memory", "upload", "cached", "first", "uncached")) {
                bench.overHttp();
            }
            if (wanted("put", "picture", "recording")) {
                bench.inThisProcess();
            }
            System.out.println();
            System.out.println("| What | Against | Ratio | Goal | Ours | Theirs |");
            System.out.println("|---|---|---|---|---|---|");
            bench.rows.forEach(System.out::println);
            System.out.printf(
                    "%n%d processors, Java %s, %s, %d rounds%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    System.getProperty("os.name"),
                    ROUNDS);
            System.exit(0);
        } catch (Exception broken) {
            broken.printStackTrace(System.out);
            System.exit(1);
        }
    }

    private static boolean wanted(String... rows) {
        return ONLY.equals(List.of("")) || Stream.of(rows).anyMatch(ONLY::contains);
    }

    private static void remove(Path folder) {
        try {
            WorkFolder.remove(folder);
        } catch (IOException cannot) {
            System.out.println("left behind: " + folder);
        }
    }

    private void overHttp() throws Exception {
        EmbeddedStore store = new EmbeddedStore(Files.createDirectory(folder.resolve("objects")));
        Map<String, String> settings = new HashMap<>(Map.of(
                "store.endpoint", store.endpoint().toString(),
                "store.access.key", store.accessKey(),
                "store.secret.key", store.secretKey()));
        byte[] key = random(KeyWrapping.KEY_BYTES);
        settings.put(
                "vault.key.file",
                Files.writeString(
                                folder.resolve("vault.key"), Base64.getEncoder().encodeToString(key))
                        .toString());
        Path data = folder.resolve("data");
        List<String> parts = new ArrayList<>();
        List<String> recordings = new ArrayList<>();
        Path www = Files.createDirectory(folder.resolve("www"));
        try (BenchServer server = BenchServer.application(data, settings)) {
            server.signIn("maya");
            String story = server.story();
            byte[] speech = Files.readAllBytes(speech(folder, LONG, 16_000, false));
            for (int i = 0; i < 2; i++) {
                parts.add(server.part(story, "add-voice"));
                try (Wire wire = new Wire(server.address(), server.cookie())) {
                    wire.put("/upload" + parts.get(i), speech);
                }
            }
            for (String part : parts) {
                recordings.add(server.ready(part, "playback"));
                Files.write(
                        www.resolve(recordings.size() - 1 + ".mp4"),
                        server.bytes(recordings.get(recordings.size() - 1)));
            }
            String uploads = server.part(server.story(), "add-picture");
            if (wanted("memory")) {
                memory(server, recordings, uploads);
            }
            if (wanted("upload")) {
                uploadOverHttp(server, uploads, store);
            }
            Optional<Path> nginx = wanted("cached") ? nginx() : Optional.empty();
            if (nginx.isPresent()) {
                cached(server, recordings, www, nginx.get());
            } else if (wanted("cached")) {
                System.out.println("No nginx here, and Debian's package can't be had: its two rows are left out.");
            }
            if (wanted("first")) {
                firstByteCached(server, recordings.get(0), www.resolve("0.mp4"));
            }
        }
        if (!wanted("uncached")) {
            store.stop();
            return;
        }
        settings.put("media.cache.megabytes", "0");
        try (BenchServer server = BenchServer.application(data, settings)) {
            server.signIn("maya");
            uncached(server, recordings, store);
        }
        store.stop();
    }

    private void inThisProcess() throws Exception {
        try (MediaWorld world = MediaWorld.unstarted()) {
            world.start();
            if (wanted("put")) {
                upload(world);
            }
            if (wanted("picture")) {
                picture(world);
            }
            if (wanted("recording")) {
                recording(world);
            }
        }
    }

    /** What is under way is neither fast nor done: each stream is read by sips, each upload sent by drops. */
    private void memory(BenchServer server, List<String> recordings, String part) throws Exception {
        long idle = collected(server.pid());
        long asItStands = 0;
        long most = 0;
        List<Wire> streams = new ArrayList<>();
        List<Wire> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS; i++) {
                Wire wire = new Wire(server.address(), server.cookie());
                wire.ask(recordings.get(i % recordings.size()), 0, 8 * MEBIBYTE);
                streams.add(wire);
            }
            byte[] drop = new byte[32 * 1024];
            System.arraycopy(MediaWorld.sample("front-door-gps.jpg"), 0, drop, 0, drop.length);
            for (int i = 0; i < UPLOADS; i++) {
                Wire wire = new Wire(server.address(), server.cookie());
                wire.beginPut("/upload" + part, 20_000_000);
                uploads.add(wire);
            }
            for (int i = 0; i < 60; i++) {
                for (Wire wire : streams) {
                    wire.sip(16 * 1024);
                }
                for (Wire wire : uploads) {
                    wire.write(drop);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            asItStands = resident(server.pid());
            most = collected(server.pid());
        } finally {
            for (Wire wire : streams) {
                wire.close();
            }
            for (Wire wire : uploads) {
                wire.close();
            }
        }
        System.out.println("resident before the collection: " + asItStands + " MiB");
        row(
                "memory with 200 streams and 20 uploads under way, MiB resident after a collection",
                "the idle server",
                String.format(Locale.ROOT, "%+d MiB", most - idle),
                "≤ +256 MiB",
                most,
                idle);
    }

    private void uploadOverHttp(BenchServer server, String part, EmbeddedStore store) throws Exception {
        byte[] photo = photo(8_000_000);
        MinioClient client = client(store);
        try (Wire ours = new Wire(server.address(), server.cookie());
                Wire theirs = new Wire(store.endpoint(), "")) {
            compare(
                    "upload acknowledged, 8 MB, over HTTP, ms",
                    "a bare put of the same bytes to the same endpoint",
                    "≤ 1.5",
                    () -> {
                        double millis = millis(() -> ours.put("/upload" + part, photo));
                        server.settled(part); // the work on it is not part of what is measured, on either side
                        return millis;
                    },
                    () -> {
                        String address = presigned(
                                client, Http.Method.PUT, UUID.randomUUID().toString());
                        return millis(() -> theirs.put(address, photo));
                    });
        }
    }

    private void cached(BenchServer server, List<String> recordings, Path www, Path nginx) throws Exception {
        int port = BenchServer.freePort();
        Process process = startNginx(nginx, www, port);
        try {
            URI address = URI.create("http://127.0.0.1:" + port);
            for (int size : List.of(MEBIBYTE, 8 * MEBIBYTE)) {
                long room = Files.size(www.resolve("0.mp4")) - size;
                if (room < 0) {
                    throw new IOException("the recording has less than " + size + " bytes");
                }
                int requests = requests(size == MEBIBYTE ? 1600 : 320);
                Callable<Double> ours = () -> throughput(
                        requests,
                        size,
                        server.address(),
                        server.cookie(),
                        (i, wire) -> wire.range(recordings.get(i % 2), room * (i % 8) / 8, size));
                server.settle(ours);
                compare(
                        "authorised, decrypted " + size / MEBIBYTE + " MiB ranges, 16 connections, cached, MB/s",
                        "nginx, the same bytes as a static file",
                        size == MEBIBYTE ? "≥ 0.8" : "stated",
                        ours,
                        () -> throughput(
                                requests,
                                size,
                                address,
                                "",
                                (i, wire) -> wire.range("/" + i % 2 + ".mp4", room * (i % 8) / 8, size)));
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void firstByteCached(BenchServer server, String recording, Path file) throws Exception {
        long room = Files.size(file) - FIRST_BYTES;
        try (BenchServer plain = BenchServer.plain(folder, file);
                Wire ours = new Wire(server.address(), server.cookie());
                Wire theirs = new Wire(plain.address(), "")) {
            Callable<Double> mine = () -> firstByteP95(requests(400), room, (from) -> {
                ours.range(recording, from, FIRST_BYTES);
                return ours.firstByte();
            });
            Callable<Double> others = () -> firstByteP95(requests(400), room, (from) -> {
                theirs.range("/plain", from, FIRST_BYTES);
                return theirs.firstByte();
            });
            server.settle(mine);
            plain.settle(others);
            compare(
                    "first byte of a range, p95, cached, ms",
                    "a plain servlet that sends a local file",
                    "≤ 1.2",
                    mine,
                    others);
        }
    }

    private void uncached(BenchServer server, List<String> recordings, EmbeddedStore store) throws Exception {
        MinioClient client = client(store);
        String object = largest(client);
        String bare = presigned(client, Http.Method.GET, object);
        long room = 8L * MEBIBYTE;
        int requests = requests(400);
        Callable<Double> through = () -> throughput(
                requests,
                MEBIBYTE,
                server.address(),
                server.cookie(),
                (i, wire) -> wire.range(recordings.get(i % 2), (room - MEBIBYTE) * (i % 8) / 8, MEBIBYTE));
        server.settle(through);
        compare(
                "authorised, decrypted 1 MiB ranges, 16 connections, nothing cached, MB/s",
                "the same ranges read bare from the same endpoint",
                "≥ 0.85",
                through,
                () -> throughput(
                        requests,
                        MEBIBYTE,
                        store.endpoint(),
                        "",
                        (i, wire) -> wire.range(bare, (room - MEBIBYTE) * (i % 8) / 8, MEBIBYTE)));
        try (Wire ours = new Wire(server.address(), server.cookie());
                Wire theirs = new Wire(store.endpoint(), "")) {
            compare(
                    "first byte of a range, p95, not cached, ms",
                    "a bare ranged get",
                    "≤ 1.3",
                    () -> firstByteP95(requests(400), room - FIRST_BYTES, (from) -> {
                        ours.range(recordings.get(0), from, FIRST_BYTES);
                        return ours.firstByte();
                    }),
                    () -> firstByteP95(requests(400), room - FIRST_BYTES, (from) -> {
                        theirs.range(bare, from, FIRST_BYTES);
                        return theirs.firstByte();
                    }));
        }
    }

    private void upload(MediaWorld world) throws Exception {
        byte[] photo = photo(8_000_000);
        world.get(MediaJobs.class).stop();
        VaultKeyId key = world.newKey();
        Callable<Double> ours = () -> millis(() -> world.receive(key, MediaKind.PICTURE, photo));
        Callable<Double> tus = () -> millis(() -> {
            Uploading uploading = world.get(Uploading.class);
            UploadId id = uploading.open(world.owner, key, MediaKind.PICTURE, "here", Optional.of((long) photo.length));
            uploading.append(world.owner, id, 0, new ByteArrayInputStream(photo));
            uploading.finish(world.owner, id);
        });
        Callable<Double> theirs = () -> millis(() ->
                world.get(ObjectStore.class).put(UUID.randomUUID(), new ByteArrayInputStream(photo), photo.length));
        String bare = "a bare put of the same bytes to the same endpoint";
        compare("upload acknowledged, 8 MB, without HTTP before it, ms", bare, "≤ 1.5", ours, theirs);
        compare("the same by tus, ms", bare, "≤ 1.5", tus, theirs);
    }

    private void picture(MediaWorld world) throws Exception {
        Optional<Path> vips = vips();
        if (vips.isEmpty()) {
            System.out.println("No vips here, and libvips-tools can't be installed: its row is left out.");
            return;
        }
        Path photo = folder.resolve("photo.jpg");
        ImageIO.write(scene(3264, 2448), "jpeg", photo.toFile());
        Callable<Double> ours = () -> millis(() -> {
            try (WorkFolder work = new WorkFolder(world.get(MediaSettings.class).workFolder(), AssetId.random())) {
                world.get(PictureSanitising.class).sanitise(photo, SourceType.JPEG, work);
            }
        });
        Callable<Double> theirs = () -> millis(() -> {
            for (String size : List.of("4000x4000>", "1600", "800", "320")) {
                String out = folder.resolve("vips.jpg") + "[Q=85,strip]";
                run(
                        vips.get().toString(),
                        "thumbnail",
                        photo.toString(),
                        out,
                        size.replaceAll("x.*", ""),
                        "--size",
                        "down");
            }
        });
        compare(
                "picture made safe, 8 MP JPEG: master and three renditions, ms",
                "vips, the same forms",
                "≤ 1.0",
                ours,
                theirs);
    }

    private void recording(MediaWorld world) throws Exception {
        Path wav = speech(folder, 600, 44_100, true);
        Path ffmpeg = Path.of(org.bytedeco.javacpp.Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        Callable<Double> ours = () -> millis(() -> {
            try (WorkFolder work = new WorkFolder(world.get(MediaSettings.class).workFolder(), AssetId.random())) {
                world.get(RecordingSanitising.class).sanitise(wav, SourceType.WAV, work);
            }
        });
        Callable<Double> theirs = () -> millis(() -> run(
                ffmpeg.toString(),
                "-v",
                "error",
                "-nostdin",
                "-y",
                "-i",
                wav.toString(),
                "-af",
                "loudnorm=I=-16",
                "-c:a",
                "aac",
                "-b:a",
                "64k",
                "-ar",
                "44100",
                "-ac",
                "1",
                folder.resolve("bare.mp4").toString()));
        compare(
                "recording made safe, 10 minutes: measured, levelled, peaks, encoded, ms",
                "one bare ffmpeg with loudnorm and the same encoder",
                "≤ 0.4",
                ours,
                theirs);
    }

    private void compare(String what, String against, String goal, Callable<Double> ours, Callable<Double> theirs)
            throws Exception {
        warm(ours);
        warm(theirs);
        double[] mine = new double[ROUNDS];
        double[] others = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            mine[i] = ours.call();
            others[i] = theirs.call();
            ratios[i] = mine[i] / others[i];
            System.out.printf(Locale.ROOT, "  %.1f / %.1f%n", mine[i], others[i]);
        }
        row(what, against, String.format(Locale.ROOT, "%.2f", median(ratios)), goal, median(mine), median(others));
    }

    /** Once at least, and for some seconds. */
    private static void warm(Callable<Double> side) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
        do {
            side.call();
        } while (System.nanoTime() < end);
    }

    private void row(String what, String against, String ratio, String goal, double ours, double theirs) {
        String row = String.format(
                Locale.ROOT, "| %s | %s | %s | %s | %.1f | %.1f |", what, against, ratio, goal, ours, theirs);
        System.out.println(row);
        rows.add(row);
    }

    private static int requests(int whole) {
        return Math.max(CONNECTIONS, (int) (whole * SHARE));
    }

    /** Megabytes a second, over as many connections at once. */
    private static double throughput(int requests, int bytes, URI server, String cookie, Request request)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                all.add(threads.submit(() -> {
                    try (Wire wire = new Wire(server, cookie)) {
                        for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                            request.ask(i, wire);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        return requests * (double) bytes / 1e6 / ((System.nanoTime() - began) / 1e9);
    }

    /** Milliseconds, one request after the other, each somewhere else. */
    private static double firstByteP95(int times, long room, First first) throws Exception {
        double[] all = new double[times];
        Random random = new Random(5);
        for (int i = 0; i < times; i++) {
            long from = (long) (random.nextDouble() * room);
            long began = System.nanoTime();
            all[i] = (first.byteOf(from) - began) / 1e6;
        }
        Arrays.sort(all);
        return all[times * 95 / 100];
    }

    /** In MiB, without garbage. */
    private long collected(long pid) throws Exception {
        run(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), "GC.run");
        return resident(pid);
    }

    /** In MiB. */
    private static long resident(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("the server is not there");
    }

    private static MinioClient client(EmbeddedStore store) {
        return MinioClient.builder()
                .endpoint(store.endpoint().toString())
                .region("us-east-1")
                .credentials(store.accessKey(), store.secretKey())
                .build();
    }

    /** The path that anybody may use for that, signed. */
    private static String presigned(MinioClient client, Http.Method method, String object) throws Exception {
        URI address = URI.create(client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket("my-direction")
                .object(object)
                .build()));
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String largest(MinioClient client) throws Exception {
        String name = null;
        long most = 0;
        for (Result<Item> each : client.listObjects(
                ListObjectsArgs.builder().bucket("my-direction").recursive(true).build())) {
            // Of the recordings as they are played: uploads that were not swept yet are larger.
            if (each.get().size() > most && each.get().size() < 16_000_000) {
                name = each.get().objectName();
                most = each.get().size();
            }
        }
        return name;
    }

    /** The one that is installed, else the one in Debian's package, unpacked and not installed: it starts no service. */
    private Optional<Path> nginx() throws Exception {
        Path installed = Path.of("/usr/sbin/nginx");
        if (Files.isExecutable(installed)) {
            return Optional.of(installed);
        }
        Path debian = Files.createDirectory(folder.resolve("debian"));
        try {
            run(debian, "apt-get", "download", "nginx");
            try (Stream<Path> files = Files.list(debian)) {
                Path archive = files.filter(file -> file.toString().endsWith(".deb"))
                        .findFirst()
                        .orElseThrow();
                run(debian, "dpkg-deb", "-x", archive.toString(), debian.toString());
            }
            return Optional.of(debian.resolve("usr/sbin/nginx"));
        } catch (IOException | NoSuchElementException cannot) {
            return Optional.empty();
        }
    }

    private Process startNginx(Path nginx, Path www, int port) throws Exception {
        Path home = Files.createDirectories(folder.resolve("nginx/logs")).getParent();
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(name -> name + "_temp_path " + home.resolve(name) + ";")
                .collect(Collectors.joining(" "));
        Path configuration = Files.writeString(
                home.resolve("nginx.conf"),
                user + " daemon off; worker_processes auto; pid " + home.resolve("pid") + "; error_log "
                        + home.resolve("error.log") + ";\nevents { worker_connections 256; }\nhttp { access_log off;"
                        + " sendfile on; tcp_nopush on; keepalive_requests 1000000; " + temporary
                        + " server { listen 127.0.0.1:" + port + "; root " + www + "; } }\n");
        Process process = new ProcessBuilder(nginx.toString(), "-p", home.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        for (int tries = 0; tries < 100; tries++) {
            try (Wire wire = new Wire(URI.create("http://127.0.0.1:" + port), "")) {
                wire.range("/0.mp4", 0, 1);
                return process;
            } catch (IOException notYet) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        process.destroy();
        throw new IOException("nginx does not answer: " + Files.readString(home.resolve("out")));
    }

    private Optional<Path> vips() throws Exception {
        if (onPath("vips").isEmpty()) {
            try {
                run(folder, "apt-get", "install", "-y", "--no-install-recommends", "libvips-tools");
            } catch (IOException cannot) {
                return Optional.empty();
            }
        }
        return onPath("vips");
    }

    /** Begins as a photo and goes on as noise: it is taken in, and refused when it is looked at. */
    private static byte[] photo(int size) {
        byte[] photo = random(size);
        System.arraycopy(MediaWorld.sample("front-door-gps.jpg"), 0, photo, 0, 2048);
        return photo;
    }

    private static double millis(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private void run(String... command) throws IOException, InterruptedException {
        run(folder, command);
    }

    private static void run(Path where, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("could not run " + command[0]);
        }
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Bursts of tone and noise with pauses, as talk has them; 16 bits, one channel. */
    static Path speech(Path folder, int seconds, int rate, boolean pauses) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * rate * seconds).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes())
                .putInt(36 + 2 * rate * seconds)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        wav.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * rate * seconds);
        Random random = new Random(1);
        for (int i = 0; i < rate * seconds; i++) {
            double loud = pauses ? Math.max(0, Math.sin(2 * Math.PI * i / rate / 1.7)) * 4000 : 4000;
            wav.putShort((short) (loud * (Math.sin(2 * Math.PI * 180 * i / rate) + random.nextGaussian() / 3)));
        }
        return Files.write(folder.resolve("speech-" + seconds + ".wav"), wav.array());
    }

    private static BufferedImage scene(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = (int) (128 + 80 * Math.sin(x / 90.0) * Math.cos(y / 70.0)) + random.nextInt(24);
                image.setRGB(x, y, light << 16 | (light * 3 / 4) << 8 | light / 2);
            }
        }
        return image;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Request {
        void ask(int number, Wire wire) throws IOException;
    }

    private interface First {
        /** When the first byte of the range from there was here. */
        long byteOf(long from) throws IOException;
    }
}
