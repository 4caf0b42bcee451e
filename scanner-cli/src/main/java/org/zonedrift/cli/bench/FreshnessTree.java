package org.zonedrift.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonedrift.fleet.Freshness;
import org.zonedrift.fleet.Freshness.Standing;

/** How fresh each resolver's SOA records are, as keys and values. */
final class FreshnessTree {

    private final Results results;

    FreshnessTree(Results results) {
        this.results = results;
    }

    List<Object> list() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < results.freshness().size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            Freshness freshness = results.freshness().get(i);
            row.put("resolver", results.fleet().get(i).name());
            row.put("judged_by", "the zones' own servers");
            row.put("zones", freshness.zones());
            for (Standing standing : Standing.values()) {
                row.put(standing.key(), freshness.count(standing));
            }
            row.put("lag_max", freshness.lagMax());
            row.put("says_stale", freshness.knownStale());
            row.put("furthest_behind", furthest(freshness));
            list.add(row);
        }
        return list;
    }

    private static List<Object> furthest(Freshness freshness) {
        List<Object> list = new ArrayList<>();
        for (Freshness.Behind behind : freshness.furthest()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("zone", behind.zone().toString());
            row.put("shown", behind.shown().value());
            row.put("authoritative", behind.newest().value());
            row.put("lag", behind.lag());
            row.put("ttl", behind.ttl());
            list.add(row);
        }
        return list;
    }
}
