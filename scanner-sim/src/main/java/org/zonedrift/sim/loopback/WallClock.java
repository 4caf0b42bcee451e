package org.zonedrift.sim.loopback;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The time in which servers on sockets live. */
final class WallClock {

    private static final Clock CLOCK = Clock.systemUTC();

    private WallClock() {}

    /** Nanoseconds since 1970. */
    static long now() {
        return TimeUnit.MILLISECONDS.toNanos(CLOCK.millis());
    }
}
