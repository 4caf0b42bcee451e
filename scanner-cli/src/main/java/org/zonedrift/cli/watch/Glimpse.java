package org.zonedrift.cli.watch;

import java.util.Map;
import org.zonedrift.verdict.Verdict;

/**
 * Where a scan stands at one moment.
 *
 * @param elapsedNanos since this attempt began
 * @param progress how much of the input is done
 * @param queries of all questions of this attempt, those included that zones share
 * @param answers to them
 * @param inFlight zones that are worked on
 * @param waiting zones that wait for their re-check
 * @param verdicts how often each occurred
 * @param slowest the address that holds the scan up most
 */
public record Glimpse(
        long elapsedNanos,
        Portion progress,
        long queries,
        long answers,
        long inFlight,
        long waiting,
        Map<Verdict, Long> verdicts,
        Slowest slowest) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** The moment before anything happened. */
    static final Glimpse BEFORE = new Glimpse(0, new Portion(0, 0, Extent.UNKNOWN), 0, 0, 0, 0, Map.of(), Slowest.NONE);

    public Glimpse {
        verdicts = Map.copyOf(verdicts);
    }

    /**
     * How much of the input is done.
     *
     * @param done targets, those of earlier attempts included
     * @param before how many of them earlier attempts had done
     * @param total targets of the input
     */
    public record Portion(long done, long before, Extent total) {}

    /**
     * The address that is booked furthest ahead.
     *
     * @param address empty where nobody waits for any
     */
    public record Slowest(String address, long backlogNanos) {

        public static final Slowest NONE = new Slowest("", 0);
    }

    long done() {
        return progress.done;
    }

    /** Targets of the input, or -1 while nobody knows. */
    long total() {
        return progress.total.targets();
    }

    boolean isTotalGuessed() {
        return progress.total.basis() == Extent.Basis.GUESSED;
    }

    /** Zones done in a second since the earlier glimpse; the first counts what this attempt did. */
    double zonesPerSecondSince(Glimpse earlier) {
        return perSecond(done() - Math.max(earlier.done(), progress.before), earlier);
    }

    double queriesPerSecondSince(Glimpse earlier) {
        return perSecond(queries - earlier.queries, earlier);
    }

    private double perSecond(long count, Glimpse earlier) {
        long nanos = elapsedNanos - earlier.elapsedNanos;
        return nanos <= 0 ? 0 : count * NANOS_PER_SECOND / nanos;
    }

    /** Seconds to the end at the speed of this attempt, but no sooner than the slowest address allows; -1 if unknown. */
    long secondsLeft() {
        long doneNow = done() - progress.before;
        boolean onlyRechecksLeft = waiting > 0 && total() - done() <= waiting + inFlight;
        if (total() < 0 || doneNow <= 0 || done() >= total() || onlyRechecksLeft) {
            return -1;
        }
        double pace = elapsedNanos / NANOS_PER_SECOND / doneNow;
        return Math.round(Math.max(pace * (total() - done()), slowest.backlogNanos / NANOS_PER_SECOND));
    }
}
