package org.mydirection.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one asset while it is worked on; it goes, with all that is in it, when the work stops. */
final class WorkFolder implements AutoCloseable {

    private static final String COUNT = "broken-off";

    private final Path path;
    private final int brokenOff;

    /** Empty when the constructor returns, whatever an earlier run left there. */
    WorkFolder(Path parent, AssetId asset) throws IOException {
        path = parent.resolve(asset.text());
        brokenOff = Files.exists(path) ? earlier(path) + 1 : 0;
        remove(path);
        OwnerOnly.folder(path);
        Files.writeString(path.resolve(COUNT), Integer.toString(brokenOff));
    }

    /** How often the process ended in the middle of this work: the folder was still there each time. */
    int brokenOff() {
        return brokenOff;
    }

    private static int earlier(Path folder) throws IOException {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(COUNT)));
        } catch (NoSuchFileException | NumberFormatException brokenOffAtOnce) {
            return 0;
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        remove(path);
    }

    /** Empties what an earlier run left there; how often work was broken off stays known. */
    static void clear(Path parent) throws IOException {
        OwnerOnly.folder(parent);
        List<Path> all;
        try (Stream<Path> walk = Files.walk(parent)) {
            all = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(COUNT))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    /** Removes the folder and all in it; does nothing when it is not there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
