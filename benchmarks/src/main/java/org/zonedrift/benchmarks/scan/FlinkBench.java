package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zonedrift.benchmarks.ReadmeBlock;
import org.zonedrift.benchmarks.probes.Race;
import org.zonedrift.benchmarks.scan.ClusterScan.Cost;
import org.zonedrift.benchmarks.scan.ClusterScan.Layout;

/**
 * The same scan by one process and by the job on a Flink cluster, of a smaller and of a bigger domain: the difference is what a
 * zone costs, and how much of that is the engine's.
 */
final class FlinkBench {

    private static final int SMALLER = 10_000;
    private static final int BIGGER = 40_000;

    private static final List<Layout> LAYOUTS =
            List.of(new Layout(1, 1), new Layout(1, 2), new Layout(1, 4), new Layout(2, 2));

    private static final Errand ERRAND = new Errand(
            "one process",
            Errand.Start.ZONE_FILE,
            List.of("--child-ns none --recheck none --evidence none --emit all".split(" ")),
            ".ndjson.zst",
            1);

    private FlinkBench() {}

    /** Arguments: the folder of the benchmarks, and if wanted the sizes of the two domains. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        int smaller = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SMALLER;
        int bigger = arguments.length > 2 ? Integer.parseInt(arguments[2]) : BIGGER;
        Path workshop = Files.createDirectories(home.resolve("target/scan"));
        Race.in(workshop, home.resolve("src/main/c"));
        ClusterScan scan = new ClusterScan(home.resolve("..").normalize(), workshop);
        String contents = new JobJar(scan.jar()).markdown();
        StringBuilder text = new StringBuilder(head(smaller, bigger));
        try (ServedTld small = ServedTld.serve(smaller, workshop);
                ServedTld big = ServedTld.serve(bigger, workshop)) {
            double base = one(new Expedition(workshop, List.of()), small, big, text);
            for (Layout layout : LAYOUTS) {
                several(layout, scan.run(layout, ERRAND, small), scan.run(layout, ERRAND, big), base, text);
                // After each: a run of all takes its time, and what was measured stays.
                new ReadmeBlock("flink").write(home.resolve("README.md"), text + "\n" + contents);
            }
        }
        System.out.println(text + "\n" + contents);
    }

    private static String head(int smaller, int bigger) {
        return ("CPU microseconds (user + system, all processes of the scan) for each zone: %,d zones less %,d, every"
                        + " record there and held against the truth. All of a scan's processes share one core.%n%n"
                        + "| scan | us a zone | x one process | of it workers | JobManager | client |"
                        + " whole scan, CPU s |%n| --- | --- | --- | --- | --- | --- | --- |%n")
                .formatted(bigger, smaller);
    }

    private static double one(Expedition alone, ServedTld small, ServedTld big, StringBuilder text)
            throws IOException, InterruptedException {
        Outcome brief = alone.run(ERRAND, small, Long.MAX_VALUE);
        Outcome lengthy = alone.run(ERRAND, big, Long.MAX_VALUE);
        long more = lengthy.cost().cpuMicros() - brief.cost().cpuMicros();
        double micros = more / (double) (lengthy.zones() - brief.zones());
        text.append("| %s | %.0f | 1.00 | | | | %.1f |%n"
                .formatted(ERRAND.name(), micros, lengthy.cost().cpuMicros() / 1e6));
        System.out.printf("%-40s %.0f us a zone%n", ERRAND.name(), micros);
        return micros;
    }

    private static void several(Layout layout, Cost brief, Cost lengthy, double base, StringBuilder text) {
        double zones = lengthy.zones() - brief.zones();
        double micros = 1e6 * (lengthy.all() - brief.all()) / zones;
        text.append("| %s | %.0f | %.2f | %.0f | %.0f | %.0f | %.1f |%n"
                .formatted(
                        layout.text(),
                        micros,
                        micros / base,
                        1e6 * (lengthy.workers() - brief.workers()) / zones,
                        1e6 * (lengthy.manager() - brief.manager()) / zones,
                        1e6 * (lengthy.client() - brief.client()) / zones,
                        lengthy.all()));
        System.out.printf("%-40s %.0f us a zone%n", layout.text(), micros);
    }
}
