package org.mydirection.launch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of everything that is kept, held by one starter at a time for as long as it runs. */
final class DataFolder {

    private static final int OLD_LOGS = 5;

    private final Path path;

    /** Kept for as long as the folder is: a lock that nobody holds on to is given back. */
    @SuppressWarnings("unused")
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, readable by its owner only. Refused when it cannot be written or is held. */
    static DataFolder take(Path path) throws NotStarted {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                ownerOnly(path);
            }
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new NotStarted("Another My Direction is running on the folder " + path
                        + ": end it, or choose another folder by the setting data.dir.");
            }
            return new DataFolder(path, lock);
        } catch (IOException cannot) {
            throw new NotStarted(
                    "The folder " + path + " cannot be made or written: choose another by the setting data.dir.",
                    cannot);
        }
    }

    Path path() {
        return path;
    }

    /** An empty folder for the server's own files: what an earlier run left there would be deployed again. */
    Path freshServerFolder() throws NotStarted {
        Path server = path.resolve("server");
        try {
            delete(server);
            Files.createDirectories(server.resolve("tmp"));
            return server;
        } catch (IOException cannot) {
            throw new NotStarted("The folder " + server + " cannot be emptied: check the setting data.dir.", cannot);
        }
    }

    /** The log of this start. */
    Path log() {
        return path.resolve("log").resolve("my-direction.log");
    }

    /** Opens a new log, as UTF-8, written at {@code flush}; those of the last five starts stay beside it, {@code my-direction.log.1} and so on. */
    PrintStream freshLog() throws NotStarted {
        Path log = log();
        try {
            Files.createDirectories(log.getParent());
            for (int age = OLD_LOGS; age > 0; age--) {
                moveIfThere(age == 1 ? log : numbered(log, age - 1), numbered(log, age));
            }
            return new PrintStream(new BufferedOutputStream(Files.newOutputStream(log)), false, StandardCharsets.UTF_8);
        } catch (IOException cannot) {
            throw new NotStarted(
                    "The folder " + log.getParent() + " cannot be written: check the setting data.dir.", cannot);
        }
    }

    private static Path numbered(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException notYet) {
            // fewer starts than logs that are kept
        }
    }

    private static void ownerOnly(Path folder) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
