package org.mydirection.media;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The durable jobs of media: one for each asset on which work is left, named by its id, so that there is never a second
 * one; and two that recur. A job lives in the database, on connections of its own: it is not written in the transaction
 * that writes the asset, but right after it; should the process die in between, the gathering, which runs at the start
 * and every minute, finds the asset by its status and gives it its job.
 */
@ApplicationScoped
class MediaJobs {

    /** Attempts that end in a fault of ours before an asset is FAILED; while the store does not answer none counts. */
    static final int ATTEMPTS = 6;

    /** Attempts on which a tool crashed or ran into its limits before the file is refused. */
    static final int ATTEMPTS_OF_TOOLS = 3;

    private static final Logger LOG = Logger.getLogger(MediaJobs.class.getName());
    private static final Duration GATHERING = Duration.ofMinutes(1);
    private static final Duration SWEEPING = Duration.ofMinutes(15);
    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 500;

    @Inject
    JobPlatform platform;

    @Inject
    MediaProcessing processing;

    @Inject
    MediaSweep sweep;

    @Inject
    ObjectStore store;

    @Inject
    AssetLedger ledger;

    @Inject
    Clock clock;

    private volatile Duration firstPause = Duration.ofSeconds(5);

    private volatile Duration heartbeat = Duration.ofSeconds(5);

    private final CustomTask<Void> work = Tasks.custom("media-work", Void.class)
            .onFailure(this::afterFailure)
            .onDeadExecutionRevive()
            .execute((instance, context) -> {
                work(instance.getId());
                return this::afterWork;
            });

    private final RecurringTask<Void> gathering =
            Tasks.recurring("media-gathering", FixedDelay.of(GATHERING)).execute((instance, context) -> gather());

    private final RecurringTask<Void> sweeping =
            Tasks.recurring("media-sweep", FixedDelay.of(SWEEPING)).execute((instance, context) -> sweep());

    private volatile Scheduler scheduler;

    /** Begins to take up jobs, those of an earlier run included. */
    public void start() {
        Scheduler made = Scheduler.create(platform.dataSource(), work)
                .startTasks(gathering, sweeping)
                .threads(2)
                .pollingInterval(firstPause.compareTo(POLLING) < 0 ? firstPause : POLLING)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(Duration.ofSeconds(5))
                .executorService(threads())
                .dueExecutor(threads())
                .housekeeperExecutor(threads())
                .build();
        made.start();
        scheduler = made;
        gather();
    }

    /** Waits at most some seconds for what is running; what is broken off is taken up by the next run. */
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Has the asset worked on now; does nothing when its job is there already. */
    public void due(AssetId asset) {
        Scheduler running = scheduler;
        if (running != null) {
            running.scheduleIfNotExists(work.instance(asset.text()), clock.instant());
        }
    }

    /** Gives a job to every asset on which work is left and that has none. */
    public void gather() {
        ledger.unfinished(AT_ONCE).forEach(this::due);
    }

    /**
     * The pause after the first failed attempt, 5 seconds unless said otherwise; each further one is twice as long. From
     * the next start on, what is due is looked for as often at least.
     */
    public void pauseFor(Duration first) {
        firstPause = first;
    }

    /** How often a running job says that it lives, 5 seconds unless said otherwise; after four silences it is taken up anew. */
    public void beatEvery(Duration interval) {
        heartbeat = interval;
    }

    /**
     * On a thread of its own: the transaction that has just ended still clings to this one. Should it fail, the next
     * gathering finds the asset.
     */
    void discarded(@Observes(during = TransactionPhase.AFTER_SUCCESS) AssetDiscarded event) {
        platform.threads().execute(() -> due(event.asset()));
    }

    void triedAgain(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileTriedAgain event) {
        platform.threads().execute(() -> due(new AssetId(event.subject())));
    }

    private void work(String id) {
        try {
            processing.work(new AssetId(UUID.fromString(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep() {
        try {
            sweep.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An asset that was let go of while its job came to its end found that job still there and made no other: it is asked
     * once more when the job is gone.
     */
    private void afterWork(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.remove();
        AssetId asset = new AssetId(UUID.fromString(complete.getExecution().getId()));
        if (ledger.isToBeErased(asset)) {
            due(asset);
        }
    }

    private void afterFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        AssetId asset = new AssetId(UUID.fromString(complete.getExecution().getId()));
        if (isFrom(complete, ToolEnded.class) && failures >= ATTEMPTS_OF_TOOLS && ledger.brokeTools(asset)) {
            LOG.log(Level.WARNING, "media asset {0} broke a tool {1} times and is refused", new Object[] {
                asset.text(), failures
            });
            operations.reschedule(complete, complete.getTimeDone()); // its raw bytes are still there
        } else if (failures < ATTEMPTS || waits(complete) || !store.answers()) {
            operations.reschedule(complete, pauseAfter(complete.getTimeDone(), failures));
        } else {
            ledger.failed(asset);
            LOG.log(Level.SEVERE, "media asset {0} failed after {1} attempts", new Object[] {asset.text(), failures});
            operations.remove();
        }
    }

    /** The store may be back by now: that it was away is told by what went wrong. */
    private static boolean waits(ExecutionComplete complete) {
        return isFrom(complete, ScanUnavailable.class) || isFrom(complete, StoreUnavailable.class);
    }

    private static boolean isFrom(ExecutionComplete complete, Class<? extends IOException> fault) {
        return complete.getCause()
                .map(Throwable::getCause)
                .filter(fault::isInstance)
                .isPresent();
    }

    private Instant pauseAfter(Instant end, int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 10));
        return end.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private LentThreads threads() {
        return new LentThreads(platform.threads(), platform.timers());
    }
}
