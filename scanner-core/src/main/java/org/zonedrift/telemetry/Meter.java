package org.zonedrift.telemetry;

import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Counts the questions of one purpose over one transport on one lane. That lane alone writes, so
 * that counting is ordinary stores and one fence; anyone may read, at worst numbers of a moment ago.
 */
public final class Meter {

    /** Longer than any answer is waited for: what is above counts as this. */
    static final long SLOWEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    /** Not atomic: through a handle for each count, counting costs as much as to read a reply. */
    private final long[] counts = new long[Count.values().length];

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
        VarHandle.releaseFence();
    }

    /** A question ended without an answer, for one of the reasons that are counted. */
    public void failed(Count why) {
        add(Count.QUESTIONS, 1);
        add(why, 1);
        VarHandle.releaseFence();
    }

    /** So many datagrams or connections a question took; to be told before its answer or failure. */
    public void took(int sent, int repeated, int unheard) {
        add(Count.SENT, sent);
        add(Count.REPEATED, repeated);
        add(Count.UNHEARD, unheard);
    }

    /** So many octets a question's messages had; to be told before its answer or failure. */
    public void carried(int octetsOut, int octetsIn) {
        add(Count.OCTETS_OUT, octetsOut);
        add(Count.OCTETS_IN, octetsIn);
    }

    private void add(Count count, int more) {
        counts[count.ordinal()] += more;
    }

    Counts read() {
        VarHandle.acquireFence();
        return new Counts(counts.clone());
    }
}
