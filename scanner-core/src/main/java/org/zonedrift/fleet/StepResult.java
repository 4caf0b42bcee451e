package org.zonedrift.fleet;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What came of one step.
 *
 * @param startedAt nanoseconds since 1970 at which its first counted query could be due
 * @param countedNanos how long queries were due that count
 * @param tallies by resolver, in the order of the plan
 * @param behindMax queries that waited at once to be sent although they were due
 */
public record StepResult(LoadStep step, long startedAt, long countedNanos, List<Tally> tallies, double behindMax) {

    /** Beyond these the schedule is not the one that was asked for; resperf stops there as well. */
    private static final double BEHIND_MAX = 1_000;

    private static final long LAG_MAX = TimeUnit.MILLISECONDS.toNanos(1);
    private static final double LAG_SHARE_MAX = 0.1;

    public StepResult {
        tallies = List.copyOf(tallies);
    }

    /** Whether the figures of a resolver are those of this machine rather than of the resolver. */
    public boolean isGeneratorLimited(int resolver) {
        Tally tally = tallies.get(resolver);
        return behindMax > BEHIND_MAX || tally.unsent() > 0 || isLate(tally.lag(), tally.latency());
    }

    /** Whether queries left later than measuring their latency allows. */
    static boolean isLate(Histogram lag, Histogram latency) {
        if (lag.getTotalCount() == 0) {
            return false;
        }
        long allowed = (long) Math.max((double) LAG_MAX, LAG_SHARE_MAX * latency.getValueAtPercentile(50));
        return lag.getValueAtPercentile(99) > allowed;
    }

    /** Queries a second to each resolver while they counted; what was asked for, if that was a rate. */
    public double sentPerSecond(int resolver) {
        return perSecond(tallies.get(resolver).sent());
    }

    public double answeredPerSecond(int resolver) {
        return perSecond(tallies.get(resolver).answered());
    }

    private double perSecond(long queries) {
        return countedNanos <= 0 ? 0 : queries * 1e9 / countedNanos;
    }
}
