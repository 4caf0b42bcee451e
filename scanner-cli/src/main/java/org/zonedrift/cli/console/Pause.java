package org.zonedrift.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait between two pieces of work, which ends early when the user wants the command to end. */
public final class Pause {

    private final Interruption interruption;

    public Pause(Interruption interruption) {
        this.interruption = interruption;
    }

    /** Waits; whether the work is to go on. */
    public boolean lasting(Duration time) {
        CountDownLatch ended = new CountDownLatch(1);
        interruption.react(ended::countDown);
        try {
            return !ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
