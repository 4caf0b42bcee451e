package org.zonedrift.fleet;

import java.util.List;

/**
 * Keeps so many queries waiting for each resolver; each answer makes the next one due. Confined to
 * its lane.
 */
final class ClosedLoop implements LaneStep {

    /** Queries at the beginning; a burst of thousands would only overflow the resolver's socket. */
    private static final int FIRST = 32;

    private final Courier courier;
    private final StepTallies tallies;
    private final List<Repertoire> repertoires;
    private final int outstanding;
    private final Runnable done;
    private final long[] asked;
    private final int[] open;
    private boolean stopped;
    private boolean over;

    /**
     * @param repertoires by resolver: each has its own pace
     * @param outstanding for each resolver on this lane
     */
    ClosedLoop(Courier courier, StepTallies tallies, List<Repertoire> repertoires, int outstanding, Runnable done) {
        this.courier = courier;
        this.tallies = tallies;
        this.repertoires = repertoires;
        this.outstanding = outstanding;
        this.done = done;
        this.asked = new long[repertoires.size()];
        this.open = new int[repertoires.size()];
    }

    @Override
    public void begin() {
        courier.hear(this::ended);
        for (int i = 0; i < Math.min(FIRST, outstanding); i++) {
            for (int resolver = 0; resolver < open.length; resolver++) {
                askNext(resolver);
            }
        }
        endIfOver();
    }

    @Override
    public void stop() {
        stopped = true;
        endIfOver();
    }

    /** Two take the place of one until enough are under way. */
    private void ended(int resolver) {
        open[resolver]--;
        askNext(resolver);
        if (open[resolver] < outstanding) {
            askNext(resolver);
        }
        endIfOver();
    }

    private void askNext(int resolver) {
        long now = courier.lane().now();
        if (stopped || tallies.isOver(now, asked[resolver])) {
            return;
        }
        asked[resolver] += tallies.counts(now) ? 1 : 0;
        open[resolver]++;
        Round round = Round.ofOne(repertoires.get(resolver).next(), tallies.at(now));
        courier.ask(round, resolver, now);
    }

    private void endIfOver() {
        if (!over && courier.underWay() == 0) {
            over = true;
            courier.forgetOverdue();
            done.run();
        }
    }
}
