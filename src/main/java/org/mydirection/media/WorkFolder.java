package org.mydirection.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one asset while it is worked on; it goes, with all that is in it, when the work stops. */
final class WorkFolder implements AutoCloseable {

    private final Path path;

    /** Empty when the constructor returns, whatever an earlier run left there. */
    WorkFolder(Path parent, AssetId asset) throws IOException {
        path = parent.resolve(asset.text());
        remove(path);
        OwnerOnly.folder(path);
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
