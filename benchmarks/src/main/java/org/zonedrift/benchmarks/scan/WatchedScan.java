package org.zonedrift.benchmarks.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.zonedrift.benchmarks.scan.ThreadTimes.Kind;
import org.zonedrift.cli.Zonedrift;

/** A scan that is looked at while it runs: how far it is, and what each kind of thread has used. */
final class WatchedScan {

    private final Machine machine;
    private final Path records;
    private final Process process;
    private final List<Look> looks = new ArrayList<>();

    /** One look: how many octets of records there are, and the times until then. */
    private record Look(long written, ThreadTimes times) {}

    /**
     * What it came to.
     *
     * @param steady from when the program is warm to its end
     * @param whole from its beginning
     */
    record Result(Machine machine, Stretch steady, ThreadTimes whole) {

        double microsOfAZone(Kind kind) {
            return steady.microsOfAZone(kind);
        }
    }

    /**
     * A part of the scan, and what it used.
     *
     * @param zones that were written in it
     */
    record Stretch(long zones, ThreadTimes begin, ThreadTimes end) {

        double microsOfAZone(Kind kind) {
            return (end.of(kind) - begin.of(kind)) / (double) zones;
        }

        /** What is compiled is compiled once, and the more zones a scan has, the less it matters. */
        double microsWithoutCompilers() {
            double micros = 0;
            for (Kind kind : Kind.values()) {
                micros += kind == Kind.COMPILER ? 0 : microsOfAZone(kind);
            }
            return micros;
        }
    }

    private WatchedScan(Machine machine, Path records, Process process) {
        this.machine = machine;
        this.records = records;
        this.process = process;
    }

    /** Starts it: so many zones of the domain, with the options of the bar. */
    static WatchedScan start(Machine machine, ServedTld tld, long zones, Path records) throws IOException {
        Errand errand = Errand.all().get(0);
        Files.deleteIfExists(records);
        List<String> arguments = new ArrayList<>(List.of("scan"));
        arguments.addAll(Expedition.where(errand, tld, zones));
        arguments.addAll(errand.options());
        arguments.addAll(List.of("--progress", "none", "-o", records.toString()));
        Process process = new ProcessBuilder(machine.program(errand.processors(), Zonedrift.class, arguments))
                .redirectErrorStream(true)
                .redirectOutput(said(records).toFile())
                .start();
        return new WatchedScan(machine, records, process);
    }

    /** Looks once; false when it has ended. */
    boolean look() throws IOException {
        if (!process.isAlive()) {
            return false;
        }
        ThreadTimes times = ThreadTimes.of(process.pid());
        // Of a process that is about to end, some threads are gone.
        if (looks.isEmpty() || times.all() >= looks.get(looks.size() - 1).times.all()) {
            looks.add(new Look(Files.exists(records) ? Files.size(records) : 0, times));
        }
        return true;
    }

    /** Waits for its end, at most so long; whether it has ended. */
    boolean endedWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What it came to, when it has ended; steady after so many zones of all. */
    Result result(long warm, long zones) throws IOException {
        return new Result(machine, between(warm, zones, zones), last().times);
    }

    /** What was used from one number of zones to another, of so many in all; as near as it was looked at. */
    Stretch between(long from, long to, long zones) throws IOException {
        if (process.exitValue() != 0 || looks.isEmpty()) {
            throw new IOException(machine.name() + " failed: " + Files.readString(said(records)));
        }
        long all = Files.size(records);
        Look first = lookAfter(from, zones, all);
        Look last = lookAfter(to, zones, all);
        long between = Math.max(1, (last.written - first.written) * zones / all);
        return new Stretch(between, first.times, last.times);
    }

    private Look lookAfter(long some, long zones, long all) {
        return looks.stream()
                .filter(look -> look.written * zones >= all * some)
                .findFirst()
                .orElse(last());
    }

    private Look last() {
        return looks.get(looks.size() - 1);
    }

    /** What it said at its end. */
    Summary summary() throws IOException {
        return Summary.of(Files.readAllLines(said(records)));
    }

    private static Path said(Path records) {
        return Path.of(records + ".log");
    }

    void end() {
        process.destroy();
    }
}
