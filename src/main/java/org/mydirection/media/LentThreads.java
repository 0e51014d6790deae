package org.mydirection.media;

import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * An executor over threads that belong to the server: shutting it down ends what was given to it and leaves the
 * server's executor alone, which refuses such calls.
 */
final class LentThreads extends AbstractExecutorService implements ScheduledExecutorService {

    private final ExecutorService threads;
    private final ScheduledExecutorService timers;
    private final Set<Run> runs = ConcurrentHashMap.newKeySet();
    private final Set<Future<?>> timed = ConcurrentHashMap.newKeySet();
    private volatile boolean shutDown;

    LentThreads(ExecutorService threads, ScheduledExecutorService timers) {
        this.threads = threads;
        this.timers = timers;
    }

    @Override
    public void execute(Runnable command) {
        refuseWhenShutDown();
        Run run = new Run(command);
        runs.add(run);
        try {
            run.future = threads.submit(run);
        } catch (RejectedExecutionException e) {
            run.finish();
            throw e;
        }
    }

    @Override
    public void shutdown() {
        shutDown = true;
        timed.forEach(future -> future.cancel(false));
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        runs.forEach(Run::interrupt);
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutDown;
    }

    @Override
    public boolean isTerminated() {
        return shutDown && runs.isEmpty();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(timeout);
        for (Run run : runs) {
            if (!run.done.await(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return isTerminated();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return remember(timers.schedule(command, delay, unit));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return remember(timers.schedule(callable, delay, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return remember(timers.scheduleAtFixedRate(command, initialDelay, period, unit));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return remember(timers.scheduleWithFixedDelay(command, initialDelay, delay, unit));
    }

    private <F extends Future<?>> F remember(F future) {
        timed.removeIf(Future::isDone);
        timed.add(future);
        if (shutDown) {
            future.cancel(false);
        }
        return future;
    }

    private void refuseWhenShutDown() {
        if (shutDown) {
            throw new RejectedExecutionException("shut down");
        }
    }

    private final class Run implements Runnable {

        private final Runnable command;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile Thread thread;
        private volatile Future<?> future;

        Run(Runnable command) {
            this.command = command;
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            try {
                command.run();
            } finally {
                thread = null;
                finish();
            }
        }

        void interrupt() {
            Future<?> started = future;
            if (started != null) {
                started.cancel(true);
            }
            if (thread == null) {
                finish(); // it never began, and now it will not
            }
        }

        void finish() {
            runs.remove(this);
            done.countDown();
        }
    }
}
