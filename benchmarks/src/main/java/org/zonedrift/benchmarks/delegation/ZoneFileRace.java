package org.zonedrift.benchmarks.delegation;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Master;
import org.xbill.DNS.Record;
import org.zonedrift.input.InputFormat;
import org.zonedrift.input.Inputs;
import org.zonedrift.input.Reading;
import org.zonedrift.input.Target;
import org.zonedrift.zone.Delegation;

/** A flat zone file, as registries publish them, read by us, by dnsjava, and line by line. */
final class ZoneFileRace {

    /** CPU time, since other work may share the machine; each reading has one thread. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final int ROUNDS = 3;

    /** dnsjava reads a part only: it would hold everybody up. */
    private static final int PARTS = 8;

    private static final String HEAD =
            "bench.\t900\tin\tsoa\ta.nic.bench. host.nic.bench. 1795133520 1800 900 604800 86400\n"
                    + "bench.\t86400\tin\tns\ta.nic.bench.\n";

    private final int lines;
    private long zones;
    private long glueRecords;

    ZoneFileRace(int lines) {
        this.lines = lines;
    }

    void run(PrintStream out) throws IOException {
        Path file = Files.createTempFile("zonedrift-bench-", ".zone");
        Path part = Files.createTempFile("zonedrift-bench-", ".zone");
        try {
            write(part, lines / PARTS);
            write(file, lines);
            out.printf("%d lines, %d zones, %d MiB%n", lines, zones, Files.size(file) >> 20);
            for (int round = 1; round <= ROUNDS; round++) {
                double ours = rate(lines, () -> readAsTargets(file));
                double plain = rate(lines, () -> readLines(file));
                double dnsjava = rate(lines / PARTS, () -> readByDnsjava(part));
                out.printf(
                        "round %d, million lines for each second of CPU: both passes, to delegations %.2f (each pass"
                                + " %.2f), BufferedReader.readLine once %.2f, dnsjava once %.2f%n",
                        round, ours, 2 * ours, plain, dnsjava);
            }
            double all = octetsHeld(file);
            withoutGlue(file, part);
            double delegations = octetsHeld(part);
            out.printf(
                    "octets of heap for each glue record: %.1f; for each zone, to be found by its name: %.1f%n",
                    (all - delegations) / glueRecords, delegations / zones);
        } finally {
            Files.delete(file);
            Files.delete(part);
        }
    }

    /** Four lines to a zone: two name servers, DNSSEC, and glue for one of them. */
    private void write(Path file, int count) throws IOException {
        zones = 0;
        glueRecords = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            writer.write(HEAD);
            for (int line = 2; line + 4 <= count; line += 4) {
                String zone = String.format("zone-%09d.bench.", zones++);
                writer.write(zone + "\t3600\tin\tns\tns1." + zone + "\n");
                writer.write(zone + "\t3600\tin\tns\tns" + zones % 7 + ".provider" + zones % 5_003 + ".net.\n");
                writer.write(zone + "\t86400\tin\tds\t370 13 2 "
                        + "BE74359954660069D5C63D200C39F5603827D7DD02B56F120EE9F3A86764247C\n");
                writer.write("ns1." + zone + "\t3600\tin\ta\t192.0.2." + zones % 250 + "\n");
                glueRecords++;
            }
        }
    }

    private interface Runner {
        long run() throws IOException;
    }

    private double rate(long lineCount, Runner runner) throws IOException {
        long begin = CPU.getCurrentThreadCpuTime();
        long found = runner.run();
        long took = CPU.getCurrentThreadCpuTime() - begin;
        if (found == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return lineCount * 1e3 / took;
    }

    private long readAsTargets(Path file) {
        long found = 0;
        try (Inputs targets = open(file)) {
            for (Optional<Target> next = targets.next(); next.isPresent(); next = targets.next()) {
                check((Target.Zone) next.get());
                found++;
            }
        }
        if (found != zones) {
            throw new IllegalStateException(found + " zones were read, " + zones + " were written");
        }
        return found;
    }

    private static void check(Target.Zone zone) {
        Delegation delegation = zone.delegation();
        if (delegation == null
                || delegation.nameServers().size() != 2
                || delegation.glue().size() != 1) {
            throw new IllegalStateException("a wrong delegation: " + zone);
        }
    }

    private static Inputs open(Path file) {
        Reading.ResultLine noResults = line -> {
            throw new IllegalArgumentException("no result file");
        };
        Path folder = file.toAbsolutePath().resolveSibling("");
        Reading reading = Reading.auto(folder, name -> name, noResults).as(InputFormat.ZONE);
        return Inputs.open(List.of(file.toString()), reading, InputStream.nullInputStream());
    }

    private static long readLines(Path file) throws IOException {
        long octets = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                octets += line.length();
            }
        }
        return octets;
    }

    private static long readByDnsjava(Path file) throws IOException {
        long records = 0;
        try (Master master = new Master(file.toString())) {
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records++;
            }
        }
        return records;
    }

    private static void withoutGlue(Path from, Path to) throws IOException {
        try (Stream<String> all = Files.lines(from, StandardCharsets.US_ASCII);
                BufferedWriter writer = Files.newBufferedWriter(to, StandardCharsets.US_ASCII)) {
            for (String line : (Iterable<String>) all.filter(line -> !line.contains("\tin\ta\t"))::iterator) {
                writer.write(line + "\n");
            }
        }
    }

    /** What is in the heap when the first target is told: all the glue, and who is delegated to whom. */
    private static double octetsHeld(Path file) {
        long before = HeapInUse.octets();
        try (Inputs targets = open(file)) {
            Optional<Target> first = targets.next();
            long held = HeapInUse.octets() - before;
            if (first.isEmpty() || targets.next().isEmpty()) {
                throw new IllegalStateException("nothing was read");
            }
            return held;
        }
    }
}
