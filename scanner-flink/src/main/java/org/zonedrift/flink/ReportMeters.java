package org.zonedrift.flink;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.zonedrift.telemetry.Count;
import org.zonedrift.verdict.Traffic;
import org.zonedrift.verdict.Verdict;
import org.zonedrift.verdict.ZoneReport;

/**
 * What Flink's own pages and reporters show: zones, verdicts and queries of one subtask, and how fast; and
 * of the engine, which all subtasks of a process show alike, what it asked and how many zones it holds.
 */
final class ReportMeters {

    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);
    private final Meter zones;
    private final Meter queries;
    private final Counter retries;

    ReportMeters(MetricGroup subtask, Engine engine) {
        MetricGroup group = subtask.addGroup("zonedrift");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, group.counter("verdict_" + verdict.name()));
        }
        Counter allZones = group.counter("zones");
        Counter allQueries = group.counter("queries");
        this.retries = group.counter("retries");
        this.zones = group.meter("zonesPerSecond", new MeterView(allZones));
        this.queries = group.meter("queriesPerSecond", new MeterView(allQueries));
        MetricGroup process = group.addGroup("engine");
        process.<Long, Gauge<Long>>gauge("queriesSent", () -> engine.queries(Count.SENT));
        process.<Long, Gauge<Long>>gauge("queriesAnswered", () -> engine.queries(Count.ANSWERED));
        process.<Integer, Gauge<Integer>>gauge(
                "zonesActive", () -> engine.inFlight().active());
        process.<Integer, Gauge<Integer>>gauge(
                "zonesWaiting", () -> engine.inFlight().parked());
        process.<Double, Gauge<Double>>gauge("shareOfLimits", engine::share);
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
