package org.zonedrift.exchange;

import java.util.random.RandomGenerator;

/**
 * How long each try waits, and how many there are.
 *
 * @param firstNanos the wait of the first try; what is known of a server only shortens it
 * @param tries waits that may end in silence, the first included
 */
public record Patience(long firstNanos, int tries) {

    private static final double SECOND_FACTOR = 2;
    private static final double LATER_FACTOR = 10.0 / 3;

    /** Retries of many questions must not fall together. */
    private static final double JITTER = 0.1;

    /** The wait of a try, after so many that ended in silence. */
    long waitAfter(int timeouts, long adaptedNanos, RandomGenerator random) {
        double nominal = switch (timeouts) {
            case 0 -> Math.min(firstNanos, adaptedNanos);
            case 1 -> firstNanos * SECOND_FACTOR;
            default -> firstNanos * LATER_FACTOR;
        };
        return (long) (nominal * (1 - JITTER + 2 * JITTER * random.nextDouble()));
    }
}
