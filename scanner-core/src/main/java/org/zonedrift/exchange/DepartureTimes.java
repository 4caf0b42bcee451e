package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out slots in which something may leave, so that over any stretch of time no more leave than
 * the rate and one burst allow (GCRA: one number remembers it all). Shared by all lanes.
 */
final class DepartureTimes {

    /** When the next would leave if all were evenly spaced. */
    private final AtomicLong evenlySpaced = new AtomicLong(Long.MIN_VALUE);

    private volatile long intervalNanos;
    private final long firstIntervalNanos;
    private final int burst;

    DepartureTimes(double perSecond, int burst) {
        this.burst = burst;
        setRate(perSecond);
        this.firstIntervalNanos = intervalNanos;
    }

    void setRate(double perSecond) {
        intervalNanos = Math.max(1, (long) (TimeUnit.SECONDS.toNanos(1) / perSecond));
    }

    double rate() {
        return (double) TimeUnit.SECONDS.toNanos(1) / intervalNanos;
    }

    /** Books the next slot, and answers where it lies in an evenly spaced row of departures. */
    long book(long now) {
        long interval = intervalNanos;
        while (true) {
            long booked = evenlySpaced.get();
            long slot = Math.max(booked, now);
            if (evenlySpaced.compareAndSet(booked, slot + interval)) {
                return slot;
            }
        }
    }

    /** How far ahead departures are booked. */
    long backlog(long now) {
        return Math.max(0, evenlySpaced.get() - Math.max(0, now));
    }

    /** How long whoever booked the slot must still wait: a burst may run ahead of the even row. */
    long waitFor(long slot, long now) {
        // Who is slowed down shall not be asked in longer bursts, nor wait for them once he is faster again.
        long interval = Math.min(intervalNanos, firstIntervalNanos);
        return Math.max(0, slot - interval * (burst - 1) - now);
    }

    /** What was to leave in this slot leaves only now: as much of the slot as is over is made up for. */
    void leftLate(long slot, long now) {
        long over = now - slot;
        if (over >= intervalNanos) {
            book(now);
        } else if (over > 0) {
            evenlySpaced.addAndGet(over);
        }
    }
}
