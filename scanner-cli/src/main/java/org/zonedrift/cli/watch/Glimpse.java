package org.zonedrift.cli.watch;

/**
 * Where a scan stands at one moment.
 *
 * @param elapsedNanos since the scan began
 * @param total targets of the input, or -1 while nobody knows
 * @param waiting zones that wait for their re-check
 * @param answers of all questions, those included that zones share
 * @param backlogNanos how far ahead the slowest destination is booked
 */
public record Glimpse(
        long elapsedNanos,
        long done,
        long total,
        long queries,
        long inFlight,
        long waiting,
        long mismatches,
        long answers,
        long backlogNanos) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Zones done in a second since the earlier glimpse. */
    double zonesPerSecondSince(Glimpse earlier) {
        return perSecond(done - earlier.done, earlier);
    }

    double queriesPerSecondSince(Glimpse earlier) {
        return perSecond(queries - earlier.queries, earlier);
    }

    private double perSecond(long count, Glimpse earlier) {
        long nanos = elapsedNanos - earlier.elapsedNanos;
        return nanos <= 0 ? 0 : count * NANOS_PER_SECOND / nanos;
    }

    /** The moment before anything happened. */
    static final Glimpse BEFORE = new Glimpse(0, 0, -1, 0, 0, 0, 0, 0, 0);

    /** Seconds to the end at the speed so far, but no sooner than the slowest destination allows; -1 if unknown. */
    long secondsLeft() {
        if (total < 0 || done == 0 || done >= total) {
            return -1;
        }
        double pace = elapsedNanos / NANOS_PER_SECOND / done;
        return Math.round(Math.max(pace * (total - done), backlogNanos / NANOS_PER_SECOND));
    }
}
