package org.zonedrift.cli.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
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
import org.zonedrift.zone.ServerAddress;

/** What was asked over all attempts of a run: what earlier ones counted, and the scanner that works now. */
final class TrafficAccount {

    private static final String KIND = "kind.";

    private final Map<String, Long> before = new TreeMap<>();
    private @Nullable ScanTraffic now;

    void follow(ScanTraffic traffic) {
        now = traffic;
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

    /** The addresses that were spared: asked more slowly, or left alone. */
    Map<String, Object> destinations() {
        Map<String, Object> part = new LinkedHashMap<>();
        ScanTraffic traffic = now;
        if (traffic != null) {
            part.put(
                    "throttled",
                    traffic.throttled().stream().map(ServerAddress::host).toList());
            part.put(
                    "circuits_opened",
                    traffic.silenced().stream().map(ServerAddress::host).toList());
        }
        return part;
    }

    /** When nothing came from anywhere, in this attempt. */
    List<Map<String, Object>> outages() {
        ScanTraffic traffic = now;
        return traffic == null
                ? List.of()
                : traffic.outages().stream().map(TrafficAccount::outage).toList();
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
    }

    void restore(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            before.put(in.readUTF(), in.readLong());
        }
    }
}
