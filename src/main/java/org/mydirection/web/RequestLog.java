package org.mydirection.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.logging.Logger;

/**
 * Writes the line of each request, one thread for all: the console takes one line at a time, and sixteen requests at once
 * spent more time in its queue than in all the rest. What is on its way when the process is killed is lost; the trail,
 * which must not be, is in the database.
 */
@ApplicationScoped
class RequestLog {

    private static final Logger LOG = Logger.getLogger(Door.class.getName());

    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(10_000);
    private Thread writer;

    @PostConstruct
    void start() {
        writer = new Thread(this::write, "lines of requests");
        writer.setDaemon(true);
        writer.start();
    }

    void add(String line) {
        if (!lines.offer(line)) {
            LOG.info(line);
        }
    }

    private void write() {
        try {
            while (true) {
                LOG.info(lines.take());
            }
        } catch (InterruptedException end) {
            lines.forEach(LOG::info);
        }
    }

    @PreDestroy
    void stop() {
        writer.interrupt();
    }
}
