package org.zonedrift.sim.gallery;

import java.util.concurrent.atomic.AtomicLong;

/** A stretch of time that begins with the first question and, a while after its end, anew. */
final class Episode {

    /** Long enough for a second look after fifteen seconds; soon enough for the next visitor. */
    private static final long LENGTH_MILLIS = 60_000;

    private static final long TURNING_POINT_MILLIS = 10_000;

    private final AtomicLong beginning = new AtomicLong(Long.MIN_VALUE);

    /** Whether the turning point has passed at this instant; instants before 1971 do not count. */
    boolean hasTurnedAt(long millis) {
        if (millis < 365L * 24 * 3_600 * 1_000) {
            return false;
        }
        long began = beginning.get();
        if (began == Long.MIN_VALUE || millis - began > LENGTH_MILLIS) {
            beginning.compareAndSet(began, millis);
            began = beginning.get();
        }
        return millis - began >= TURNING_POINT_MILLIS;
    }
}
