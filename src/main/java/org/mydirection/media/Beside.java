package org.mydirection.media;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Half of some work, done on another processor while the caller does the other half. Ends with the caller at the latest. */
final class Beside<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    /** Begins at once. */
    Beside(Callable<T> half) {
        task = new FutureTask<>(half);
        thread = new Thread(task, "half of work on media");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for it; throws what it threw. */
    T get() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            if (failed.getCause() instanceof IOException checked) {
                throw checked;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new ToolFailed("the wait for half of some work was interrupted");
        }
    }

    /** Nothing of it goes on when this returns: it may have files in a folder that is removed next. */
    @Override
    public void close() {
        task.cancel(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurried) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
