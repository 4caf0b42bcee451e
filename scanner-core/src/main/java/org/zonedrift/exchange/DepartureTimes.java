package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out instants at which something may leave, so that over any stretch of time no more leave
 * than the rate and one burst allow (GCRA: one number remembers it all). Shared by all lanes.
 */
final class DepartureTimes {

    /** When the next would leave if all were evenly spaced. */
    private final AtomicLong evenlySpaced = new AtomicLong(Long.MIN_VALUE);

    private volatile long intervalNanos;
    private final int burst;

    DepartureTimes(double perSecond, int burst) {
        this.burst = burst;
        setRate(perSecond);
    }

    void setRate(double perSecond) {
        intervalNanos = Math.max(1, (long) (TimeUnit.SECONDS.toNanos(1) / perSecond));
    }

    double rate() {
        return (double) TimeUnit.SECONDS.toNanos(1) / intervalNanos;
    }

    /** The earliest instant, not before now, at which one more may leave; it is booked. */
    long book(long now) {
        long interval = intervalNanos;
        long tolerance = interval * (burst - 1);
        while (true) {
            long booked = evenlySpaced.get();
            long base = Math.max(booked, now);
            if (evenlySpaced.compareAndSet(booked, base + interval)) {
                return Math.max(now, base - tolerance);
            }
        }
    }
}
