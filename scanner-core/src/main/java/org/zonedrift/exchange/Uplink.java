package org.zonedrift.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Our own way to all servers: how the answers of all lanes come in together, and when none came
 * through no server's fault. Shared by all lanes.
 */
public final class Uplink {

    /** So many times the usual gap between two answers does not happen by chance. */
    private static final int USUAL_GAPS = 20;

    /** Below this even many answers a second may pause: a garbage collection, a busy machine. */
    private static final long SHORTEST_SILENCE = TimeUnit.MILLISECONDS.toNanos(500);

    /** Where fewer answers a second come, silence tells nothing. */
    private static final double ANSWERS_MIN = 5;

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** How far back the usual rate looks, at least. */
    private static final long MEMORY = TimeUnit.SECONDS.toNanos(10);

    /** A scan with more outages than this has seen enough of them. */
    private static final int OUTAGES_MAX = 1_000;

    /**
     * A time in which nothing came from anywhere.
     *
     * @param fromNanos when the last answer before it came, since 1970
     * @param toNanos when an answer came again; -1 while it lasts
     */
    public record Outage(long fromNanos, long toNanos) {}

    private final List<Pulse> lanes = new CopyOnWriteArrayList<>();
    private final List<Outage> outages = new ArrayList<>();
    private Mark older = new Mark(-1, 0);
    private Mark newer = new Mark(-1, 0);

    /** How many answers there had been at an instant. */
    private record Mark(long at, long answers) {}

    /** The answers of one lane; that lane alone writes. */
    static final class Pulse {

        private final AtomicLong answers = new AtomicLong();
        private final AtomicLong lastAt = new AtomicLong(-1);

        void beat(long now) {
            answers.lazySet(answers.getPlain() + 1);
            lastAt.lazySet(now);
        }
    }

    Pulse newPulse() {
        Pulse pulse = new Pulse();
        lanes.add(pulse);
        return pulse;
    }

    private long answers() {
        long sum = 0;
        for (Pulse lane : lanes) {
            sum += lane.answers.get();
        }
        return sum;
    }

    private long lastAnswerAt() {
        long last = -1;
        for (Pulse lane : lanes) {
            last = Math.max(last, lane.lastAt.get());
        }
        return last;
    }

    /** Whether answers used to come and now come no more, from nobody. */
    synchronized boolean isSilent(long now) {
        long last = lastAnswerAt();
        long answers = answers();
        if (last < 0) {
            return false;
        }
        if (older.at < 0) {
            older = new Mark(last, 0);
            newer = older;
        }
        double seconds = Math.max(last - older.at, 1) / NANOS_PER_SECOND;
        double rate = (answers - older.answers) / Math.max(seconds, 1);
        double gaps = USUAL_GAPS / Math.max(rate, ANSWERS_MIN) * NANOS_PER_SECOND;
        long longest = Math.max(SHORTEST_SILENCE, (long) gaps);
        boolean silent = rate >= ANSWERS_MIN && now - last > longest;
        if (!silent && now - newer.at > MEMORY) {
            older = newer;
            newer = new Mark(now, answers);
        }
        return silent;
    }

    /** Those who answered before are silent too. */
    synchronized void isDown() {
        if (!isOut() && outages.size() < OUTAGES_MAX) {
            outages.add(new Outage(lastAnswerAt(), -1));
        }
    }

    /** Somebody answered. */
    synchronized void isUp(long now) {
        if (isOut()) {
            Outage last = outages.remove(outages.size() - 1);
            outages.add(new Outage(last.fromNanos, now));
        }
    }

    private boolean isOut() {
        return !outages.isEmpty() && outages.get(outages.size() - 1).toNanos < 0;
    }

    /** The outages so far, in order. */
    public synchronized List<Outage> outages() {
        return List.copyOf(outages);
    }
}
