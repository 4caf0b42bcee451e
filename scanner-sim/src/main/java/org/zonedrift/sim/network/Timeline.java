package org.zonedrift.sim.network;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Simulated time: it stands still while something happens, and then jumps to what happens next.
 * Confined to the one thread that steps it.
 */
final class Timeline {

    private final EventHeap events = new EventHeap();
    private long now;
    private @Nullable VirtualLane current;

    Timeline(long startNanos) {
        this.now = startNanos;
    }

    long now() {
        return now;
    }

    /** The lane that is at work, or null between lanes. */
    @Nullable
    VirtualLane current() {
        return current;
    }

    void after(long delayNanos, Event event) {
        events.add(now + Math.max(0, delayNanos), event);
    }

    void at(long time, Event event) {
        events.add(Math.max(now, time), event);
    }

    /** Lets it happen as work of this lane. */
    void after(long delayNanos, VirtualLane lane, Runnable work) {
        after(delayNanos, () -> on(lane, work));
    }

    /** Runs the task as this lane's work. */
    void on(VirtualLane lane, Runnable task) {
        VirtualLane before = current;
        current = lane;
        try {
            task.run();
        } finally {
            current = before;
        }
    }

    /** Lets everything happen until the instant, and time pass until it. */
    void runUntil(long end) {
        while (!events.isEmpty() && events.firstTime() <= end) {
            step();
        }
        now = Math.max(now, end);
    }

    /** Lets things happen until it is done, nothing is left to happen, or the instant is reached. */
    void runUntil(BooleanSupplier done, long end) {
        while (!done.getAsBoolean() && !events.isEmpty() && events.firstTime() <= end) {
            step();
        }
    }

    boolean isIdle() {
        while (!events.isEmpty()) {
            Event first = events.first();
            if (!first.isCalledOff()) {
                return false;
            }
            events.takeFirst();
        }
        return true;
    }

    /** Nothing of what waits happens any more. */
    void end() {
        while (!events.isEmpty()) {
            events.takeFirst().discard();
        }
    }

    private void step() {
        long time = events.firstTime();
        Event event = events.takeFirst();
        if (!event.isCalledOff()) {
            now = time;
            event.happen();
        }
    }
}
