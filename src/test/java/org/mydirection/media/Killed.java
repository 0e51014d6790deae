package org.mydirection.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Random;
import org.mydirection.shared.Refused;

/**
 * A process of its own for {@link KillTest}: the whole of media with its database and its store, which takes files in,
 * redacts and discards without end until it is killed. What it acknowledged it writes down, one line each, on the disk.
 */
final class Killed {

    private Killed() {}

    /** Ends at once when something goes wrong: the threads of the store would keep it alive, and the test waiting. */
    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (Throwable wrong) {
            wrong.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        MediaWorld world = MediaWorld.in(folder);
        world.start();
        VaultKeyId key = world.newKey();
        byte[] picture = MediaWorld.smallPicture();
        while (true) {
            if (random.nextInt(3) == 0) {
                upload(world, key, picture, folder, random);
            } else {
                AssetId id = world.receive(key, MediaKind.PICTURE, picture);
                acknowledge(folder, "asset " + id.text());
                if (random.nextInt(4) == 0) {
                    // Written before: killed in between, it may be there or not.
                    acknowledge(folder, "discarding " + id.text());
                    world.get(MediaIntake.class).discard(id);
                }
            }
        }
    }

    private static void upload(MediaWorld world, VaultKeyId key, byte[] picture, Path folder, Random random)
            throws Exception {
        Uploading uploading = world.get(Uploading.class);
        UploadId id;
        try {
            id = uploading.open(world.owner, key, MediaKind.PICTURE, "here", Optional.of((long) picture.length));
        } catch (Refused tooManyUnfinished) {
            return; // of the runs before: nobody has more than some
        }
        int cut = 1 + random.nextInt(picture.length - 1);
        uploading.append(world.owner, id, 0, new java.io.ByteArrayInputStream(picture, 0, cut));
        acknowledge(folder, "upload " + id.text() + " " + cut);
        if (random.nextBoolean()) {
            uploading.append(
                    world.owner, id, cut, new java.io.ByteArrayInputStream(picture, cut, picture.length - cut));
            acknowledge(folder, "asset " + uploading.finish(world.owner, id).text());
        }
    }

    private static void acknowledge(Path folder, String line) throws Exception {
        Files.write(
                folder.resolve("acknowledged"),
                (line + "\n").getBytes(StandardCharsets.US_ASCII),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
