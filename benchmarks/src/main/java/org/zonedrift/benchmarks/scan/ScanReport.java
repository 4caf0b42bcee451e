package org.zonedrift.benchmarks.scan;

import java.util.ArrayList;
import java.util.List;
import org.zonedrift.benchmarks.ReadmeBlock;
import org.zonedrift.benchmarks.probes.Race.Cost;

/** The results as tables, and their place in the README. */
final class ScanReport {

    static final ReadmeBlock PLACE = new ReadmeBlock("scan");

    private static final String HEAD =
            "| scan | CPU us per probe, marginal | of it user | x C loop | whole run | zones/s"
                    + " | zones per CPU-s | marginal | queries per zone | right | p50 / p99 ms | RSS MB | KiB allocated per zone"
                    + " | GC pauses s |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";

    private final int smaller;
    private final int bigger;
    private final List<Double> loops = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder peers = new StringBuilder();
    private String stages = "";

    ScanReport(int smaller, int bigger) {
        this.smaller = smaller;
        this.bigger = bigger;
    }

    /** A scan of the smaller domain and one of the bigger. */
    private record Row(Errand errand, Outcome brief, Outcome lengthy) {

        double marginal() {
            return moreCpu() / (double) moreProbes();
        }

        double marginalUser() {
            return (lengthy.cost().userMicros() - brief.cost().userMicros()) / (double) moreProbes();
        }

        double marginalZonesPerCpuSecond() {
            return (lengthy.zones() - brief.zones()) * 1e6 / moreCpu();
        }

        private long moreCpu() {
            return lengthy.cost().cpuMicros() - brief.cost().cpuMicros();
        }

        private long moreProbes() {
            return lengthy.traffic().answered() - brief.traffic().answered();
        }
    }

    void loop(Cost brief, Cost lengthy) {
        double marginal = marginal(brief, lengthy, lengthy.served() - brief.served());
        loops.add(marginal);
        System.out.printf("%-40s %.2f us an answer%n", "C loop", marginal);
    }

    void scan(Errand errand, Outcome brief, Outcome lengthy) {
        Row row = new Row(errand, brief, lengthy);
        rows.add(row);
        System.out.printf("%-40s %.2f us a probe%n", errand.name(), row.marginal());
    }

    /** Whether all of these were scanned. */
    boolean tellsOf(List<Errand> errands) {
        return rows.size() == errands.size();
    }

    void peer(String name, Cost brief, Cost lengthy, int more) {
        double marginal = marginal(brief, lengthy, more);
        peers.append("| %s | %.2f | %.2f | %.1f |%n"
                .formatted(name, marginal, marginal / loop(), lengthy.residentKib() / 1024.0));
        System.out.printf("%-40s %.2f us an answer%n", name, marginal);
    }

    void stages(CpuByStage split) {
        stages = split.markdown();
    }

    private static double marginal(Cost brief, Cost lengthy, long more) {
        return (lengthy.cpuMicros() - brief.cpuMicros()) / (double) more;
    }

    /** The mean of all. */
    private double loop() {
        return loops.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(("CPU microseconds (user + system, whole process) for each probe, which is any datagram that was"
                        + " answered; marginal is %,d zones less %,d. The bare C loop, before and after each row: %s us.%n%n")
                .formatted(
                        bigger, smaller, loops.stream().map("%.2f"::formatted).toList()));
        text.append(HEAD);
        rows.forEach(row -> text.append(line(row)));
        if (!peers.isEmpty()) {
            text.append("\nPeers, which ask one bare responder for as many answers:\n\n"
                    + "| program | CPU us per answer, marginal | x C loop | RSS MB |\n| --- | --- | --- | --- |\n");
            text.append(peers);
        }
        return text.append('\n').append(stages).toString();
    }

    private String line(Row row) {
        Outcome whole = row.lengthy();
        return "| %s | %.2f | %.2f | %.2f | %.2f | %,.0f | %,.0f | %,.0f | %.2f | %.3f %% | %.1f / %.1f | %d | %.1f | %.2f |%n"
                .formatted(
                        row.errand().name(),
                        row.marginal(),
                        row.marginalUser(),
                        row.marginal() / loop(),
                        whole.microsPerProbe(),
                        whole.zones() / whole.seconds(),
                        whole.zonesPerCpuSecond(),
                        row.marginalZonesPerCpuSecond(),
                        whole.traffic().sent() / (double) whole.zones(),
                        100 * whole.rightShare(),
                        whole.traffic().p50(),
                        whole.traffic().p99(),
                        whole.cost().residentKib() >> 10,
                        whole.heap().allocatedMiB() * 1024.0 / whole.zones(),
                        whole.heap().pauseMillis() / 1e3);
    }
}
