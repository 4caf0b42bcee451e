package org.zonedrift.cli.bench;

import static org.zonedrift.cli.bench.ResultTree.millis;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.zonedrift.fleet.Tally;

/** How long one resolver's answers took in one step, as keys and values. */
final class LatencyTree {

    /** What stands where a percentile of all queries is that none of them reached. */
    private static final String TIMEOUT = "timeout";

    private final Tally tally;

    LatencyTree(Tally tally) {
        this.tally = tally;
    }

    void into(Map<String, Object> row) {
        row.put("latency_ms", ofAnswers());
        row.put("latency_with_timeouts_ms", ofAll());
        row.put("latency_from_send_ms", millis(tally.meanFromSend()));
        row.put("schedule_lag_ms", lag(tally.lag()));
    }

    private Map<String, Object> ofAnswers() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (tally.answered() == 0) {
            return tree;
        }
        Histogram latency = tally.latency();
        tree.put("min", millis(latency.getMinValue()));
        tree.put("mean", millis(tally.mean()));
        tree.put("stddev", millis(tally.deviation()));
        tree.put("p50", millis(latency.getValueAtPercentile(50)));
        tree.put("p90", millis(latency.getValueAtPercentile(90)));
        tree.put("p95", millis(latency.getValueAtPercentile(95)));
        tree.put("p99", millis(latency.getValueAtPercentile(99)));
        tree.put("p999", millis(latency.getValueAtPercentile(99.9)));
        tree.put("max", millis(latency.getMaxValue()));
        tree.put("hdr", encoded(latency));
        return tree;
    }

    private Map<String, Object> ofAll() {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int percent : new int[] {50, 90, 99}) {
            long nanos = tally.percentileOfAll(percent);
            tree.put("p" + percent, nanos < 0 ? TIMEOUT : millis(nanos));
        }
        return tree;
    }

    private static Map<String, Object> lag(Histogram lag) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (lag.getTotalCount() > 0) {
            tree.put("p50", millis(lag.getValueAtPercentile(50)));
            tree.put("p99", millis(lag.getValueAtPercentile(99)));
            tree.put("max", millis(lag.getMaxValue()));
        }
        return tree;
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer, Deflater.BEST_COMPRESSION);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
