package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rate of the whole scan: it begins low and rises while answers keep coming, so that a small
 * router on the way is not taken for a thousand dead servers. Shared by all lanes.
 */
final class TotalRate {

    private static final double START = 500;
    private static final double RISE = 1.25;
    private static final double FALL = 0.7;

    /** How far the share of answers may sink below the best before that is taken for our fault. */
    private static final double SHARE_KEPT = 0.8;

    private static final long STEP = TimeUnit.SECONDS.toNanos(1);
    private static final int STEP_QUESTIONS = 100;

    private final @Nullable DepartureTimes times;
    private double max;
    private long stepBegan = Long.MIN_VALUE;
    private int asked;
    private int answered;
    private double bestShare;

    private TotalRate(int max, double start) {
        this.max = max;
        this.times = max == 0 ? null : new DepartureTimes(start, Math.max(1, max / 100));
    }

    /** At most so many a second in the end; 0 is no limit, and no slow beginning either. */
    static TotalRate rising(int max) {
        return new TotalRate(max, Math.min(START, max));
    }

    /** So many a second from the beginning. */
    static TotalRate risen(int max) {
        return new TotalRate(max, max);
    }

    /** When datagrams may leave, or null where there is no limit. */
    @Nullable
    DepartureTimes times() {
        return times;
    }

    /** Learns from what came of a question. */
    void heard(boolean gotAnswer, Lane lane) {
        if (times != null) {
            note(times, gotAnswer, lane.now());
        }
    }

    private synchronized void note(DepartureTimes limit, boolean gotAnswer, long now) {
        asked++;
        answered += gotAnswer ? 1 : 0;
        if (stepBegan == Long.MIN_VALUE) {
            stepBegan = now;
        }
        if (now - stepBegan < STEP || asked < STEP_QUESTIONS) {
            return;
        }
        double share = (double) answered / asked;
        boolean holds = share >= bestShare * SHARE_KEPT;
        bestShare = Math.max(bestShare, share);
        limit.setRate(Math.min(max, Math.max(Math.min(START, max), limit.rate() * (holds ? RISE : FALL))));
        stepBegan = now;
        asked = 0;
        answered = 0;
    }

    /** From now on it may rise to another rate. */
    synchronized void allow(int rate) {
        if (times != null && rate > 0) {
            max = rate;
            times.setRate(Math.min(times.rate(), rate));
        }
    }

    /** What it is at the moment, or 0 for no limit. */
    double current() {
        return times == null ? 0 : times.rate();
    }
}
