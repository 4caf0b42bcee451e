package org.zonedrift.cli.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does again and again what makes a scan's work survive, until it is closed or fails. */
public final class Checkpoints implements AutoCloseable {

    /** A checkpoint that takes longer than this hangs in the file system. */
    private static final long LAST_ONE_SECONDS = 60;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(Checkpoints::daemon);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    private Checkpoints() {}

    /**
     * Begins with it.
     *
     * @param onFailure what to do when it fails; it is not tried again
     */
    public static Checkpoints every(Duration period, Runnable work, Runnable onFailure) {
        Checkpoints checkpoints = new Checkpoints();
        long millis = period.toMillis();
        checkpoints.clockwork.scheduleWithFixedDelay(
                () -> checkpoints.attempt(work, onFailure), millis, millis, TimeUnit.MILLISECONDS);
        return checkpoints;
    }

    private void attempt(Runnable work, Runnable onFailure) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure.set(e);
            clockwork.shutdown();
            onFailure.run();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "checkpoints");
        thread.setDaemon(true);
        return thread;
    }

    /** Why it ended early, if it did. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Waits for one that is being made. */
    @Override
    public void close() {
        clockwork.shutdown();
        try {
            clockwork.awaitTermination(LAST_ONE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
