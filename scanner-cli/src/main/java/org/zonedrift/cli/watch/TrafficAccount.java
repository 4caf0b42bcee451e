package org.zonedrift.cli.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanTraffic;
import org.zonedrift.exchange.Uplink;
import org.zonedrift.telemetry.Count;
import org.zonedrift.telemetry.Counts;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.telemetry.Telemetry;

/** What was asked over all attempts of a run: what earlier ones counted, and the scanner that works now. */
final class TrafficAccount {

    private static final String KIND = "kind.";

    private final Map<String, Long> before = new TreeMap<>();
    private final DestinationAccount destinations = new DestinationAccount();
    private final List<Uplink.Outage> outagesBefore = new ArrayList<>();
    private @Nullable ScanTraffic now;

    void follow(ScanTraffic traffic) {
        now = traffic;
        destinations.follow(traffic);
    }

    private Map<String, Long> total() {
        Map<String, Long> total = new TreeMap<>(before);
        ScanTraffic traffic = now;
        if (traffic != null) {
            current(traffic.telemetry()).forEach((key, count) -> total.merge(key, count, Long::sum));
        }
        return total;
    }

    private static Map<String, Long> current(Telemetry telemetry) {
        Map<String, Long> counts = new TreeMap<>();
        for (Purpose purpose : Purpose.values()) {
            String kind = KIND + purpose.name().toLowerCase(Locale.ROOT);
            counts.put(kind + ".udp", telemetry.udp(purpose).of(Count.SENT));
            counts.put(kind + ".tcp", telemetry.tcp(purpose).of(Count.SENT));
        }
        add(counts, "udp_", telemetry.udp());
        add(counts, "tcp_", telemetry.tcp());
        counts.put("dropped_here", telemetry.droppedHere());
        counts.put("late_replies", telemetry.faults().late());
        counts.put("strays", telemetry.faults().strays());
        counts.put("forged_suspects", telemetry.faults().spoofSuspects());
        counts.put("question_mismatches", telemetry.faults().questionMismatches());
        return counts;
    }

    private static void add(Map<String, Long> counts, String transport, Counts seen) {
        for (Count count : Count.values()) {
            counts.put(transport + count.name().toLowerCase(Locale.ROOT), seen.of(count));
        }
    }

    /** The part of the manifest. */
    Map<String, Object> part() {
        Map<String, Object> part = new LinkedHashMap<>();
        Map<String, Object> kinds = new TreeMap<>();
        part.put("queries", kinds);
        total().forEach((key, count) -> {
            if (!key.startsWith(KIND)) {
                part.put(key, count);
            } else if (count > 0) {
                kinds.put(key.substring(KIND.length()).replace('.', '_'), count);
            }
        });
        return part;
    }

    /** Whom it asked most, and whom it spared. */
    Map<String, Object> destinations() {
        return destinations.part();
    }

    /** When nothing came from anywhere. */
    List<Map<String, Object>> outages() {
        List<Map<String, Object>> all = new ArrayList<>();
        allOutages().forEach(outage -> all.add(outage(outage)));
        return all;
    }

    private List<Uplink.Outage> allOutages() {
        List<Uplink.Outage> all = new ArrayList<>(outagesBefore);
        ScanTraffic traffic = now;
        if (traffic != null) {
            all.addAll(traffic.outages());
        }
        return all;
    }

    private static Map<String, Object> outage(Uplink.Outage outage) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("from", instant(outage.fromNanos()));
        if (outage.toNanos() >= 0) {
            part.put("to", instant(outage.toNanos()));
        }
        return part;
    }

    private static String instant(long nanos) {
        return Instant.ofEpochMilli(TimeUnit.NANOSECONDS.toMillis(nanos)).toString();
    }

    void save(DataOutput out) throws IOException {
        Map<String, Long> total = total();
        out.writeInt(total.size());
        for (Map.Entry<String, Long> entry : total.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue());
        }
        destinations.save(out);
        List<Uplink.Outage> outages = allOutages();
        out.writeInt(outages.size());
        for (Uplink.Outage outage : outages) {
            out.writeLong(outage.fromNanos());
            out.writeLong(outage.toNanos());
        }
    }

    void restore(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            before.merge(in.readUTF(), in.readLong(), Long::sum);
        }
        destinations.restore(in);
        for (int left = in.readInt(); left > 0; left--) {
            outagesBefore.add(new Uplink.Outage(in.readLong(), in.readLong()));
        }
    }
}
