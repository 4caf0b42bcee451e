package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.zonedrift.benchmarks.ReadmeBlock;
import org.zonedrift.benchmarks.scan.ThreadTimes.Kind;
import org.zonedrift.benchmarks.scan.WatchedScan.Stretch;

/** One long scan by stretches: a zone should cost the same whether a hundred thousand came before it or millions. */
final class GrowthBench {

    private static final ReadmeBlock PLACE = new ReadmeBlock("growth");

    private static final long ZONES = 10_000_000;

    /** Where stretches end; the first is the program's warming up, and is not told. */
    private static final List<Long> MARKS =
            List.of(100_000L, 200_000L, 500_000L, 1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private GrowthBench() {}

    /** Arguments: the folder of the benchmarks, and if wanted how many zones. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        long zones = arguments.length > 1 ? Long.parseLong(arguments[1]) : ZONES;
        Path workshop = Files.createDirectories(home.resolve("target/scan"));
        try (ServedTld tld = ServedTld.serve(zones, workshop)) {
            // Packed, as the records of ten million zones would else fill the memory of a small machine.
            Path records = workshop.resolve("records.ndjson.zst");
            WatchedScan scan = WatchedScan.start(Machine.asLaunched(), tld, zones, records);
            watch(scan);
            long scanned = scan.summary().targets();
            String table = table(scan, scanned);
            check(tld, scanned, records);
            System.out.print(table);
            PLACE.write(home.resolve("README.md"), table);
        }
    }

    private static void watch(WatchedScan scan) throws IOException, InterruptedException {
        try {
            while (scan.look()) {
                scan.endedWithin(BETWEEN_LOOKS);
            }
        } finally {
            scan.end();
        }
    }

    private static void check(ServedTld tld, long zones, Path records) throws IOException {
        Verdicts.Count found = Verdicts.of(Errand.all().get(0), tld.world(), List.of(records));
        if (found.records() != zones || found.rightShare() < Expedition.RIGHT_MIN) {
            throw new IOException(
                    "%d zones, %d records, %.4f right".formatted(zones, found.records(), found.rightShare()));
        }
    }

    private static String table(WatchedScan scan, long zones) throws IOException {
        StringBuilder text = new StringBuilder(("CPU microseconds a zone of one scan of %,d zones, by how far it was;"
                        + " without the compilers, which stand apart.%n%n")
                .formatted(zones));
        text.append("| zones | a zone | lane | output | input | collector | compilers |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (int i = 1; i < MARKS.size() && MARKS.get(i - 1) < zones; i++) {
            long from = MARKS.get(i - 1);
            long to = Math.min(MARKS.get(i), zones);
            text.append(row(from, to, scan.between(from, to, zones)));
        }
        return text.toString();
    }

    private static String row(long from, long to, Stretch stretch) {
        return "| %,d to %,d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                        from,
                        to,
                        stretch.microsWithoutCompilers(),
                        stretch.microsOfAZone(Kind.LANE),
                        stretch.microsOfAZone(Kind.OUTPUT),
                        stretch.microsOfAZone(Kind.INPUT),
                        stretch.microsOfAZone(Kind.COLLECTOR),
                        stretch.microsOfAZone(Kind.COMPILER));
    }
}
