package org.zonedrift.cli.watch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.zonedrift.ScanTraffic;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.run.Results;
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

    private final Results results = new Results();
    private final Histogram roundTrips = new Histogram(SLOWEST_MICROS, HISTOGRAM_DIGITS);
    private final Culprits culprits = new Culprits();
    private final OperatorTable operators = new OperatorTable();
    private final TrafficAccount traffic = new TrafficAccount();
    private Queries queries = new Queries(0, 0, 0);
    private final AtomicLong targets = new AtomicLong();
    private long uninformative;

    /** What all zones together cost, look-ups that they shared excluded. */
    record Queries(long udp, long tcp, long retries) {

        private Queries plus(Queries more) {
            return new Queries(udp + more.udp, tcp + more.tcp, retries + more.retries);
        }

        private Queries plus(Traffic more) {
            return new Queries(udp + more.udp(), tcp + more.tcp(), retries + more.retries());
        }

        long all() {
            return udp + tcp;
        }

        private void save(DataOutput out) throws IOException {
            out.writeLong(udp);
            out.writeLong(tcp);
            out.writeLong(retries);
        }

        private static Queries restored(DataInput in) throws IOException {
            return new Queries(in.readLong(), in.readLong(), in.readLong());
        }
    }

    /** One more target was taken from the input, by a thread that is never to wait for the one that counts. */
    public void took() {
        targets.incrementAndGet();
    }

    /** A target that was taken is left for another time. */
    public void putBack() {
        targets.decrementAndGet();
    }

    /** One more report came. */
    public synchronized void count(ZoneReport report) {
        Judgement judgement = report.judgement();
        results.count(report);
        operators.count(judgement);
        if (judgement.verdict() == Verdict.MISMATCH) {
            culprits.blame(judgement);
        }
        if (judgement.verdict() == Verdict.CONSISTENT && saysNothing(judgement)) {
            uninformative++;
        }
        queries = queries.plus(report.traffic());
        if (report.evidence() != null) {
            count(report.evidence());
        }
    }

    private static boolean saysNothing(Judgement judgement) {
        return judgement.raises(Flag.UNINFORMATIVE_SERIAL) || judgement.raises(Flag.CLOCK_SERIAL);
    }

    private void count(Evidence evidence) {
        List<Observation> observations = evidence.observations();
        for (int i = 0; i < observations.size(); i++) {
            long nanos = observations.get(i).course().rttNanos();
            if (nanos >= 0) {
                long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
                roundTrips.recordValue(Math.min(micros, SLOWEST_MICROS));
            }
        }
    }

    /** How many targets got this verdict. */
    public synchronized long of(Verdict verdict) {
        return results.of(verdict);
    }

    /** How often each verdict occurred. */
    public synchronized Map<Verdict, Long> verdicts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, results.of(verdict));
        }
        return counts;
    }

    public synchronized long of(Reason reason) {
        return results.of(reason);
    }

    synchronized long of(RecheckResult.State state) {
        return results.of(state);
    }

    /** Addresses whose outcome has this meaning. */
    synchronized long addresses(Outcome.Class meaning) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.meaning() == meaning)
                .mapToLong(results::of)
                .sum();
    }

    /** Datagrams and connections of all zones' own questions. */
    public synchronized long queriesSent() {
        return queries.all();
    }

    /** Targets taken from the input. */
    public long targets() {
        return targets.get();
    }

    /** Reports that came. */
    public synchronized long reports() {
        return results.targets();
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

    /** The servers that are behind for most zones, the worst first. */
    public synchronized Map<String, Long> behind(int count) {
        Map<String, Long> zones = new LinkedHashMap<>();
        culprits.worst(count).forEach(culprit -> zones.put(culprit.host().toString(), culprit.zones()));
        return zones;
    }

    synchronized int hostsBehind() {
        return culprits.size();
    }

    /** The manifest's account of what was found. */
    public Map<String, Object> results() {
        return results.part();
    }

    /** Counts what this scanner asks, beside what earlier attempts asked. */
    public synchronized void follow(ScanTraffic scanner) {
        traffic.follow(scanner);
    }

    /** The manifest's account of what was asked. */
    public synchronized Map<String, Object> traffic() {
        return traffic.part();
    }

    /** The manifest's account of addresses that were spared. */
    public synchronized Map<String, Object> destinations() {
        return traffic.destinations();
    }

    /** The manifest's account of times without any answer. */
    public synchronized List<Map<String, Object>> outages() {
        return traffic.outages();
    }

    /** The manifest's account of who runs the servers. */
    public synchronized List<Map<String, Object>> operators(int count) {
        return operators.largest(count).stream()
                .map(OperatorTable.Operator::part)
                .toList();
    }

    synchronized List<OperatorTable.Operator> largestOperators(int count) {
        return operators.largest(count);
    }

    /** The manifest's account of response times. */
    public Map<String, Object> latency() {
        return new Latency(roundTripMicros()).part();
    }

    /** The manifest's account of who is behind. */
    public synchronized List<Map<String, Object>> culprits(int count) {
        return culprits.worst(count).stream().map(Culprits.Culprit::part).toList();
    }

    /** All of it as octets, from which {@link #restored} goes on. */
    public byte[] saved() {
        return saved(Integer.MAX_VALUE);
    }

    /**
     * The same in few octets.
     *
     * @param namesMax how many servers and operators are kept by name, those who matter most
     */
    public synchronized byte[] saved(int namesMax) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(octets)) {
            results.save(out);
            out.writeLong(uninformative);
            queries.save(out);
            culprits.save(out, namesMax);
            operators.save(out, namesMax);
            traffic.save(out);
            ByteBuffer histogram = ByteBuffer.allocate(roundTrips.getNeededByteBufferCapacity());
            int length = roundTrips.encodeIntoCompressedByteBuffer(histogram);
            out.writeInt(length);
            out.write(histogram.array(), 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** The tally that was saved. */
    public static Tally restored(byte[] saved) {
        Tally tally = new Tally();
        tally.add(saved);
        return tally;
    }

    /** Adds what another tally counted, as it was saved. */
    public synchronized void add(byte[] saved) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved))) {
            restore(in);
        } catch (IOException | DataFormatException e) {
            throw new IllegalStateException("the counts of the run are damaged", e);
        }
    }

    private void restore(DataInputStream in) throws IOException, DataFormatException {
        results.restore(in);
        targets.set(results.targets());
        uninformative += in.readLong();
        queries = queries.plus(Queries.restored(in));
        culprits.restore(in);
        operators.restore(in);
        traffic.restore(in);
        ByteBuffer histogram = ByteBuffer.wrap(in.readNBytes(in.readInt()));
        roundTrips.add(Histogram.decodeFromCompressedByteBuffer(histogram, SLOWEST_MICROS));
    }
}
