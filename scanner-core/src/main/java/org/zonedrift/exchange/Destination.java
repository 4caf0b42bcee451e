package org.zonedrift.exchange;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.exchange.Answer.NoReply;
import org.zonedrift.exchange.Answer.Reply;
import org.zonedrift.exchange.Answer.Silence;

/**
 * What is known of one address in this run: how fast it may be asked, whether it has died, whether
 * it loses what we send. Shared by all lanes; some 200 bytes.
 */
final class Destination {

    private static final int FEWER_FOR_EACH_SILENCE = 10;

    private static final int SILENT_QUESTIONS = 20;
    private static final long SILENT_FOR = TimeUnit.SECONDS.toNanos(60);
    private static final long REST = TimeUnit.MINUTES.toNanos(10);

    /** While it is not left alone. */
    private static final long AWAKE = Long.MIN_VALUE;

    private static final int LOSS_WINDOW = 100;
    private static final double LOSS_BEFORE = 0.01;
    private static final double LOSS_NOW = 0.10;

    private static final int REFUSED = 5;
    private static final int REFUSED_WINDOW = 200;
    private static final double REFUSED_STORM = 0.95;
    private static final double REFUSED_RATE = 10;

    /** What became of the wish to ask once more. */
    enum Entry {
        OPEN,
        /** As many questions are open as may be. */
        CROWDED,
        /** It has died, and is left alone. */
        DEAD
    }

    private final @Nullable DepartureTimes times;
    private volatile double fullRate;
    private final int openMax;
    private int open;
    private int silentQuestions;
    private long silentSince;
    private long restsUntil = AWAKE;
    private boolean trialUnderWay;
    private long sent;
    private long lost;
    private int windowAsked;
    private int windowLost;
    private double lossBefore = -1;
    private int refusedAsked;
    private int refused;
    private volatile boolean throttled;
    private volatile @Nullable SharedLimit shared;

    /** With a limit of its own, or null where there is none. */
    Destination(@Nullable DepartureTimes times) {
        this.times = times;
        this.fullRate = times == null ? 0 : times.rate();
        this.openMax = (int) Math.max(1, fullRate);
    }

    /** From now on it may be asked at another rate; who is throttled is not asked faster for that. */
    synchronized void allow(double rate) {
        if (times != null && rate > 0) {
            times.setRate(throttled ? Math.min(times.rate(), rate) : rate);
            fullRate = rate;
        }
    }

    /** How far ahead it is booked. */
    long backlog(long now) {
        return times == null ? 0 : times.backlog(now);
    }

    /** When datagrams to it may leave, or null where it has no limit of its own. */
    @Nullable
    DepartureTimes times() {
        return times;
    }

    @Nullable
    SharedLimit shared() {
        return shared;
    }

    void share(SharedLimit limit) {
        shared = limit;
    }

    /** One more question wants to be open, of which there are no more than fit into a second. */
    synchronized Entry enter(Lane lane) {
        if (restsUntil != AWAKE && isLeftAlone(lane.now())) {
            return Entry.DEAD;
        }
        // The longer an address is silent, the smaller the crowd that is needed to find out why.
        int most = Math.max(1, openMax - openMax / FEWER_FOR_EACH_SILENCE * silentQuestions);
        if (times != null && open >= most) {
            return Entry.CROWDED;
        }
        open++;
        return Entry.OPEN;
    }

    /** After its rest one trial at a time is let through. */
    private boolean isLeftAlone(long now) {
        if (now >= restsUntil && !trialUnderWay) {
            trialUnderWay = true;
            return false;
        }
        return true;
    }

    /** Since when nothing came of any question; only while it is left alone. */
    synchronized long silentSince() {
        return silentSince;
    }

    /** An open question ended; true if the address is left alone from now on. */
    synchronized boolean left(Answer answer, Lane lane) {
        open--;
        return heard(answer, lane);
    }

    /** Learns from what came of a question; true if the address is left alone from now on. */
    synchronized boolean heard(Answer answer, Lane lane) {
        trialUnderWay = false;
        boolean silent = answer instanceof NoReply none && none.why() == Silence.TIMED_OUT;
        sent += answer.course().tries();
        lost += answer.course().timeouts();
        watchLoss(answer.course().timeouts(), answer.course().tries());
        watchRefusals(answer);
        if (!silent) {
            silentQuestions = 0;
            restsUntil = AWAKE;
            return false;
        }
        long now = lane.now();
        if (silentQuestions++ == 0) {
            silentSince = now;
        }
        if (silentQuestions < SILENT_QUESTIONS || now - silentSince < SILENT_FOR) {
            return false;
        }
        restsUntil = now + REST;
        return true;
    }

    /** Longer than all that may be open at once, so that one bout of silence is one loss. */
    private long lossWindow() {
        return Math.max(LOSS_WINDOW, 2L * openMax);
    }

    /** Loss that begins while we ask is taken for ours: then we ask half as fast. */
    private void watchLoss(int lost, int asked) {
        windowAsked += asked;
        windowLost += Math.min(lost, asked);
        if (times == null || windowAsked < lossWindow()) {
            return;
        }
        double loss = (double) windowLost / windowAsked;
        if (loss > LOSS_NOW && lossBefore >= 0 && lossBefore < LOSS_BEFORE) {
            throttle(times, times.rate() / 2);
        } else {
            lossBefore = loss;
            recover(times);
        }
        windowAsked = 0;
        windowLost = 0;
    }

    private void recover(DepartureTimes limit) {
        limit.setRate(Math.min(fullRate, limit.rate() + 1));
    }

    private void watchRefusals(Answer answer) {
        if (times == null) {
            return;
        }
        refusedAsked++;
        if (answer instanceof Reply reply && reply.message().rcode() == REFUSED) {
            refused++;
        }
        if (refusedAsked == REFUSED_WINDOW) {
            if (refused > REFUSED_WINDOW * REFUSED_STORM) {
                throttle(times, Math.min(REFUSED_RATE, fullRate));
            }
            refusedAsked = 0;
            refused = 0;
        }
    }

    /** Datagrams and connections of questions that have ended. */
    synchronized long sent() {
        return sent;
    }

    /** How many of them were waited for in vain. */
    synchronized long lost() {
        return lost;
    }

    private void throttle(DepartureTimes limit, double rate) {
        throttled = true;
        limit.setRate(Math.max(1, rate));
    }

    /** Whether it was ever asked more slowly than it may be, for its own sake. */
    boolean wasThrottled() {
        return throttled;
    }
}
