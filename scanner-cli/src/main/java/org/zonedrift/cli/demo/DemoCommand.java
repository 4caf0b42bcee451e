package org.zonedrift.cli.demo;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zonedrift.Asking;
import org.zonedrift.InFlightLimits;
import org.zonedrift.LookPlan;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.scan.ScanRun;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.delegation.AddressBook.GluePolicy;
import org.zonedrift.exchange.Manner;
import org.zonedrift.exchange.Politeness;
import org.zonedrift.input.Target;
import org.zonedrift.operator.Operators;
import org.zonedrift.safety.AddressBlock;
import org.zonedrift.safety.AddressBlocks;
import org.zonedrift.safety.AddressRules;
import org.zonedrift.safety.Exclusions;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import org.zonedrift.telemetry.Purpose;
import org.zonedrift.wire.EdnsOption;
import org.zonedrift.zone.AddressFamily;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;

/** Scans a simulated Internet in this process and holds every verdict against the truth. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = "Starts a simulated Internet in this process, scans it, and checks every verdict against the "
                + "known truth.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every verdict is right", "1:a verdict is wrong", "2:wrong usage", "130:interrupted"})
public final class DemoCommand implements Callable<Integer> {

    /** More is a benchmark's business. */
    private static final int ZONES_MAX = 10_000_000;

    /** A machine that plays the servers as well shall not choke on its own questions. */
    private static final int ZONES_AT_ONCE = 1_000;

    private final Streams streams;
    private final Interruption interruption;

    @Option(
            names = "--zones",
            paramLabel = "N",
            defaultValue = "2000",
            description = "how many zones there are (default: ${DEFAULT-VALUE})")
    int zones;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "which world it is: the same seed, the same world (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--progress",
            paramLabel = "auto|bar|plain|none",
            defaultValue = "auto",
            description = "how to show where the scan stands (default: ${DEFAULT-VALUE})")
    Progress.Kind progress = Progress.Kind.AUTO;

    @Option(names = "--hold", description = "keep the servers up afterwards, and show how to ask them with dig")
    boolean hold;

    public DemoCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (zones < 1 || zones > ZONES_MAX) {
            throw Refusal.wrongUsage("--zones " + zones + ": a number from 1 to " + ZONES_MAX + ", please");
        }
        World world = new World(World.Origin.of(Profile.TOPLIST, seed, zones));
        try (SimulatedInternet internet = SimulatedInternet.serve(world, 0)) {
            announce(internet);
            Comparison comparison = new Comparison(world);
            Gazette gazette = new Gazette();
            ScanRun run = scan(internet, comparison, gazette);
            tell(run, comparison, gazette);
            if (hold && !interruption.isRequested()) {
                new Holding(streams, interruption).hold(internet, gazette);
            }
            return ending(run, comparison);
        }
    }

    private void announce(SimulatedInternet internet) {
        streams.err()
                .println("A simulated Internet of " + Words.counted(zones, "zone") + " (seed " + seed
                        + ") listens on loopback, port " + internet.port() + ".");
        streams.err().println("Nobody else is there, so the limits that protect other people's servers are lifted.");
    }

    private ScanRun scan(SimulatedInternet internet, Comparison comparison, Gazette gazette) {
        try (Scanner scanner = ScannerAssembly.over(Lanes.open(List.of()), plan(internet))) {
            ScanRun run = new ScanRun(scanner, streams);
            run.stopOn(interruption);
            Flux<Target> targets = Flux.range(0, zones)
                    .map(i -> Target.Zone.named(
                            Target.Line.numbered(i + 1L), internet.world().name(i)));
            run.run(targets, zones, progress, report -> {
                comparison.compare(report);
                gazette.read(report);
            });
            return run;
        }
    }

    private static ScanPlan plan(SimulatedInternet internet) {
        AddressBlocks loopback =
                new AddressBlocks(List.of(AddressBlock.parse("127.0.0.0/8").orElseThrow()));
        return new ScanPlan(
                new ScanPlan.Naming(SimulatedRoot.hints(internet), GluePolicy.TRUST, internet.port()),
                new Asking(Duration.ofMillis(800), 3),
                Politeness.NONE,
                LookPlan.DEFAULT,
                Manner.authoritative(Purpose.PROBE).withOptions(Set.of(EdnsOption.NSID)),
                new ScanPlan.Safety(
                        Set.of(AddressFamily.IPV4), new AddressRules(AddressBlocks.none(), loopback), Exclusions::none),
                Operators.bundled(),
                new InFlightLimits(ZONES_AT_ONCE, InFlightLimits.DEFAULT_PARKED));
    }

    private void tell(ScanRun run, Comparison comparison, Gazette gazette) {
        gazette.print(streams);
        run.summarise();
        comparison.lines(streams.errStyle()).forEach(streams.err()::println);
    }

    private int ending(ScanRun run, Comparison comparison) {
        if (run.hitBug()) {
            return ExitCode.BUG;
        }
        if (interruption.isRequested() && !hold) {
            return ExitCode.INTERRUPTED;
        }
        return comparison.isFlawless() ? ExitCode.OK : ExitCode.FOUND;
    }
}
