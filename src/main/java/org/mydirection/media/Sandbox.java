package org.mydirection.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What stands around a media tool, as far as the system has it: a process group of its own ({@code setsid}), limits on
 * memory, processor time, file size, open files and processes ({@code prlimit}), and, where {@code bwrap} works, no
 * network, no other process, and no file but those of the tool, of the system's libraries and of the work folder.
 * Immutable.
 */
final class Sandbox {

    private static final Logger LOG = Logger.getLogger(Sandbox.class.getName());

    private static final long MEBIBYTE = 1024L * 1024;

    /** Address space: the decoder of an AVIF of 50 megapixels and its output fit. */
    static final long MOST_MEMORY = 2048 * MEBIBYTE;

    /** A file that a tool may write: 50 megapixels of 4 channels, hardly compressed. */
    static final long LARGEST_FILE = 400 * MEBIBYTE;

    static final int MOST_FILES = 64;

    /** Threads that a tool may add to those that its user has; a decoder takes some, a bomb takes all. */
    private static final int MOST_MORE_THREADS = 256;

    private final Optional<Path> setsid = onPath("setsid");
    private final Optional<Path> kill = onPath("kill");
    private final Optional<Path> prlimit = onPath("prlimit");
    private final Optional<Path> bwrap;

    /** Looks what is there, and whether bwrap may be used here, which some containers forbid. */
    Sandbox(Path tool, Path work) {
        bwrap = onPath("bwrap").filter(path -> runsWithin(walls(path, tool.getParent(), work), tool));
        LOG.info(() -> "media tools run with: a group of their own " + yes(setsid) + ", limits " + yes(prlimit)
                + ", walls (bwrap) " + yes(bwrap));
    }

    boolean hasWalls() {
        return bwrap.isPresent();
    }

    /** The command with everything around it. */
    List<String> around(List<String> command, Path work, Duration limit) {
        List<String> all = new ArrayList<>();
        setsid.ifPresent(path -> all.add(path.toString()));
        prlimit.ifPresent(path -> all.addAll(limits(path, limit)));
        bwrap.ifPresent(path -> all.addAll(walls(path, Path.of(command.get(0)).getParent(), work)));
        all.addAll(command);
        return all;
    }

    /** Ends the process and everything that it began. */
    void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        if (setsid.isPresent() && kill.isPresent()) {
            runs(List.of(kill.get().toString(), "-KILL", "--", "-" + process.pid()));
        }
        process.destroyForcibly();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
    }

    private static List<String> limits(Path prlimit, Duration limit) {
        return List.of(
                prlimit.toString(),
                "--as=" + MOST_MEMORY,
                "--cpu=" + 2 * limit.toSeconds(),
                "--fsize=" + LARGEST_FILE,
                "--nofile=" + MOST_FILES,
                "--nproc=" + (threadsNow() + MOST_MORE_THREADS),
                "--core=0",
                "--");
    }

    private static List<String> walls(Path bwrap, Path tools, Path work) {
        List<String> walls = new ArrayList<>(List.of(bwrap.toString(), "--unshare-all", "--die-with-parent"));
        walls.addAll(List.of("--new-session", "--cap-drop", "ALL", "--ro-bind", "/usr", "/usr"));
        for (String library : List.of("/bin", "/lib", "/lib64", "/etc/ld.so.cache")) {
            walls.addAll(List.of("--ro-bind-try", library, library));
        }
        walls.addAll(List.of("--dev", "/dev", "--ro-bind", tools.toString(), tools.toString()));
        // Without /proc the loader does not find the libraries beside a tool by itself.
        walls.addAll(List.of("--setenv", "LD_LIBRARY_PATH", tools.toString()));
        walls.addAll(List.of("--bind", work.toString(), work.toString(), "--chdir", work.toString(), "--"));
        return walls;
    }

    /** Of this user, in all processes: the limit counts them all. */
    private static long threadsNow() {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            String user = System.getProperty("user.name");
            return entries.filter(entry ->
                            Character.isDigit(entry.getFileName().toString().charAt(0)))
                    .mapToLong(entry -> threads(entry, user))
                    .sum();
        } catch (IOException noProc) {
            return 4096;
        }
    }

    private static long threads(Path process, String user) {
        try (Stream<Path> tasks = Files.list(process.resolve("task"))) {
            return Files.getOwner(process).getName().equals(user) ? tasks.count() : 0;
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    private static boolean runsWithin(List<String> walls, Path tool) {
        List<String> whole = new ArrayList<>(walls);
        whole.addAll(List.of(tool.toString(), "-version"));
        return runs(whole);
    }

    private static boolean runs(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException cannot) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String yes(Optional<Path> tool) {
        return tool.isPresent() ? "yes" : "no";
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
