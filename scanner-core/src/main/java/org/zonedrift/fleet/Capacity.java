package org.zonedrift.fleet;

import java.util.List;

/**
 * How much a resolver takes, as a ramp found out.
 *
 * @param perSecond queries a second in the best stretch that still kept the limits; 0 where none did
 * @param stretch which one it was, or -1
 * @param bound what ended the search
 */
public record Capacity(double perSecond, int stretch, Bound bound) {

    /** One bad stretch is an accident, so many in a row are the end. */
    private static final int IN_A_ROW = 3;

    /** Failures that this much of the ramp shows are there without any load. */
    private static final double BASELINE_PART = 0.1;

    private static final double FAILURES_ABOVE_BASELINE = 0.01;

    /** What ended the search for the capacity. */
    public enum Bound {
        /** The resolver broke a limit, and kept breaking it. */
        RESOLVER,
        /** The ramp ended, and the resolver did not. */
        RAMP,
        /** This machine could not keep to the schedule: its figures say nothing about the resolver. */
        GENERATOR
    }

    /**
     * What a resolver must keep to.
     *
     * @param lossMax the share of queries without an answer
     * @param p95Nanos by when 95 of 100 answers are there
     */
    public record Limits(double lossMax, long p95Nanos) {}

    /** What the ramp says about one resolver. */
    public static Capacity of(StepResult step, int resolver, Limits limits) {
        TimeLine line = step.tallies().get(resolver).timeLine();
        List<TimeLine.Stretch> stretches = line.stretches();
        double baseline = failuresAtFirst(stretches);
        int best = -1;
        int bad = 0;
        int late = 0;
        Bound bound = Bound.RAMP;
        for (int i = 0; i < stretches.size() && bound == Bound.RAMP; i++) {
            TimeLine.Stretch stretch = stretches.get(i);
            boolean isLate = StepResult.isLate(stretch.lag(), stretch.latency());
            boolean good = !isLate && keeps(stretch, limits, baseline);
            best = good && isAbove(stretches, i, best) ? i : best;
            late = isLate ? late + 1 : 0;
            bad = good || isLate ? 0 : bad + 1;
            bound = late == IN_A_ROW ? Bound.GENERATOR : bad == IN_A_ROW ? Bound.RESOLVER : bound;
        }
        double rate = best < 0 ? 0 : (double) stretches.get(best).sent() / line.width();
        return new Capacity(rate, best, bound);
    }

    private static boolean isAbove(List<TimeLine.Stretch> stretches, int one, int other) {
        return other < 0 || stretches.get(one).sent() > stretches.get(other).sent();
    }

    private static boolean keeps(TimeLine.Stretch stretch, Limits limits, double baseline) {
        long sent = stretch.sent();
        long answered = stretch.answered();
        return answered > 0
                && stretch.lost() <= limits.lossMax() * sent
                && stretch.failures() <= (baseline + FAILURES_ABOVE_BASELINE) * answered
                && stretch.latency().getValueAtPercentile(95) <= limits.p95Nanos();
    }

    private static double failuresAtFirst(List<TimeLine.Stretch> stretches) {
        int part = (int) Math.ceil(BASELINE_PART * stretches.size());
        long answered = 0;
        long failures = 0;
        for (TimeLine.Stretch stretch : stretches.subList(0, part)) {
            answered += stretch.answered();
            failures += stretch.failures();
        }
        return answered == 0 ? 0 : (double) failures / answered;
    }
}
