package org.zonedrift.fleet;

import java.util.random.RandomGenerator;

/**
 * The instants at which queries are due, fixed before any answer is seen: what answers slowly
 * cannot slow it down. Confined to its lane.
 */
final class Arrivals {

    private static final double NANOS = 1e9;

    private final RateProfile profile;
    private final Spacing spacing;
    private final RandomGenerator random;
    private final long start;
    private double due;
    private long next;

    /**
     * @param start nanoseconds since 1970 at which the step begins
     * @param phase the share of a gap that passes before the first, so that lanes do not march in step
     */
    Arrivals(Load.Open load, RandomGenerator random, long start, double phase) {
        this.profile = load.profile();
        this.spacing = load.spacing();
        this.random = random;
        this.start = start;
        this.due = spacing == Spacing.CONSTANT ? phase - 1 : 0;
        advance();
    }

    /** When the next query is due, in nanoseconds since 1970. */
    long next() {
        return next;
    }

    void advance() {
        due += spacing.gap(random);
        next = start + (long) (profile.timeOf(due) * NANOS);
    }

    /** How many queries are overdue, as the rate of the moment tells. */
    double behindAt(long now) {
        return Math.max(0, now - next) / NANOS * profile.rateAt((now - start) / NANOS);
    }
}
