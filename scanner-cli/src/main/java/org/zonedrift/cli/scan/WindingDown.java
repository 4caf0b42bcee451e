package org.zonedrift.cli.scan;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.zonedrift.Scanner;

/**
 * Ends a scan whose work can be gone on with: no new targets, some seconds for what is in flight, and
 * then no more. What waits for another look is not waited for.
 */
final class WindingDown implements Runnable {

    /** Most zones in flight are done in this time; less than the whole program has for its end. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int LOOK_MILLIS = 50;

    private final Scanner scanner;
    private final AtomicInteger looks = new AtomicInteger();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(WindingDown::daemon);

    WindingDown(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public void run() {
        scanner.takeNoMore();
        clockwork.scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        boolean patient = looks.incrementAndGet() < PATIENCE_MILLIS / LOOK_MILLIS;
        if (scanner.inFlight().active() == 0 || !patient) {
            clockwork.shutdown();
            scanner.stop();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "winding down");
        thread.setDaemon(true);
        return thread;
    }
}
