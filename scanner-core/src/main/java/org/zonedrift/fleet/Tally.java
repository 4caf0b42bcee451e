package org.zonedrift.fleet;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.zonedrift.wire.DnsMessage;
import org.zonedrift.wire.Edns;

/**
 * What one resolver did in one step. Filled on one lane; those of all lanes are added up.
 *
 * <p>Every query counts where it was due, whenever its answer came: a tenth lost at the fifth
 * second means a tenth of what was due then.
 */
public final class Tally {

    private static final int DIGITS = 3;

    /** The least that is told apart: a microsecond. */
    static final long LEAST_NANOS = 1_000;

    private static final int KNOWN_RCODES = 32;

    private final Histogram latency = new Histogram(LEAST_NANOS, 2 * LEAST_NANOS, DIGITS);
    private final Histogram lag = new Histogram(LEAST_NANOS, 2 * LEAST_NANOS, DIGITS);
    private final long[] rcodes = new long[KNOWN_RCODES];
    private final long[] judged = new long[Judged.values().length];
    private final PairedLatency paired = new PairedLatency();
    private final Instances instances = new Instances();
    private final TimeLine timeLine;
    private double squares;
    private double sum;
    private double lagOfAnswered;
    private long sent;
    private long answered;
    private long lost;
    private long unsent;
    private long late;
    private long truncated;
    private long tcpRetries;
    private long octetsOut;
    private long octetsIn;

    Tally(TimeLine timeLine) {
        this.timeLine = timeLine;
        latency.setAutoResize(true);
        lag.setAutoResize(true);
    }

    /** When a query was due, when it left (-1 if it never did), and when that was known. */
    record Times(long due, long left, long ended) {

        long latency() {
            return ended - due;
        }

        long lag() {
            return Math.max(0, left - due);
        }
    }

    void answered(Times times, DnsMessage message) {
        long nanos = times.latency();
        sent++;
        answered++;
        latency.recordValue(nanos);
        sum += nanos;
        lagOfAnswered += times.lag();
        squares += (double) nanos * nanos;
        octetsIn += message.size();
        rcodes[Math.min(message.rcode(), KNOWN_RCODES - 1)]++;
        lag.recordValue(times.lag());
        timeLine.answered(times, isFailure(message.rcode()));
        Edns edns = message.edns();
        byte[] identity = edns == null ? null : edns.nsid();
        if (identity != null) {
            instances.answered(identity);
        }
    }

    /** Whoever looks something up is served by NOERROR and NXDOMAIN alone. */
    static boolean isFailure(int rcode) {
        return rcode != 0 && rcode != 3;
    }

    void lost(Times times) {
        if (times.left() < 0) {
            unsent++;
            return;
        }
        sent++;
        lost++;
        lag.recordValue(times.lag());
        timeLine.lost(times);
    }

    void countLate() {
        late++;
    }

    void countTruncated() {
        truncated++;
    }

    void countTcpRetry() {
        tcpRetries++;
    }

    void countOut(int octets) {
        octetsOut += octets;
    }

    void judged(Judged verdict) {
        judged[verdict.ordinal()]++;
    }

    /** Adds what another lane saw of the same resolver in the same step. */
    void add(Tally other) {
        latency.add(other.latency);
        lag.add(other.lag);
        for (int i = 0; i < rcodes.length; i++) {
            rcodes[i] += other.rcodes[i];
        }
        for (int i = 0; i < judged.length; i++) {
            judged[i] += other.judged[i];
        }
        paired.add(other.paired);
        instances.add(other.instances);
        timeLine.add(other.timeLine);
        squares += other.squares;
        sum += other.sum;
        lagOfAnswered += other.lagOfAnswered;
        sent += other.sent;
        answered += other.answered;
        lost += other.lost;
        unsent += other.unsent;
        late += other.late;
        truncated += other.truncated;
        tcpRetries += other.tcpRetries;
        octetsOut += other.octetsOut;
        octetsIn += other.octetsIn;
    }

    /** From when each answered query was due to its answer, in nanoseconds; not to be changed. */
    public Histogram latency() {
        return latency;
    }

    /** From when each query was due to when it left, in nanoseconds; not to be changed. */
    public Histogram lag() {
        return lag;
    }

    /** How latency spreads around its mean, exactly; in nanoseconds. */
    public double deviation() {
        if (answered == 0) {
            return 0;
        }
        double mean = sum / answered;
        return Math.sqrt(Math.max(0, squares / answered - mean * mean));
    }

    /** The mean latency, exactly; in nanoseconds, 0 where nothing was answered. */
    public double mean() {
        return answered == 0 ? 0 : sum / answered;
    }

    /** The mean time from when a query really left; it hides what a generator that lags does not see. */
    public double meanFromSend() {
        return answered == 0 ? 0 : (sum - lagOfAnswered) / answered;
    }

    /**
     * The latency below which this share of all queries was answered, those without an answer
     * counted as infinitely late; in nanoseconds, or -1 for never.
     */
    public long percentileOfAll(double percent) {
        double rank = percent / 100 * sent;
        return rank > answered || answered == 0 ? -1 : latency.getValueAtPercentile(100 * rank / answered);
    }

    /** Answers by response code; 31 stands for everything above. */
    public Map<Integer, Long> rcodes() {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int rcode = 0; rcode < rcodes.length; rcode++) {
            if (rcodes[rcode] > 0) {
                counts.put(rcode, rcodes[rcode]);
            }
        }
        return counts;
    }

    /** Answers that are neither NOERROR nor NXDOMAIN. */
    public long failures() {
        long failures = answered;
        return failures - rcodes[0] - rcodes[3];
    }

    public long judgedAs(Judged verdict) {
        return judged[verdict.ordinal()];
    }

    /** Beside the rest of the fleet; without a pair where it was asked alone. */
    public PairedLatency paired() {
        return paired;
    }

    /** Answers by the identity that the machine behind them showed, if identities were asked for. */
    public Map<String, Long> instances() {
        return instances.counts();
    }

    /** The share of its answers that came within this time, in nanoseconds; 0 where there is none. */
    public double shareWithin(long nanos) {
        return answered == 0 ? 0 : (double) latency.getCountBetweenValues(0, nanos) / answered;
    }

    public TimeLine timeLine() {
        return timeLine;
    }

    /** Queries that left: those answered and those lost. */
    public long sent() {
        return sent;
    }

    public long answered() {
        return answered;
    }

    public long lost() {
        return lost;
    }

    /** Queries that were due and could not leave this machine. */
    public long unsent() {
        return unsent;
    }

    /** Answers that came after the query had been given up, while the step ran. */
    public long late() {
        return late;
    }

    public long truncated() {
        return truncated;
    }

    public long tcpRetries() {
        return tcpRetries;
    }

    public long octetsOut() {
        return octetsOut;
    }

    public long octetsIn() {
        return octetsIn;
    }
}
