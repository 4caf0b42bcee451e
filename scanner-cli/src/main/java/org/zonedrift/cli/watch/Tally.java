package org.zonedrift.cli.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.verdict.Evidence;
import org.zonedrift.verdict.Flag;
import org.zonedrift.verdict.Judgement;
import org.zonedrift.verdict.Reason;
import org.zonedrift.verdict.RecheckResult;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/**
 * What a scan found so far, counted report by report. Reports come one at a time; whoever watches
 * may look at any moment.
 */
public final class Tally {

    /** Longer than any reply takes: what is above counts as this. */
    private static final long SLOWEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private static final int HISTOGRAM_DIGITS = 2;

    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<RecheckResult.State, Long> rechecks = new EnumMap<>(RecheckResult.State.class);
    private final Histogram roundTrips = new Histogram(SLOWEST_MICROS, HISTOGRAM_DIGITS);
    private final Culprits culprits = new Culprits();
    private Queries queries = new Queries(0, 0, 0);
    private long targets;
    private long reports;
    private long uninformative;

    /** What all zones together cost, look-ups that they shared excluded. */
    record Queries(long udp, long tcp, long retries) {

        private Queries plus(Traffic more) {
            return new Queries(udp + more.udp(), tcp + more.tcp(), retries + more.retries());
        }

        long all() {
            return udp + tcp;
        }
    }

    /** One more target was taken from the input. */
    public synchronized void took() {
        targets++;
    }

    /** One more report came. */
    public synchronized void count(ZoneReport report) {
        Judgement judgement = report.judgement();
        reports++;
        verdicts.merge(judgement.verdict(), 1L, Long::sum);
        reasons.merge(judgement.reason(), 1L, Long::sum);
        if (judgement.recheck() != null) {
            rechecks.merge(judgement.recheck().state(), 1L, Long::sum);
        }
        if (judgement.verdict() == Verdict.MISMATCH) {
            culprits.blame(judgement);
        }
        boolean saysNothing = judgement.raises(Flag.UNINFORMATIVE_SERIAL) || judgement.raises(Flag.CLOCK_SERIAL);
        if (judgement.verdict() == Verdict.CONSISTENT && saysNothing) {
            uninformative++;
        }
        queries = queries.plus(report.traffic());
        if (report.evidence() != null) {
            count(report.evidence());
        }
    }

    private void count(Evidence evidence) {
        for (Observation seen : evidence.observations()) {
            outcomes.merge(seen.outcome(), 1L, Long::sum);
            if (seen.course().rttNanos() >= 0) {
                long micros = TimeUnit.NANOSECONDS.toMicros(seen.course().rttNanos());
                roundTrips.recordValue(Math.min(micros, SLOWEST_MICROS));
            }
        }
    }

    /** How many targets got this verdict. */
    public synchronized long of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    public synchronized long of(Reason reason) {
        return reasons.getOrDefault(reason, 0L);
    }

    synchronized long of(RecheckResult.State state) {
        return rechecks.getOrDefault(state, 0L);
    }

    /** Addresses whose outcome has this meaning. */
    synchronized long addresses(Outcome.Class meaning) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().meaning() == meaning)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Datagrams and connections of all zones' own questions. */
    public synchronized long queriesSent() {
        return queries.all();
    }

    /** Targets taken from the input. */
    public synchronized long targets() {
        return targets;
    }

    /** Reports that came. */
    public synchronized long reports() {
        return reports;
    }

    /** Consistent zones whose serial would be the same if their data were not. */
    synchronized long uninformative() {
        return uninformative;
    }

    synchronized Queries queries() {
        return queries;
    }

    synchronized Histogram roundTripMicros() {
        return roundTrips.copy();
    }

    synchronized List<Culprits.Culprit> worst(int count) {
        return new ArrayList<>(culprits.worst(count));
    }

    synchronized int hostsBehind() {
        return culprits.size();
    }
}
