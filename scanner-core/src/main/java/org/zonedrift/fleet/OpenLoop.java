package org.zonedrift.fleet;

import java.util.SplittableRandom;
import org.zonedrift.exchange.Lane;

/** Sends what is due when it is due, whatever became of what was sent before. Confined to its lane. */
final class OpenLoop implements LaneStep {

    /** Then answers that have come in meanwhile are read before more is sent. */
    private static final int SENT_AT_ONCE = 64;

    private final Courier courier;
    private final Arrivals arrivals;
    private final Turns turns;
    private final StepTallies tallies;
    private final Runnable done;
    private final Runnable turn = this::turn;
    private long rounds;
    private boolean exhausted;
    private boolean over;

    OpenLoop(Courier courier, Arrivals arrivals, Turns turns, StepTallies tallies, Runnable done) {
        this.courier = courier;
        this.arrivals = arrivals;
        this.turns = turns;
        this.tallies = tallies;
        this.done = done;
    }

    /** The schedule of one lane among several: its share of the rate of the whole fleet. */
    static Arrivals schedule(Load.Open load, BenchPlan plan, LaneShare share, long start) {
        double factor = (double) plan.resolvers().size() / share.lanes();
        Load.Open own = new Load.Open(load.profile().times(factor), load.spacing());
        SplittableRandom random = new SplittableRandom(plan.seed() * 31 + share.lane());
        return new Arrivals(own, random, start, (share.lane() + 1.0) / share.lanes());
    }

    @Override
    public void begin() {
        courier.hear(resolver -> endIfOver());
        turn();
    }

    @Override
    public void stop() {
        exhausted = true;
        endIfOver();
    }

    private void turn() {
        Lane lane = courier.lane();
        long now = lane.now();
        tallies.behind(arrivals.behindAt(now), now);
        int sent = 0;
        while (!exhausted && arrivals.next() <= now) {
            if (sent++ == SENT_AT_ONCE) {
                lane.execute(turn);
                return;
            }
            sendNext();
        }
        if (exhausted) {
            endIfOver();
        } else {
            lane.schedule(arrivals.next() - now, turn);
        }
    }

    private void sendNext() {
        long due = arrivals.next();
        if (turns.isBetweenRounds()) {
            if (tallies.isOver(due, rounds)) {
                exhausted = true;
                return;
            }
            rounds += tallies.counts(due) ? 1 : 0;
            turns.beginRound(tallies.at(due));
        }
        arrivals.advance();
        courier.ask(turns.round(), turns.nextResolver(), due);
    }

    private void endIfOver() {
        if (exhausted && !over && courier.underWay() == 0) {
            over = true;
            courier.forgetOverdue();
            done.run();
        }
    }
}
