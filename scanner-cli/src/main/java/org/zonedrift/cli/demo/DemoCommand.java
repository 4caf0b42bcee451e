package org.zonedrift.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.zonedrift.Asking;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.demo.Comparison.Expectation;
import org.zonedrift.cli.option.WeatherOptions;
import org.zonedrift.cli.scan.ScanRun;
import org.zonedrift.cli.watch.Progress;
import org.zonedrift.input.Target;
import org.zonedrift.sim.climate.WorldClimate.RateLimits;
import org.zonedrift.sim.loopback.SimulatedInternet;
import org.zonedrift.sim.network.Climate;
import org.zonedrift.sim.world.Families;
import org.zonedrift.sim.world.Profile;
import org.zonedrift.sim.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    /** How far everybody is in memory, where the weather is calm. */
    private static final Duration ONE_WAY = Duration.ofMillis(10);

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

    @Option(
            names = "--profile",
            paramLabel = "toplist|tld",
            defaultValue = "toplist",
            description = "what the world resembles (default: ${DEFAULT-VALUE})")
    Profile profile = Profile.TOPLIST;

    @Option(
            names = "--carrier",
            paramLabel = "auto|sockets|memory",
            defaultValue = "auto",
            description = "sockets on loopback, or this program's memory in simulated time; auto takes memory where "
                    + "127.0.0.1 is the only loopback address (default: ${DEFAULT-VALUE})")
    Carrier.Kind carriers = Carrier.Kind.AUTO;

    @Mixin
    private final WeatherOptions weather = new WeatherOptions();

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
        try (Carrier carrier = open()) {
            carrier.announcement().forEach(streams.err()::println);
            streams.err()
                    .println("Nobody else is there, so the limits that protect other people's servers are lifted.");
            Comparison comparison =
                    new Comparison(carrier.world(), weather.isCalm() ? Expectation.EVERYTHING : Expectation.LOSS);
            Gazette gazette = new Gazette();
            ScanRun run = scan(carrier, comparison, gazette);
            tell(run, comparison, gazette);
            if (hold && !interruption.isRequested()) {
                carrier.hold(new Holding(streams, interruption), gazette);
            }
            return ending(run, comparison);
        }
    }

    private Carrier open() {
        if (carriers == Carrier.Kind.MEMORY) {
            return inMemory("as --carrier memory asked for");
        }
        if (carriers == Carrier.Kind.AUTO && !SimulatedInternet.isPossible()) {
            return inMemory("this machine has no loopback addresses beside 127.0.0.1");
        }
        World world = world(Families.IPV4);
        return new SocketCarrier(
                weather.isCalm()
                        ? SimulatedInternet.serve(world, 0)
                        : SimulatedInternet.serve(world, 0, climate(world, Duration.ZERO, Instant.now())));
    }

    private Carrier inMemory(String reason) {
        World world = world(Families.DUAL);
        return new MemoryCarrier(world, climate(world, ONE_WAY, MemoryCarrier.beginning(world)), reason);
    }

    private World world(Families families) {
        return new World(new World.Origin(profile, seed, zones, World.DEFAULT_POOL, families));
    }

    /** Servers do not limit us: we have lifted our own limits. */
    private Climate climate(World world, Duration oneWay, Instant beginning) {
        return weather.climate(world, oneWay, RateLimits.NONE, TimeUnit.SECONDS.toNanos(beginning.getEpochSecond()));
    }

    private ScanRun scan(Carrier carrier, Comparison comparison, Gazette gazette) {
        ScanPlan plan = DemoPlan.of(carrier, weather.isCalm() ? DemoPlan.NEAR : Asking.DEFAULT);
        try (Scanner scanner = carrier.scanner(plan)) {
            ScanRun run = new ScanRun(scanner, streams, carrier.drive());
            run.stopOn(interruption);
            Flux<Target> targets = Flux.range(0, zones)
                    .map(i -> Target.Zone.named(
                            Target.Line.numbered(i + 1L), carrier.world().name(i)));
            run.run(targets, zones, progress, report -> {
                comparison.compare(report);
                gazette.read(report);
            });
            return run;
        }
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
