package org.zonedrift.sim.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.zonedrift.InFlightCounts;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.Waiting;
import org.zonedrift.delegation.RootHints;
import org.zonedrift.exchange.Manner;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.output.Emit;
import org.zonedrift.output.RecordWriter;
import org.zonedrift.run.RunDirectory;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.answer.Responder;
import org.zonedrift.sim.network.VirtualNetwork;
import org.zonedrift.sim.world.Place;
import org.zonedrift.sim.world.Seat;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.verdict.ZoneReport;
import org.zonedrift.zone.AddressFamily;
import org.zonedrift.zone.Delegation.Glue;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.ServerAddress;
import reactor.core.publisher.Flux;

/** A scan in a storm, from its first target to its last record, killed and resumed as often as the storm wants. */
final class StormRun {

    private static final int PORT = 53;
    private static final byte[] NO_TALLY = {};

    /** Of each attempt: there are thousands of storms. */
    private static final int RECORDS_VALIDATED = 3;

    private final Storm storm;
    private final World world;
    private final Path folder;
    private final SplittableRandom fate;
    private long packets;
    private final List<String> wrong = new ArrayList<>();
    private long traces;

    StormRun(Storm storm, Path folder) {
        this.storm = storm;
        this.world = storm.world();
        this.folder = folder;
        this.fate = new SplittableRandom(~storm.seed());
    }

    /** What stands on the disk when all is done. */
    List<Found> found() throws IOException {
        Path here = folder.resolve("attempt-0");
        for (int attempt = 1; attempt <= storm.kills(); attempt++) {
            here = killed(here, folder.resolve("attempt-" + attempt));
        }
        try (RunDirectory run = open(here)) {
            attempt(run, Long.MAX_VALUE);
            run.checkpoint(NO_TALLY);
        }
        return Found.in(here);
    }

    /** What the disk holds when the process dies is what the next one finds. */
    private Path killed(Path here, Path next) throws IOException {
        try (RunDirectory run = open(here)) {
            attempt(run, fate.nextLong(storm.origin().zones() + 1));
            Files.createDirectories(next);
            try (Stream<Path> files = Files.list(here)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, next.resolve(file.getFileName()));
                }
            }
        }
        return next;
    }

    private static RunDirectory open(Path here) {
        RunDirectory.Terms terms = new RunDirectory.Terms("57012345", 0, Map.of());
        return RunDirectory.open(here, terms, RunDirectory.Output.of(RecordWriter.InputFiles.ONE, Emit.ALL, PORT));
    }

    /** Goes on with what waits for another look, scans what is not taken, until so many reports have come. */
    private void attempt(RunDirectory run, long most) {
        List<Target> left = LongStream.range(0, storm.origin().zones())
                .mapToObj(this::target)
                .filter(target -> !run.isTaken(target))
                .toList();
        long unfinished = storm.origin().zones() - run.finishedBefore();
        long wanted = Math.min(most, unfinished);
        VirtualNetwork network = new VirtualNetwork(
                storm.lanes(),
                storm.climate(),
                fate.nextLong(),
                world.parameters().referenceInstant().plus(Duration.ofDays(20)));
        network.servers().putElsewhere(new Responder(world));
        Departures departures = new Departures(storm.politeness());
        network.watch(departures);
        List<ZoneReport> taken = new ArrayList<>();
        Waiting waiting = new Waiting(run.leftBehind(), run::park);
        try (Scanner scanner = ScannerAssembly.over(network, plan(), new SplittableRandom(fate.nextLong()))) {
            scanner.reports(Flux.fromIterable(left), waiting).subscribe(report -> {
                run.finish(report);
                taken.add(report);
                if (fate.nextInt(5) == 0) {
                    run.checkpoint(NO_TALLY);
                }
            });
            network.runUntil(() -> taken.size() >= wanted || exceeds(scanner.inFlight()));
        }
        WrittenRecords.followFromTheirEvidence(taken, RECORDS_VALIDATED);
        if (taken.size() < wanted) {
            wrong.add("only " + taken.size() + " of " + wanted + " reports came");
        }
        wrong.addAll(departures.excesses());
        packets += departures.count();
        traces = 31 * traces + network.trace().hash();
    }

    private boolean exceeds(InFlightCounts counts) {
        // Intake ends when too many are parked; those that are being worked on then may still be.
        boolean tooMany = counts.active() > storm.inFlight().active()
                || counts.parked()
                        > storm.inFlight().parked() + storm.inFlight().active();
        if (tooMany) {
            wrong.add(counts + " where " + storm.inFlight() + " may be");
        }
        return tooMany;
    }

    private Target target(long index) {
        return Target.Zone.named(Target.Line.numbered(index + 1), world.name(index));
    }

    /** Promises that were broken on the way. */
    List<String> wrong() {
        return wrong;
    }

    World world() {
        return world;
    }

    /** The same for two runs in which the same happened at the same times. */
    long traces() {
        return traces;
    }

    long packets() {
        return packets;
    }

    private ScanPlan plan() {
        AddressRules rules = new AddressRules(
                AddressBlocks.none(),
                new AddressBlocks(List.of(
                        AddressBlock.parse("127.0.0.0/8").orElseThrow(),
                        AddressBlock.parse("fd53::/16").orElseThrow())));
        return new ScanPlan(
                new ScanPlan.Naming(hints(), storm.glue(), PORT),
                storm.asking(),
                storm.politeness(),
                storm.looks(),
                Manner.authoritative(Purpose.PROBE).withOptions(storm.evidence()),
                new ScanPlan.Safety(EnumSet.allOf(AddressFamily.class), rules, Exclusions::none),
                Operators.bundled(),
                storm.inFlight());
    }

    private RootHints hints() {
        List<DomainName> hosts = new ArrayList<>();
        List<Glue> glue = new ArrayList<>();
        for (Seat seat : world.root().seats()) {
            hosts.add(seat.host());
            for (long place : seat.places()) {
                glue.add(new Glue(seat.host(), ServerAddress.of(Place.octets(place), PORT)));
            }
        }
        return new RootHints(hosts, glue);
    }
}
