package org.zonedrift.exchange.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines that are nearly always called off: setting and calling off one costs a few memory
 * writes and no object. Confined to its lane.
 *
 * <p>A ring of slots, one for each tick of time, each a circle of entries linked by index; a
 * deadline further away than the ring is long waits in its slot for another lap. Nothing rings
 * early; it may ring a tick late.
 */
final class TimingWheel {

    /** Some 8.4 ms: far below any timeout of DNS, and a shift instead of a division. */
    static final long TICK_NANOS = 1L << TimingWheel.TICK_SHIFT;

    /** What rings when a deadline has come. */
    interface Deadline {
        void reached();
    }

    private static final int TICK_SHIFT = 23;

    /** A power of two; the ring spans some 8.6 s, longer than any usual timeout. */
    private static final int SLOTS = 1 << 10;

    /** The circle of those that are ringing just now. */
    private static final int RINGING = SLOTS;

    private static final int FIRST_ENTRY = SLOTS + 1;

    private static final int NONE = -1;

    private int[] next = new int[FIRST_ENTRY * 2];
    private int[] previous = new int[FIRST_ENTRY * 2];
    private long[] dueTick = new long[FIRST_ENTRY * 2];
    private @Nullable Deadline[] deadlines = new Deadline[FIRST_ENTRY * 2];

    private int firstFree = NONE;
    private int fresh = FIRST_ENTRY;
    private int waiting;
    private long tick;

    TimingWheel() {
        for (int circle = 0; circle <= RINGING; circle++) {
            next[circle] = circle;
            previous[circle] = circle;
        }
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    /** Sets a deadline, and answers the handle by which it can be called off. */
    int add(long now, long delayNanos, Deadline deadline) {
        if (waiting++ == 0) {
            tick = now >> TICK_SHIFT;
        }
        long due = Math.max((now + Math.max(delayNanos, 0) >> TICK_SHIFT) + 1, tick + 1);
        int entry = freeEntry();
        dueTick[entry] = due;
        deadlines[entry] = deadline;
        link(entry, (int) due & SLOTS - 1);
        return entry;
    }

    /** Calls a deadline off; only once, and only before it has rung. */
    void cancel(int entry) {
        unlink(entry);
        release(entry);
    }

    /** Rings all deadlines that have come by now, those first that came first, tick by tick. */
    void advance(long now) {
        long target = now >> TICK_SHIFT;
        // After a long sleep one whole turn visits every slot.
        tick = Math.max(tick, target - SLOTS);
        while (tick < target && waiting > 0) {
            tick++;
            collect((int) tick & SLOTS - 1, target);
            ring();
        }
        tick = Math.max(tick, target);
    }

    private void collect(int slot, long target) {
        int entry = next[slot];
        while (entry != slot) {
            int following = next[entry];
            if (dueTick[entry] <= target) {
                unlink(entry);
                link(entry, RINGING);
            }
            entry = following;
        }
    }

    /** What rings may set deadlines and call off others, also such that are ringing with it. */
    private void ring() {
        while (next[RINGING] != RINGING) {
            int entry = next[RINGING];
            Deadline deadline = deadlines[entry];
            unlink(entry);
            release(entry);
            if (deadline != null) {
                deadline.reached();
            }
        }
    }

    private void link(int entry, int circle) {
        int last = previous[circle];
        next[entry] = circle;
        previous[entry] = last;
        next[last] = entry;
        previous[circle] = entry;
    }

    private void unlink(int entry) {
        int before = previous[entry];
        int after = next[entry];
        next[before] = after;
        previous[after] = before;
    }

    private void release(int entry) {
        deadlines[entry] = null;
        next[entry] = firstFree;
        firstFree = entry;
        waiting--;
    }

    private int freeEntry() {
        if (firstFree != NONE) {
            int entry = firstFree;
            firstFree = next[entry];
            return entry;
        }
        if (fresh == next.length) {
            int length = next.length * 2;
            next = Arrays.copyOf(next, length);
            previous = Arrays.copyOf(previous, length);
            dueTick = Arrays.copyOf(dueTick, length);
            deadlines = Arrays.copyOf(deadlines, length);
        }
        return fresh++;
    }
}
