package org.zonedrift.cli.scan;

import java.time.Duration;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The thread that reads reports while the lanes make more. Whoever comes after a lull is read at once;
 * after each go the thread rests for a moment, so that a busy scan wakes it for many reports together:
 * to be woken for a few costs more than to write them, for the thread and for the lane that wakes it.
 */
final class OutputThread implements AutoCloseable {

    /** Some twenty reports of a fast scan; nobody who watches notices. */
    private static final long REST_NANOS = Duration.ofMillis(2).toNanos();

    /** One thread from the start, and a queue into which a lane puts without any lock. */
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedTransferQueue<>(), OutputThread::daemon);

    private final Scheduler scheduler = Schedulers.fromExecutor(this::go);

    OutputThread() {
        thread.prestartAllCoreThreads();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "output");
        thread.setDaemon(true);
        return thread;
    }

    private void go(Runnable task) {
        thread.execute(() -> {
            task.run();
            LockSupport.parkNanos(this, REST_NANOS);
        });
    }

    /** What is scheduled here is done on this thread, one after the other. */
    Scheduler scheduler() {
        return scheduler;
    }

    /** Ends the thread, without its rest. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
