package org.zonedrift.cli.bench;

import static org.zonedrift.cli.bench.ResultTree.millis;
import static org.zonedrift.cli.bench.ResultTree.percent;
import static org.zonedrift.cli.bench.ResultTree.rounded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.zonedrift.cli.console.SafeText;
import org.zonedrift.fleet.PairedLatency;
import org.zonedrift.fleet.Tally;

/** Where one resolver stands: beside itself at rest, beside the others, and who is behind its address. */
final class FleetTree {

    /** An answer within twice the quiet time and this much more had nothing to wait for elsewhere. */
    private static final long CACHE_ALLOWANCE = TimeUnit.MICROSECONDS.toNanos(500);

    private final Tally tally;
    private final Histogram quiet;

    FleetTree(Tally tally, Histogram quiet) {
        this.tally = tally;
        this.quiet = quiet;
    }

    void into(Map<String, Object> row) {
        if (quiet.getTotalCount() > 0) {
            row.put(
                    "quiet_ms",
                    new TreeMap<>(Map.of("min", millis(quiet.getMinValue()), "p50", millis(quietMedian()))));
            row.put("cache_hit_est", rounded(tally.shareWithin(2 * quietMedian() + CACHE_ALLOWANCE)));
        }
        if (tally.paired().pairs() > 0) {
            row.put("paired", paired(tally.paired()));
        }
        Map<String, Object> instances = new LinkedHashMap<>();
        tally.instances()
                .forEach((identity, answers) -> instances.merge(SafeText.of(identity), answers, FleetTree::sum));
        if (!instances.isEmpty()) {
            row.put("instances", instances);
        }
    }

    private static Object sum(Object one, Object other) {
        return (Long) one + (Long) other;
    }

    private long quietMedian() {
        return quiet.getValueAtPercentile(50);
    }

    private static Map<String, Object> paired(PairedLatency paired) {
        PairedLatency.Median median = paired.median();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("than", "the median of the fleet, query by query");
        tree.put("pairs", paired.pairs());
        tree.put("median_ms", millis(median.value()));
        tree.put("ci95_ms", List.of(millis(median.low()), millis(median.high())));
        tree.put("sooner_pct", percent(paired.sooner(), paired.pairs()));
        return tree;
    }
}
