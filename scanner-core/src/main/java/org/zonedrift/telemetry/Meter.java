package org.zonedrift.telemetry;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * Counts the questions of one purpose over one transport on one lane. That lane alone writes, so
 * that counting is an ordinary store; anyone may read.
 */
public final class Meter {

    /** Longer than any answer is waited for: what is above counts as this. */
    static final long SLOWEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final AtomicLongArray counts = new AtomicLongArray(Count.values().length);
    private final Histogram roundTripMicros;

    Meter(Histogram roundTripMicros) {
        this.roundTripMicros = roundTripMicros;
    }

    /** A question had its answer so long after its last send; -1 where nobody measured it. */
    public void answered(long rttNanos) {
        add(Count.QUESTIONS, 1);
        add(Count.ANSWERED, 1);
        if (rttNanos >= 0) {
            roundTripMicros.recordValue(Math.min(TimeUnit.NANOSECONDS.toMicros(rttNanos), SLOWEST_MICROS));
        }
    }

    /** A question ended without an answer, for one of the reasons that are counted. */
    public void failed(Count why) {
        add(Count.QUESTIONS, 1);
        add(why, 1);
    }

    /** So many datagrams or connections a question took. */
    public void took(int sent, int repeated, int unheard) {
        add(Count.SENT, sent);
        add(Count.REPEATED, repeated);
        add(Count.UNHEARD, unheard);
    }

    public void carried(int octetsOut, int octetsIn) {
        add(Count.OCTETS_OUT, octetsOut);
        add(Count.OCTETS_IN, octetsIn);
    }

    private void add(Count count, int more) {
        int place = count.ordinal();
        counts.lazySet(place, counts.getPlain(place) + more);
    }

    Counts read() {
        long[] values = new long[counts.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts.get(i);
        }
        return new Counts(values);
    }
}
