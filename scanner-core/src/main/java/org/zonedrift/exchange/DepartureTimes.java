package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says when something may leave, so that over any stretch of time no more leave than the rate and
 * one burst allow (GCRA). One number remembers all that left; another what is promised to those who
 * wait, so that nobody's turn is taken by who comes later. Shared by all lanes.
 */
final class DepartureTimes {

    /**
     * Less than the gap between two datagrams at the full default rate. What leaves so little early
     * moves the next departure none the less, and an alarm for each would break up batches.
     */
    private static final long NOT_WORTH_WAITING_NANOS = 50_000;

    /** When the next would leave if all that left had been evenly spaced. */
    private final AtomicLong left = new AtomicLong(Long.MIN_VALUE);

    /** The same, if all that wait had left as well. */
    private final AtomicLong promised = new AtomicLong(Long.MIN_VALUE);

    private final Line line = new Line();
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

    /** Lets one more leave, unless it would be one too many. */
    boolean claim(long now) {
        while (true) {
            long before = left.get();
            if (untilDue(before, now) > 0) {
                return false;
            }
            if (left.compareAndSet(before, Math.max(before, now) + intervalNanos)) {
                return true;
            }
        }
    }

    /** How long until one more may leave. */
    long untilOpen(long now) {
        return untilDue(left.get(), now);
    }

    /** How long until one more may leave after all those to whom a turn is promised. */
    long untilFree(long now) {
        return untilDue(nextTurn(now), now);
    }

    /** Promises the next turn, and answers how long it is until then. */
    long promise(long now) {
        while (true) {
            long before = promised.get();
            long turn = Math.max(before, Math.max(left.get(), now));
            if (promised.compareAndSet(before, turn + intervalNanos)) {
                return untilDue(turn, now);
            }
        }
    }

    private long nextTurn(long now) {
        return Math.max(now, Math.max(left.get(), promised.get()));
    }

    /** A burst may run ahead of the even row. */
    private long untilDue(long turn, long now) {
        // Who is slowed down shall not be asked in longer bursts, nor wait for them once he is faster again.
        long interval = Math.min(intervalNanos, firstIntervalNanos);
        long wait = Math.max(turn, now) - interval * (burst - 1) - now;
        return wait <= NOT_WORTH_WAITING_NANOS ? 0 : wait;
    }

    /** Who waits. */
    Line line() {
        return line;
    }

    /** How long one more would have to wait. */
    long expectedWait(long now) {
        return waitBehind(line.length(), now);
    }

    /** How long somebody would have to wait who has so many before him. */
    long waitBehind(long others, long now) {
        return untilOpen(now) + others * intervalNanos;
    }

    /** How far ahead turns are taken or promised. */
    long backlog(long now) {
        return nextTurn(now) - now;
    }
}
