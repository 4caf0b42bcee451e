package org.zonedrift.benchmarks.delegation;

import java.util.ArrayDeque;
import org.zonedrift.exchange.Lane;

/** A lane on the caller's thread, where no time passes. */
final class PromptLane implements Lane {

    /** 2026-11-20T10:00:00Z. */
    private static final long NOW = 1_795_168_800_000_000_000L;

    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public long now() {
        return NOW;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Alarm schedule(long delayNanos, Runnable task) {
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    void runOut() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
