package org.mydirection.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a child process of the starter. */
final class ServerProcess {

    private static final int SECONDS_TO_END = 20;
    private static final int SECONDS_TO_DRAIN = 5;

    private final Process process;
    private final ServerOutput output;
    private final Thread reader;

    private ServerProcess(Process process, PrintStream log) {
        this.process = process;
        this.output = new ServerOutput(process.getInputStream(), log);
        this.reader = new Thread(output, "server output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the server; it is not ready when this returns.
     *
     * @param folder an empty folder for the server's own files
     * @param log takes what it says, as UTF-8
     */
    static ServerProcess start(LaunchSettings settings, Path folder, PrintStream log) throws NotStarted {
        try {
            ProcessBuilder child = new ProcessBuilder(command(settings, folder)).redirectErrorStream(true);
            child.environment().clear();
            child.environment().putAll(settings.childEnvironment());
            return new ServerProcess(child.start(), log);
        } catch (IOException cannot) {
            throw new NotStarted("The server's process cannot be started: " + cannot.getMessage() + ".", cannot);
        }
    }

    private static List<String> command(LaunchSettings settings, Path folder) throws NotStarted, IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path preBoot = Files.write(folder.resolve("pre-boot.txt"), preBootCommands(settings));
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx" + settings.memory()));
        command.addAll(settings.options());
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                // Uploads that are on their way pass through here: a folder that the next start empties.
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-jar",
                settings.serverJar().toString(),
                "--deploy",
                settings.application().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(settings.port()),
                "--prebootcommandfile",
                preBoot.toString(),
                "--logproperties",
                copyOfLogging(folder).toString(),
                "--rootdir",
                folder.resolve("root").toString(),
                "--nohazelcast",
                "--disablephonehome"));
        return command;
    }

    /**
     * Where to listen; no numbers about the server for anyone who asks; and text sent compressed, for those who pay for
     * each megabyte. A session's cookie is SameSite=Strict: no other site can make a page be sent again and again to
     * guess its secrets from its length.
     */
    private static List<String> preBootCommands(LaunchSettings settings) {
        String server = "set configs.config.server-config.";
        String http = server + "network-config.protocols.protocol.http-listener.http.";
        return List.of(
                server + "network-config.network-listeners.network-listener.http-listener.address="
                        + settings.address(),
                // A client that reads slowly keeps its thread, for as long as media.WhileSending lets it: 200 are too
                // few. web.media.LongAnswers leaves a part of these for everybody else.
                server + "thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=1000",
                // Unset it is one thread, which asks for each long answer again whether it may go on.
                "set resources.managed-scheduled-executor-service.concurrent/__defaultManagedScheduledExecutorService"
                        + ".core-pool-size=4",
                // Four times this is what the server takes from us in memory for a client that does not read: unset, it
                // took ten megabytes each, and sent on what was taken back meanwhile.
                server + "network-config.transports.transport.tcp.socket-write-buffer-size=131072",
                http + "compression=on",
                http + "compression-min-size-bytes=1024",
                http + "compressable-mime-type=text/html,text/css,text/javascript,application/javascript,"
                        + "application/json,text/xml,image/svg+xml",
                server + "microprofile-metrics-configuration.enabled=false");
    }

    private static Path copyOfLogging(Path folder) throws IOException {
        Path copy = folder.resolve("logging.properties");
        try (var resource = ServerProcess.class.getResourceAsStream("server-logging.properties")) {
            if (resource == null) {
                throw new IOException("server-logging.properties is missing beside the starter's classes");
            }
            Files.copy(resource, copy);
        }
        return copy;
    }

    ServerOutput output() {
        return output;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the server ends by itself, and until the last of its words is written. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
        reader.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_DRAIN));
    }

    /** Ends the server: asks, waits 20 seconds, then insists. Returns when it is gone. */
    void end() {
        // By its handle: the process's own method closes what it says, and its last words are lost.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            reader.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_DRAIN));
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
