package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zonedrift.benchmarks.probes.Contestant;
import org.zonedrift.benchmarks.probes.Field;
import org.zonedrift.benchmarks.probes.Race;
import org.zonedrift.benchmarks.probes.Race.Cost;

/**
 * Scans a simulated top-level domain, a smaller and a bigger one: the difference of the two is what a
 * probe costs once the program runs. Beside it a bare C loop, and whatever peer is on the PATH.
 */
final class ScanBench {

    /** The compiler is done by then, nearly: with fewer zones its work would count as theirs. */
    private static final int SMALLER = 500_000;

    private static final int BIGGER = 2_000_000;

    /** Names that are looked for from the root: enough for a difference, and dearer each. */
    private static final int FROM_THE_ROOT_MAX = 200_000;

    /** Answers that the loop and the peers wait for, for each zone of ours. */
    private static final int ANSWERS_A_ZONE = 2;

    private final Path workshop;
    private final Race race;
    private final int smaller;
    private final int bigger;

    private ScanBench(Path workshop, Race race, int smaller, int bigger) {
        this.workshop = workshop;
        this.race = race;
        this.smaller = smaller;
        this.bigger = bigger;
    }

    /** Arguments: the folder of the benchmarks, and if wanted the sizes of the two domains, and which rows. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        int smaller = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SMALLER;
        int bigger = arguments.length > 2 ? Integer.parseInt(arguments[2]) : BIGGER;
        if (bigger / 2 < smaller) {
            System.err.printf(
                    "scan: the bigger domain needs twice the zones of the smaller: %,d, %,d%n", smaller, bigger);
            System.exit(2);
        }
        Path workshop = Files.createDirectories(home.resolve("target/scan"));
        Race race = Race.in(workshop, home.resolve("src/main/c"));
        Compiler.compile(home.resolve("src/main/c/asker.c"), workshop.resolve("asker"));
        List<Errand> rows = Errand.rows(arguments.length > 3 ? arguments[3] : "");
        ScanReport report = new ScanReport(smaller, bigger);
        ScanBench bench = new ScanBench(workshop, race, smaller, bigger);
        try {
            bench.scan(report, rows);
            bench.peers(report);
        } finally {
            // What goes wrong late must not cost what an hour has measured.
            System.out.println(report.markdown());
            if (report.tellsOf(rows)) {
                ScanReport.PLACE.write(home.resolve("README.md"), report.markdown());
            }
        }
    }

    private void scan(ScanReport report, List<Errand> rows) throws IOException, InterruptedException {
        try (ServedTld small = ServedTld.serve(smaller, workshop);
                ServedTld big = ServedTld.serve(bigger, workshop)) {
            new BareLoop(workshop).run(big, (long) smaller * ANSWERS_A_ZONE);
            loop(big, report);
            for (Errand errand : rows) {
                scan(errand, small, big, report);
                loop(big, report);
            }
            report.stages(stages(big));
        }
    }

    private void loop(ServedTld tld, ScanReport report) throws IOException, InterruptedException {
        BareLoop loop = new BareLoop(workshop);
        report.loop(loop.run(tld, (long) smaller * ANSWERS_A_ZONE), loop.run(tld, (long) bigger * ANSWERS_A_ZONE));
    }

    private void scan(Errand errand, ServedTld small, ServedTld big, ScanReport report)
            throws IOException, InterruptedException {
        Expedition expedition = new Expedition(workshop, List.of());
        boolean list = errand.start() == Errand.Start.ROOT;
        int names = list ? Math.min(bigger, FROM_THE_ROOT_MAX) : bigger;
        Outcome brief = list
                ? expedition.run(errand, big, (long) names * smaller / bigger)
                : expedition.run(errand, small, smaller);
        Outcome lengthy = expedition.run(errand, big, names);
        report.scan(errand, brief, lengthy);
    }

    private CpuByStage stages(ServedTld big) throws IOException, InterruptedException {
        Path recording = workshop.resolve("scan.jfr");
        Files.deleteIfExists(recording);
        Expedition recorded = new Expedition(workshop, CpuByStage.recordingTo(recording));
        Outcome outcome = recorded.run(Errand.all().get(0), big, bigger);
        return CpuByStage.of(recording, outcome.cost());
    }

    private void peers(ScanReport report) throws IOException, InterruptedException {
        int few = smaller * ANSWERS_A_ZONE;
        int laps = bigger / smaller;
        int many = few * laps;
        Field brief = Field.of(workshop, few, 1);
        Field lengthy = Field.of(workshop, many, laps);
        for (Contestant peer : Contestant.peersOnThePath()) {
            Cost first = race.run(peer, brief);
            Cost second = race.run(peer, lengthy);
            report.peer(peer.name(), first, second, many - few);
        }
    }
}
