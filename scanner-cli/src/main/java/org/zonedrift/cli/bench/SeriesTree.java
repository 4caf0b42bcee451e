package org.zonedrift.cli.bench;

import static org.zonedrift.cli.bench.ResultTree.millis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonedrift.fleet.TimeLine;
import org.zonedrift.fleet.TimeLine.Stretch;

/** How one resolver's step went, moment by moment and from further away, as keys and values. */
final class SeriesTree {

    /** Long enough for a percentile at a low rate, short enough to see a cache grow old. */
    static final int WINDOW_SECONDS = 300;

    private final TimeLine line;

    SeriesTree(TimeLine line) {
        this.line = line;
    }

    /** By five minutes, of a step that lasts for two such windows or more. */
    Optional<Map<String, Object>> drift() {
        TimeLine.Windows windows = line.windows(WINDOW_SECONDS);
        return windows.each().size() < 2
                ? Optional.empty()
                : Optional.of(new TreeMap<>(
                        Map.of("window_s", windows.seconds(), "windows", points(windows.each(), windows.seconds()))));
    }

    List<Object> list() {
        return points(line.stretches(), line.width());
    }

    private static List<Object> points(List<Stretch> stretches, long width) {
        List<Object> points = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("t", points.size() * width);
            point.put("sent", stretch.sent());
            point.put("answered", stretch.answered());
            point.put("failures", stretch.failures());
            point.put("lost", stretch.lost());
            if (stretch.answered() > 0) {
                point.put("p50_ms", millis(stretch.latency().getValueAtPercentile(50)));
                point.put("p95_ms", millis(stretch.latency().getValueAtPercentile(95)));
                point.put("p99_ms", millis(stretch.latency().getValueAtPercentile(99)));
            }
            points.add(point);
        }
        return points;
    }
}
