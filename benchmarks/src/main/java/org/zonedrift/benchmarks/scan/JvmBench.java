package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.zonedrift.benchmarks.ReadmeBlock;
import org.zonedrift.benchmarks.scan.ThreadTimes.Kind;
import org.zonedrift.benchmarks.scan.WatchedScan.Result;

/**
 * The same scan on several Java virtual machines at the same time, on one core: whatever else slows this
 * machine down slows all of them.
 */
final class JvmBench {

    private static final ReadmeBlock PLACE = new ReadmeBlock("jvm");
    private static final int ZONES = 250_000;

    /** Of all zones, so many tenths are scanned before the program counts as warm. */
    private static final int WARM_TENTHS = 6;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private JvmBench() {}

    /** Arguments: the folder of the benchmarks, the home of another Java, and if wanted how many zones. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        List<Machine> machines = Machine.compared(Path.of(arguments[1]));
        long zones = arguments.length > 2 ? Long.parseLong(arguments[2]) : ZONES;
        Path workshop = Files.createDirectories(home.resolve("target/scan"));
        List<Result> results = new ArrayList<>();
        try (ServedTld tld = ServedTld.serve(zones, workshop)) {
            List<WatchedScan> scans = new ArrayList<>();
            try {
                for (Machine machine : machines) {
                    Path records = workshop.resolve("records-" + scans.size() + ".ndjson");
                    scans.add(WatchedScan.start(machine, tld, zones, records));
                }
                watch(scans);
            } finally {
                scans.forEach(WatchedScan::end);
            }
            for (WatchedScan scan : scans) {
                results.add(scan.result(zones * WARM_TENTHS / 10, zones));
            }
        }
        String table = table(results, zones);
        System.out.print(table);
        PLACE.write(home.resolve("README.md"), table);
    }

    private static void watch(List<WatchedScan> scans) throws IOException, InterruptedException {
        boolean running = true;
        while (running) {
            running = false;
            for (WatchedScan scan : scans) {
                running |= scan.look();
            }
            rest(scans);
        }
    }

    /** Until one of those that still run ends, or it is time to look again. */
    private static void rest(List<WatchedScan> scans) throws InterruptedException {
        for (WatchedScan scan : scans) {
            if (!scan.endedWithin(BETWEEN_LOOKS)) {
                return;
            }
        }
    }

    private static String table(List<Result> results, long zones) {
        StringBuilder text =
                new StringBuilder(("CPU microseconds for each of the last %d zones of %,d, all programs at once"
                                + " on one core; compilers apart, which are done later.%n%n")
                        .formatted(zones - zones * WARM_TENTHS / 10, zones));
        text.append("| Java and collector | a zone | lane | output | input | collector | compilers, whole scan, s"
                + " | whole scan, s |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        results.forEach(result -> text.append(row(result)));
        return text.toString();
    }

    private static String row(Result result) {
        return "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                        result.machine().name(),
                        result.steady().microsWithoutCompilers(),
                        result.microsOfAZone(Kind.LANE),
                        result.microsOfAZone(Kind.OUTPUT),
                        result.microsOfAZone(Kind.INPUT),
                        result.microsOfAZone(Kind.COLLECTOR),
                        result.whole().of(Kind.COMPILER) / 1e6,
                        result.whole().all() / 1e6);
    }
}
