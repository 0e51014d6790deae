package org.mydirection.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what the server says until it ends, writes it to the log as one line an event, and keeps the two things that
 * the starter waits for: that the server finished its start, and the sentence with which the application refused.
 */
final class ServerOutput implements Runnable {

    private static final Pattern EVENT = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT.*");
    private static final String REFUSAL = "My Direction did not start: ";
    private static final Pattern FINISHED = Pattern.compile(".*Payara Micro .* ready in [0-9,.]+ .*");

    private static final String NO_DATABASE = "Error in allocating a connection";
    private static final String FAILURE = "Exception while deploying the app";

    private final InputStream source;
    private final PrintStream log;
    private volatile String refusal;
    private boolean lineIsOpen;
    private volatile boolean failed;
    private volatile boolean finished;

    ServerOutput(InputStream source, PrintStream log) {
        this.source = source;
        this.log = log;
    }

    /** The sentence with which the application refused to start; empty as long as it did not. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** True when the server says that the application cannot be deployed. */
    boolean failed() {
        return failed;
    }

    /** True when the server says that it finished its start, which it does after a failed deployment as well. */
    boolean finished() {
        return finished;
    }

    @Override
    public void run() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                notice(line);
                write(line);
                if (!lines.ready()) {
                    flush();
                }
            }
        } catch (IOException ended) {
            // the server is gone, and the starter sees that for itself
        }
        endLine();
    }

    /** Ends the line of the last event, so that somebody else can write to where the log goes. */
    synchronized void endLine() {
        closeLine();
        log.flush();
    }

    private void closeLine() {
        if (lineIsOpen) {
            log.println();
            lineIsOpen = false;
        }
    }

    /** When nothing more is there: many lines at once are one write. */
    private synchronized void flush() {
        log.flush();
    }

    private void notice(String line) {
        int at = line.indexOf(REFUSAL);
        if (at >= 0 && refusal == null) {
            refusal = line.substring(at + REFUSAL.length()).strip();
        }
        // The server asks for a connection before the application can say why there is none.
        if (line.contains(NO_DATABASE) && !finished && refusal == null) {
            refusal =
                    "The database cannot be reached or refuses us: check the settings db.url, db.user and db.password.";
        }
        if (line.contains(FAILURE)) {
            failed = true;
        }
        if (!finished && FINISHED.matcher(line).matches()) {
            finished = true;
        }
    }

    /** A line that does not begin with a time belongs to the event before it. */
    private synchronized void write(String line) {
        if (line.isBlank()) {
            return;
        }
        if (EVENT.matcher(line).matches()) {
            closeLine();
            log.print(line);
        } else {
            log.print((lineIsOpen ? " | " : "") + line.strip());
        }
        lineIsOpen = true;
    }
}
