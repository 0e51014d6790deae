package org.mydirection.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Starts My Direction and stays until it ends. Settings are system properties or environment variables.
 *
 * <p>Ends when it is told to by a signal (Ctrl-C, SIGTERM), and takes the server with it. Exits with 2 and one plain
 * sentence on the standard error when it could not start or the server ended by itself. With the argument {@code health} it only asks a running application: 0 when that is ready, 1 when not.
 */
public final class Launcher {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PATIENCE_WHEN_DEPLOYED = Duration.ofMinutes(2);
    private static final int MILLISECONDS_BETWEEN_LOOKS = 200;

    private final LaunchSettings settings;
    private volatile boolean ending;

    private Launcher(LaunchSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws InterruptedException {
        LaunchSettings settings = new LaunchSettings(System.getProperties(), System.getenv());
        try {
            if (List.of(arguments).equals(List.of("health"))) {
                System.exit(new Probe(settings.address(), settings.port()).ready() ? 0 : 1);
            }
            new Launcher(settings).run();
        } catch (NotStarted refused) {
            System.err.println("My Direction did not start: " + refused.getMessage());
            System.exit(2);
        }
    }

    private void run() throws NotStarted, InterruptedException {
        requireBuilt(settings.serverJar());
        requireBuilt(settings.application());
        DataFolder data = DataFolder.take(settings.dataFolder());
        requireFreePort();
        Neighbours.require(settings);

        PrintStream log = settings.logsToConsole() ? System.out : data.freshLog();
        String whereTheLogIs =
                settings.logsToConsole() ? "the output above" : data.log().toString();
        ServerProcess server = ServerProcess.start(settings, data.freshServerFolder(), log);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "end of the server"));

        System.out.println("My Direction is starting; its log is " + whereTheLogIs);
        Probe probe = new Probe(settings.address(), settings.port());
        try {
            awaitReady(server, probe, whereTheLogIs);
        } finally {
            server.output().endLine();
        }
        System.out.println("My Direction is ready: " + probe.base() + "/");
        System.out.println(howToSignIn(data.path()));

        server.awaitEnd();
        if (ending) {
            // This process is going down too: returning would have Maven tell of a build that succeeded.
            new CountDownLatch(1).await();
        }
        System.err.println("My Direction ended by itself: see " + whereTheLogIs);
        System.exit(2);
    }

    private static void requireBuilt(Path file) throws NotStarted {
        if (!Files.exists(file)) {
            throw new NotStarted(file + " is missing: build it first, with mvn package.");
        }
    }

    private void requireFreePort() throws NotStarted {
        InetAddress address;
        try {
            address = InetAddress.getByName(settings.address());
        } catch (UnknownHostException nowhere) {
            throw new NotStarted(
                    "The setting http.address is no address of this machine: \"" + settings.address() + "\".", nowhere);
        }
        try (ServerSocket attempt = new ServerSocket()) {
            attempt.bind(new InetSocketAddress(address, settings.port()));
        } catch (IOException taken) {
            throw new NotStarted(
                    "Port " + settings.port() + " on " + settings.address()
                            + " is in use or not allowed: choose another by the setting http.port.",
                    taken);
        }
    }

    private static void awaitReady(ServerProcess server, Probe probe, String log)
            throws NotStarted, InterruptedException {
        Instant givenUp = Instant.now().plus(PATIENCE);
        Instant deployedFor = null;
        while (true) {
            Optional<String> refusal = server.output().refusal();
            if (refusal.isPresent()) {
                throw new NotStarted(refusal.get());
            }
            if (server.output().failed() || server.output().finished() && probe.nothingDeployed()) {
                throw new NotStarted("the application cannot be deployed: see " + log);
            }
            if (!server.isAlive()) {
                throw new NotStarted("the server ended by itself: see " + log);
            }
            boolean deployed = server.output().finished();
            // A page that is asked for while the application is being deployed can stay broken: look only afterwards.
            if (deployed && probe.ready() && probe.showsSignIn()) {
                return;
            }
            if (deployed && deployedFor == null) {
                deployedFor = Instant.now().plus(PATIENCE_WHEN_DEPLOYED);
            }
            if (Instant.now().isAfter(deployedFor == null ? givenUp : deployedFor)) {
                throw new NotStarted(whatIsMissing(probe) + ": see " + log);
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
    }

    private static String whatIsMissing(Probe probe) {
        List<String> down = probe.down();
        return down.isEmpty()
                ? "the server answers, but the application is not there"
                : "these parts are not up: " + String.join(", ", down);
    }

    private String howToSignIn(Path data) {
        Optional<String> administrator = settings.firstAdministrator();
        Path passphrase = data.resolve("first-administrator.txt");
        if (settings.demo()) {
            return "To sign in: the sign-in page lists the demo people.";
        }
        if (administrator.isPresent() && Files.exists(passphrase)) {
            return "To sign in as " + administrator.get() + ": the passphrase is in " + passphrase
                    + "; delete that file when you have read it.";
        }
        return "To sign in: use your account. The first administrator of an empty installation is made by a start with"
                + " -Dfirst.administrator=<user name>.";
    }

    private void end(ServerProcess server) {
        ending = true;
        server.end();
    }
}
