package org.mydirection.web;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the application finished its start. */
@ApplicationScoped
public class StartUp {

    private volatile boolean done;

    /** Called once, by {@link Start}, when everything is there. */
    void done() {
        done = true;
    }

    /** False until everything that the application needs has been brought up. */
    public boolean isDone() {
        return done;
    }
}
