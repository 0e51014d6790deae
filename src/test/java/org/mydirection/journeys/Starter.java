package org.mydirection.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's starter as a process of its own, as a user runs it. Ended with the tests at the latest. */
final class Starter implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("My Direction is ready: (http://\\S+)/");
    private static final int MINUTES_TO_START = 5;
    private static final int SECONDS_TO_END = 40;

    private final Process process;
    private final Path output;

    private Starter(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param settings the starter's settings by name, over {@code http.port} (a free one) */
    static Starter run(Path data, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("data.dir", data.toString());
        all.putIfAbsent("http.port", Integer.toString(freePort()));
        all.putIfAbsent("server.options", System.getProperty("server.options", ""));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", "target/classes", "org.mydirection.launch.Launcher"));
        try {
            Files.createDirectories(data.getParent());
            Path output = data.resolveSibling(data.getFileName() + ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Starter starter = new Starter(process, output);
            Runtime.getRuntime().addShutdownHook(new Thread(starter::close, "end of a starter"));
            return starter;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Waits until it says that it is ready; gives the address, without a slash at its end. */
    String awaitReady() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES_TO_START);
        while (System.nanoTime() < end) {
            Matcher ready = READY.matcher(said());
            if (ready.find()) {
                return ready.group(1);
            }
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        throw new AssertionError("the application did not start: " + said());
    }

    /** Waits for its end; gives the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(MINUTES_TO_START, TimeUnit.MINUTES)) {
            throw new AssertionError("the starter did not end: " + said());
        }
        return process.exitValue();
    }

    /** What it told its user so far. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The server that it runs, if it does. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    /** Kills the starter alone, as a crash would. */
    void kill() {
        process.destroyForcibly();
    }

    /** Ends it as Ctrl-C does, and waits until it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.children().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
