package org.zonedrift.flink;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/** What Flink's own pages and reporters show of one subtask: zones, verdicts, queries, and how fast. */
final class ReportMeters {

    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);
    private final Meter zones;
    private final Meter queries;
    private final Counter retries;

    ReportMeters(MetricGroup subtask) {
        MetricGroup group = subtask.addGroup("zonedrift");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, group.counter("verdict_" + verdict.name()));
        }
        Counter allZones = group.counter("zones");
        Counter allQueries = group.counter("queries");
        this.retries = group.counter("retries");
        this.zones = group.meter("zonesPerSecond", new MeterView(allZones));
        this.queries = group.meter("queriesPerSecond", new MeterView(allQueries));
    }

    void count(ZoneReport report) {
        zones.markEvent();
        Counter verdict = verdicts.get(report.judgement().verdict());
        if (verdict != null) {
            verdict.inc();
        }
        Traffic traffic = report.traffic();
        queries.markEvent((long) traffic.udp() + traffic.tcp());
        retries.inc(traffic.retries());
    }
}
