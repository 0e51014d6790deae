package org.mydirection.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * {@code mvn -Pbench}: how the vault compares with the plain thing, both sides in one run, pairs interleaved, medians of
 * {@value #ROUNDS} rounds. A table of ratios; below 1 is faster than the other side for times, above 1 for throughput.
 */
final class Bench {

    private static final int ROUNDS = 7;
    private static final int CONNECTIONS = 16;
    private static final int RANGE = 1 << 20;

    private final MediaWorld world;
    private final List<String> rows = new ArrayList<>();

    private Bench(MediaWorld world) {
        this.world = world;
    }

    public static void main(String[] arguments) throws Exception {
        try (MediaWorld world = MediaWorld.unstarted()) {
            world.settings.put("media.cache.megabytes", "64");
            world.start();
            Bench bench = new Bench(world);
            bench.ranges(8 * RANGE, true);
            bench.ranges(8 * RANGE, false);
            bench.firstByte();
            bench.upload();
            bench.picture();
            bench.recording();
            System.out.println();
            System.out.println("| What | Against | Ratio | Ours | Theirs |");
            System.out.println("|---|---|---|---|---|");
            bench.rows.forEach(System.out::println);
            System.out.printf(
                    "%n%d processors, Java %s, %s%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"));
        }
        System.exit(0);
    }

    /** Decrypted ranges, cached or not, against the same ranges of a file, or bare from the same store. */
    private void ranges(int size, boolean cached) throws Exception {
        byte[] plain = random(size);
        List<SealedObject> sealed = new ArrayList<>();
        SealedKey key = world.get(VaultKeys.class).require(world.newKey());
        // Uncached: more than the cache holds, asked for in an order that never comes back in time.
        for (int i = 0; i < (cached ? 4 : 16); i++) {
            sealed.add(world.get(Vault.class).seal(key, new ByteArrayInputStream(plain)));
        }
        Path file = Files.write(world.data.resolve("plain"), plain);
        Vault vault = world.get(Vault.class);
        ObjectStore store = world.get(ObjectStore.class);
        int requests = cached ? 800 : 200;
        Callable<Double> ours = () -> throughput(requests, (i, out) -> {
            SealedObject object = sealed.get(i % sealed.size());
            long from = (long) (i / sealed.size() % (size / RANGE)) * RANGE;
            vault.open(object, from, from + RANGE - 1, out, () -> {});
        });
        Callable<Double> theirs = cached
                ? () -> throughput(requests, (i, out) -> {
                    try (InputStream in = Files.newInputStream(file)) {
                        in.skipNBytes((long) (i % (size / RANGE)) * RANGE);
                        out.write(in.readNBytes(RANGE));
                    }
                })
                : () -> throughput(requests, (i, out) -> {
                    SealedObject object = sealed.get(i % sealed.size());
                    long from = (long) (i / sealed.size() % (size / RANGE)) * RANGE;
                    try (InputStream in = store.get(object.name(), from, RANGE)) {
                        in.transferTo(out);
                    }
                });
        compare(
                "decrypted 1 MiB ranges, 16 threads, " + (cached ? "cached" : "nothing cached") + ", MB/s",
                cached ? "the same ranges of a plain file, in this process" : "the same ranges bare from the store",
                ours,
                theirs);
    }

    private void firstByte() throws Exception {
        SealedKey key = world.get(VaultKeys.class).require(world.newKey());
        // Each is asked for once only: nothing of it is cached.
        List<SealedObject> objects = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            objects.add(world.get(Vault.class).seal(key, new ByteArrayInputStream(random(140_000))));
        }
        int[] next = {0};
        Callable<Double> ours = () -> p95(50, () -> {
            SealedObject object = objects.get(next[0]++ % objects.size());
            world.get(Vault.class).open(object, 100_000, 100_000, OutputStream.nullOutputStream(), () -> {});
        });
        Callable<Double> theirs = () -> p95(50, () -> {
            try (InputStream in = world.get(ObjectStore.class)
                    .get(objects.get(next[0]++ % objects.size()).name(), 65_536, 65_536)) {
                in.read();
            }
        });
        compare("first byte of a range, p95, not cached, ms", "a bare ranged get", ours, theirs);
    }

    private void upload() throws Exception {
        byte[] photo = random(8_000_000);
        byte[] head = MediaWorld.sample("front-door-gps.jpg");
        System.arraycopy(head, 0, photo, 0, head.length);
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
        compare("upload acknowledged, 8 MB, ms", "a bare put of the same bytes", ours, theirs);
        compare("the same in pieces, ms", "a bare put of the same bytes", tus, theirs);
    }

    private void picture() throws Exception {
        Optional<Path> vips = onPath("vips");
        if (vips.isEmpty()) {
            System.out.println("No vips here: apt-get install libvips-tools");
            return;
        }
        Path photo = world.data.resolve("photo.jpg");
        ImageIO.write(scene(3264, 2448), "jpeg", photo.toFile());
        Callable<Double> ours = () -> millis(() -> {
            try (WorkFolder work = new WorkFolder(world.get(MediaSettings.class).workFolder(), AssetId.random())) {
                world.get(PictureSanitising.class).sanitise(photo, SourceType.JPEG, work);
            }
        });
        Callable<Double> theirs = () -> millis(() -> {
            for (String size : List.of("4000x4000>", "1600", "800", "320")) {
                String out = world.data.resolve("vips.jpg") + "[Q=85,strip]";
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
        compare("picture made safe, 8 MP JPEG, four forms, ms", "vips, the same forms", ours, theirs);
    }

    private void recording() throws Exception {
        Path wav = speech(600);
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
                world.data.resolve("bare.mp4").toString()));
        compare("recording made safe, 10 minutes, ms", "one ffmpeg with loudnorm, the same encoder", ours, theirs);
    }

    private void compare(String what, String against, Callable<Double> ours, Callable<Double> theirs) throws Exception {
        ours.call();
        theirs.call();
        double[] mine = new double[ROUNDS];
        double[] others = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            mine[i] = ours.call();
            others[i] = theirs.call();
            ratios[i] = mine[i] / others[i];
        }
        String row = String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.1f | %.1f |",
                what,
                against,
                median(ratios),
                median(mine),
                median(others));
        System.out.println(row);
        rows.add(row);
    }

    /** Megabytes a second. */
    private static double throughput(int requests, Request request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        long began = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                int number = i;
                all.add(threads.submit(() -> {
                    request.ask(number, OutputStream.nullOutputStream());
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        return requests * (double) RANGE / 1e6 / ((System.nanoTime() - began) / 1e9);
    }

    private static double p95(int times, Work work) throws Exception {
        double[] all = new double[times];
        for (int i = 0; i < times; i++) {
            all[i] = millis(work);
        }
        Arrays.sort(all);
        return all[times * 95 / 100];
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

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
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

    /** Bursts of tone and noise with pauses, as talk has them; 16 bits, one channel, 44.1 kHz. */
    private Path speech(int seconds) throws IOException {
        int rate = 44_100;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * rate * seconds).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes())
                .putInt(36 + 2 * rate * seconds)
                .put("WAVEfmt ".getBytes())
                .putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        wav.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * rate * seconds);
        Random random = new Random(1);
        for (int i = 0; i < rate * seconds; i++) {
            double loud = Math.max(0, Math.sin(2 * Math.PI * i / rate / 1.7)) * 4000;
            wav.putShort((short) (loud * (Math.sin(2 * Math.PI * 180 * i / rate) + random.nextGaussian() / 3)));
        }
        return Files.write(world.data.resolve("speech.wav"), wav.array());
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
        void ask(int number, OutputStream out) throws Exception;
    }
}
