package org.zonedrift.cli.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.ScanTraffic;
import org.zonedrift.exchange.Limits.Burden;
import org.zonedrift.zone.ServerAddress;

/** Whom a run asked most and whom it spared, over all its attempts. */
final class DestinationAccount {

    private static final int TOLD = 50;

    /** Of each attempt; those asked most over all of them are among these. */
    private static final int KEPT = 1_000;

    private static final double TEN_THOUSAND = 1e4;

    /** What one address was asked. */
    private record Load(long queries, long lost) {

        private Load plus(Load more) {
            return new Load(queries + more.queries, lost + more.lost);
        }

        private Map<String, Object> part(String address) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("address", address);
            part.put("queries", queries);
            part.put("loss", Math.round(TEN_THOUSAND * lost / queries) / TEN_THOUSAND);
            return part;
        }
    }

    private final Map<String, Load> before = new HashMap<>();
    private final Set<String> throttledBefore = new TreeSet<>();
    private final Set<String> silencedBefore = new TreeSet<>();
    private long distinctBefore;
    private @Nullable ScanTraffic now;

    void follow(ScanTraffic traffic) {
        now = traffic;
    }

    private Map<String, Load> loads() {
        Map<String, Load> loads = new HashMap<>(before);
        ScanTraffic traffic = now;
        if (traffic != null) {
            for (Burden burden : traffic.busiest(KEPT)) {
                loads.merge(burden.address().toString(), new Load(burden.queries(), burden.lost()), Load::plus);
            }
        }
        return loads;
    }

    /** Attempts mostly ask the same servers, so the most that any of them asked is the best that is known. */
    private long distinct() {
        ScanTraffic traffic = now;
        return Math.max(distinctBefore, traffic == null ? 0 : traffic.addressesAsked());
    }

    private Set<String> throttled() {
        ScanTraffic traffic = now;
        return joined(throttledBefore, traffic == null ? Set.of() : traffic.throttled());
    }

    private Set<String> silenced() {
        ScanTraffic traffic = now;
        return joined(silencedBefore, traffic == null ? Set.of() : traffic.silenced());
    }

    private static Set<String> joined(Set<String> earlier, Collection<ServerAddress> addresses) {
        Set<String> all = new TreeSet<>(earlier);
        addresses.forEach(address -> all.add(address.host()));
        return all;
    }

    Map<String, Object> part() {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("distinct", distinct());
        part.put("top", top());
        part.put("throttled", new ArrayList<>(throttled()));
        part.put("circuits_opened", new ArrayList<>(silenced()));
        return part;
    }

    private List<Map<String, Object>> top() {
        return busiest(TOLD).stream()
                .map(entry -> entry.getValue().part(entry.getKey()))
                .toList();
    }

    private List<Map.Entry<String, Load>> busiest(int most) {
        return loads().entrySet().stream()
                .sorted((a, b) -> a.getValue().queries() == b.getValue().queries()
                        ? a.getKey().compareTo(b.getKey())
                        : Long.compare(b.getValue().queries(), a.getValue().queries()))
                .limit(most)
                .toList();
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(distinct());
        List<Map.Entry<String, Load>> busiest = busiest(KEPT);
        out.writeInt(busiest.size());
        for (Map.Entry<String, Load> entry : busiest) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().queries());
            out.writeLong(entry.getValue().lost());
        }
        save(out, throttled());
        save(out, silenced());
    }

    private static void save(DataOutput out, Set<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    void restore(DataInput in) throws IOException {
        distinctBefore = Math.max(distinctBefore, in.readLong());
        for (int left = in.readInt(); left > 0; left--) {
            before.merge(in.readUTF(), new Load(in.readLong(), in.readLong()), Load::plus);
        }
        restore(in, throttledBefore);
        restore(in, silencedBefore);
    }

    private static void restore(DataInput in, Set<String> texts) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readUTF());
        }
    }
}
