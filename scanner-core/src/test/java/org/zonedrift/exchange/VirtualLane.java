package org.zonedrift.exchange;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A lane whose time stands still until a test moves it; everything runs on the test's thread. */
public final class VirtualLane implements Lane {

    /** 2026-11-20T10:00:00Z, as the examples of the record have it. */
    public static final long START = 1_795_168_800_000_000_000L;

    private record Task(long at, long order, Runnable body) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now = START;
    private long scheduled;

    @Override
    public long now() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(new Task(now, scheduled++, task));
    }

    @Override
    public Alarm schedule(long delayNanos, Runnable task) {
        Task entry = new Task(now + Math.max(0, delayNanos), scheduled++, task);
        tasks.add(entry);
        return () -> tasks.remove(entry);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    /** Runs everything that is due now, and what that brings about at once. */
    public void settle() {
        runUntil(now);
    }

    /** Lets this much time pass, running what falls due on the way. */
    public void advance(long nanos) {
        runUntil(now + nanos);
    }

    /** Runs until nothing waits any more, however long that takes. */
    public void runOut() {
        runUntil(Long.MAX_VALUE);
    }

    private void runUntil(long end) {
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.remove();
            now = Math.max(now, next.at());
            next.body().run();
        }
        if (end != Long.MAX_VALUE) {
            now = end;
        }
    }
}
