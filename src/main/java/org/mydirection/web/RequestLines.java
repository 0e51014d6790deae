package org.mydirection.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Writes the lines of requests to the server's log behind the requests: a logger writes each by itself under one lock, for
 * which sixteen requests at once waited longer than for anything else. A line is written at once, those of the 20 ms after it
 * together; they keep their order.
 * None is lost: where 8192 wait, the next waits too, and closing writes what is left.
 */
final class RequestLines implements AutoCloseable {

    /** What Linux writes to a pipe in one piece (PIPE_BUF): no line of another writer comes between. */
    private static final int AT_ONCE = 4096;

    private static final int MOST_WAITING = 8192;
    private static final int GATHERED_MILLIS = 20;

    /** As {@code server-logging.properties} has it: by its time the starter tells where an event begins. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final OutputStream log;
    private final String kind;
    private final Object waiting = new Object();
    private List<Line> lines = new ArrayList<>();
    private boolean closed;

    /**
     * @param log takes whole lines by each write; not closed
     * @param kind what stands between the time and the text, such as {@code INFO org.mydirection.web.Door}
     */
    RequestLines(OutputStream log, String kind) {
        this.log = log;
        this.kind = kind;
        Thread writer = new Thread(this::writeUntilClosed, "request lines");
        writer.setDaemon(true);
        writer.start();
    }

    /** @param text one line, without its end */
    void add(String text) {
        Line line = new Line(Instant.now(), text);
        boolean behind;
        synchronized (waiting) {
            while (lines.size() >= MOST_WAITING && !closed) {
                rest();
            }
            lines.add(line);
            waiting.notifyAll();
            behind = !closed;
        }
        if (!behind) {
            write();
        }
    }

    /** Writes what is left; what is added later is written at once. */
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.notifyAll();
        }
        write();
    }

    private void writeUntilClosed() {
        while (someCame()) {
            write();
            try {
                TimeUnit.MILLISECONDS.sleep(GATHERED_MILLIS);
            } catch (InterruptedException hurried) {
                // written now
            }
        }
    }

    private boolean someCame() {
        synchronized (waiting) {
            while (lines.isEmpty() && !closed) {
                rest();
            }
            return !closed;
        }
    }

    private void rest() {
        try {
            waiting.wait();
        } catch (InterruptedException hurried) {
            // Nobody who means us does that: what is waited for is looked at again.
        }
    }

    /** In their order: only who holds the log takes lines. */
    private void write() {
        synchronized (log) {
            List<Line> taken;
            synchronized (waiting) {
                taken = lines;
                lines = new ArrayList<>();
                waiting.notifyAll();
            }
            ByteArrayOutputStream batch = new ByteArrayOutputStream(AT_ONCE);
            for (Line line : taken) {
                byte[] bytes = bytes(line);
                if (batch.size() + bytes.length > AT_ONCE) {
                    writeOut(batch);
                }
                batch.writeBytes(bytes);
            }
            writeOut(batch);
        }
    }

    private byte[] bytes(Line line) {
        return (TIME.format(line.at()) + " " + kind + " " + line.text() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void writeOut(ByteArrayOutputStream batch) {
        try {
            if (batch.size() > 0) {
                log.write(batch.toByteArray());
                log.flush();
            }
        } catch (IOException nobodyReads) {
            // As every handler of a log: a request does not fail because its line cannot be written.
        }
        batch.reset();
    }

    private record Line(Instant at, String text) {}
}
