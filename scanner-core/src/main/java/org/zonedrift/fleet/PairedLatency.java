package org.zonedrift.fleet;

import org.HdrHistogram.Histogram;

/**
 * How much sooner or later one resolver answered than the fleet did, query by query: the same name
 * at the same moment, so that what is hard to look up is hard for all of them. Confined to its
 * lane until it is added up.
 */
public final class PairedLatency {

    private static final int DIGITS = 3;

    /** Half the width of the interval that holds 19 medians of 20, in deviations. */
    private static final double DEVIATIONS = 1.96;

    private final Histogram sooner = fresh();
    private final Histogram later = fresh();

    /** Times from a microsecond to whatever comes. */
    static Histogram fresh() {
        Histogram histogram = new Histogram(Tally.LEAST_NANOS, 2 * Tally.LEAST_NANOS, DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    /**
     * The middle difference, and the interval in which 95 of 100 repetitions would find it: the one
     * that resampling the pairs without end tends to. All in nanoseconds, below 0 for sooner.
     */
    public record Median(long value, long low, long high) {}

    /** One more pair: what this resolver needed, less what the fleet needed. */
    void add(long difference) {
        if (difference < 0) {
            sooner.recordValue(-difference);
        } else {
            later.recordValue(difference);
        }
    }

    void add(PairedLatency other) {
        sooner.add(other.sooner);
        later.add(other.later);
    }

    public long pairs() {
        return sooner.getTotalCount() + later.getTotalCount();
    }

    /** Pairs in which this resolver was the sooner one. */
    public long sooner() {
        return sooner.getTotalCount();
    }

    /** Only for one or more pairs. */
    public Median median() {
        double spread = DEVIATIONS / 2 / Math.sqrt((double) pairs());
        return new Median(at(0.5), at(Math.max(0, 0.5 - spread)), at(Math.min(1, 0.5 + spread)));
    }

    /** The difference below which this share of the pairs lies. */
    private long at(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * pairs()));
        return rank <= sooner() ? -valueAt(sooner, sooner() - rank + 1) : valueAt(later, rank - sooner());
    }

    private static long valueAt(Histogram histogram, long rank) {
        return histogram.getValueAtPercentile(100.0 * rank / histogram.getTotalCount());
    }
}
