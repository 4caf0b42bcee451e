package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.benchmarks.probes.Race.Cost;
import org.zonedrift.benchmarks.scan.Outcome.Heap;
import org.zonedrift.benchmarks.scan.Outcome.Traffic;
import org.zonedrift.cli.Zonedrift;

/** Runs scans as a user would, measures them, and checks what they found before anything is told about it. */
final class Expedition {

    /** Of the zones whose truth is known; the rest lost packets to a crowded machine. */
    static final double RIGHT_MIN = .95;

    /** Where only mismatches are written, fewer than one zone of so many is. */
    private static final int FOUND_AMONG = 8;

    private final Path workshop;
    private final List<String> more;

    /**
     * Scans with these programs and files.
     *
     * @param more options for the JVM, which with some of them has things to say on standard output
     */
    Expedition(Path workshop, List<String> more) {
        this.workshop = workshop;
        this.more = List.copyOf(more);
    }

    /** One scan of so many names at most. */
    Outcome run(Errand errand, ServedTld tld, long limit) throws IOException, InterruptedException {
        Path records = workshop.resolve("records" + errand.suffix());
        Files.deleteIfExists(records);
        List<String> command = command(errand, tld, limit, records);
        if (!opensFile(errand)) {
            command = ReadyFile.forRecords(errand.writesAll() ? limit : limit / FOUND_AMONG, records)
                    .receiving(command);
        }
        long begin = System.nanoTime();
        List<String> said = start(command);
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        if (!opensFile(errand)) {
            new ReadyFile(records).cut();
        }
        Summary summary = Summary.of(said);
        Traffic traffic = summary.traffic();
        long targets = summary.targets();
        Verdicts.Count found = Verdicts.of(errand, tld.world(), List.of(records));
        boolean whole = said.stream().anyMatch(line -> line.startsWith("in = out"));
        boolean written = !errand.writesAll() || found.records() == targets;
        if (!whole || !written || found.rightShare() < RIGHT_MIN) {
            throw new IOException("%s: %d targets, %d records, %.4f right:%n%s"
                    .formatted(errand.name(), targets, found.records(), found.rightShare(), String.join("\n", said)));
        }
        Heap heap = CollectorLog.read(collectorLog());
        return new Outcome(Usage.in(usage(), traffic.sent()), traffic, targets, found.rightShare(), heap, seconds);
    }

    /** Whether the program writes to a file by its name, and not to standard output. */
    private boolean opensFile(Errand errand) {
        return errand.isPacked() || !more.isEmpty();
    }

    private List<String> command(Errand errand, ServedTld tld, long limit, Path records) {
        List<String> wrapper =
                new ArrayList<>(List.of(workshop.resolve("rusage").toString(), usage().toString()));
        wrapper.addAll(errand.processors());
        List<String> options = new ArrayList<>(errand.javaOptions());
        options.add(CollectorLog.option(collectorLog()));
        options.addAll(more);
        List<String> arguments = new ArrayList<>(List.of("scan"));
        arguments.addAll(where(errand, tld, limit));
        arguments.addAll(errand.options());
        arguments.addAll(List.of("--progress", "none"));
        if (opensFile(errand)) {
            arguments.addAll(List.of("-o", records.toString()));
        }
        return Java.program(wrapper, options, Zonedrift.class, arguments.toArray(String[]::new));
    }

    /** Where the names are, where the servers, and leave to ask these as fast as it goes. */
    static List<String> where(Errand errand, ServedTld tld, long limit) {
        List<String> where = new ArrayList<>(
                List.of("--root-hints", tld.rootHints().toString(), "--port", String.valueOf(tld.port())));
        where.addAll(List.of("--allow-special", "127.0.0.0/8", "--rate", "0", "--rate-per-server", "0"));
        where.addAll(
                errand.start() == Errand.Start.ZONE_FILE
                        ? List.of("--input-format", "zone", tld.zoneFile().toString())
                        : List.of("--input-format", "list", tld.names().toString()));
        where.addAll(List.of("--limit", String.valueOf(limit)));
        return where;
    }

    private List<String> start(List<String> command) throws IOException, InterruptedException {
        Path said = workshop.resolve("said.txt");
        Process scan = new ProcessBuilder(command)
                .redirectError(said.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int code = scan.waitFor();
        List<String> lines = Files.readAllLines(said);
        if (code != 0) {
            throw new IOException("exit code %d of %s:%n%s".formatted(code, command, String.join("\n", lines)));
        }
        return lines;
    }

    private Path collectorLog() {
        return workshop.resolve("gc.log");
    }

    private Path usage() {
        return workshop.resolve("scan-usage.txt");
    }

    /** What the wrapper of a program wrote about it. */
    static final class Usage {

        private Usage() {}

        static Cost in(Path file, long served) throws IOException {
            String[] used = Files.readString(file).trim().split(" ");
            return new Cost(Long.parseLong(used[0]), Long.parseLong(used[1]), Long.parseLong(used[2]), served, "");
        }
    }
}
