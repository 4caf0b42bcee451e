package org.zonedrift.fleet;

import java.util.List;
import java.util.stream.IntStream;

/** Where one lane counts during one step: what falls into the warm-up, and what is reported. */
final class StepTallies {

    private final LoadStep step;
    private final LaneShare share;
    private final long start;
    private final long countedFrom;
    private final Tally[] warmUp;
    private final Tally[] counted;
    private double behindMax;

    /**
     * @param start nanoseconds since 1970 at which the step begins
     */
    StepTallies(LoadStep step, LaneShare share, int resolvers, long start) {
        this.step = step;
        this.share = share;
        this.start = start;
        this.countedFrom = start + step.warmUp().toNanos();
        this.warmUp = fresh(resolvers, start, step.warmUp().toNanos());
        this.counted =
                fresh(resolvers, countedFrom, step.length().minus(step.warmUp()).toNanos());
    }

    private static Tally[] fresh(int resolvers, long start, long length) {
        return IntStream.range(0, resolvers)
                .mapToObj(i -> new Tally(new TimeLine(start, length)))
                .toArray(Tally[]::new);
    }

    /** Where a query counts that is due at this time, by resolver. */
    Tally[] at(long due) {
        return counts(due) ? counted : warmUp;
    }

    /** Whether what is due at this time is more than warm-up. */
    boolean counts(long due) {
        return due >= countedFrom;
    }

    /** Whether nothing more becomes due, at this time and after so many that counted. */
    boolean isOver(long due, long counted) {
        return due - start >= step.length().toNanos() || counted >= share.of(step.queriesMax());
    }

    /** So many queries wait to be sent at this time that should have been sent already. */
    void behind(double queries, long now) {
        if (counts(now)) {
            behindMax = Math.max(behindMax, queries);
        }
    }

    double behindMax() {
        return behindMax;
    }

    List<Tally> counted() {
        return List.of(counted);
    }
}
