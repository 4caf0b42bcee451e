package org.zonedrift.cli.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.zonedrift.ScanPlan;
import org.zonedrift.Scanner;
import org.zonedrift.ScannerAssembly;
import org.zonedrift.cli.ProgramVersion;
import org.zonedrift.cli.console.ExitCode;
import org.zonedrift.cli.console.Interruption;
import org.zonedrift.cli.console.Printer;
import org.zonedrift.cli.console.Refusal;
import org.zonedrift.cli.console.Streams;
import org.zonedrift.cli.option.SafetyOptions;
import org.zonedrift.cli.scan.Lanes;
import org.zonedrift.cli.watch.Words;
import org.zonedrift.exchange.netty.NettyNetwork;
import org.zonedrift.fleet.Authority;
import org.zonedrift.fleet.BenchPlan;
import org.zonedrift.fleet.Freshness;
import org.zonedrift.fleet.Query;
import org.zonedrift.fleet.Resolver;
import org.zonedrift.fleet.StepResult;
import org.zonedrift.zone.DomainName;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Presses resolvers, and says how much each takes, how fast and how right it answers. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description = "Benchmarks a fleet of resolvers: all of them at once, with the same names. Latency counts from "
                + "when a query was due, so a resolver that stalls cannot hide it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "2:wrong usage", "3:could not measure", "130:interrupted"})
public final class BenchCommand implements Callable<Integer> {

    private final Streams streams;
    private final Interruption interruption;

    @Option(names = "--demo", description = "try it on four simulated resolvers: good, slow, lossy, stale")
    boolean demo;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "fixes schedule and order (default: ${DEFAULT-VALUE})")
    long seed;

    @Option(
            names = "--i-have-permission",
            description = "also resolvers that serve the public, at more than " + PublicResolvers.RATE_MAX
                    + " queries a second: their owners forbid that to everybody else")
    boolean permitted;

    @ArgGroup(validate = false, heading = "%nResolvers:%n")
    FleetOptions fleet = new FleetOptions();

    @ArgGroup(validate = false, heading = "%nQueries:%n")
    QueryOptions queries = new QueryOptions();

    @ArgGroup(validate = false, heading = "%nCaches:%n")
    MixOptions mix = new MixOptions();

    @ArgGroup(validate = false, heading = "%nLoad (rates are for each resolver):%n")
    LoadOptions load = new LoadOptions();

    @ArgGroup(validate = false, heading = "%nTruth:%n")
    TruthOptions truth = new TruthOptions();

    @ArgGroup(validate = false, heading = "%nSafety:%n")
    SafetyOptions safety = new SafetyOptions();

    @ArgGroup(validate = false, heading = "%nResults:%n")
    OutputOptions output = new OutputOptions();

    public BenchCommand(Streams streams, Interruption interruption) {
        this.streams = streams;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        output.check();
        List<Query> own = queries.queries();
        if (!demo) {
            List<Resolver> resolvers = fleet.fleet();
            if (own.isEmpty()) {
                throw Refusal.wrongUsage("nothing to ask: name a file of queries with --names");
            }
            if (!permitted) {
                PublicResolvers.protect(resolvers, load.highestRate());
            }
            return bench(resolvers, own, network -> TruthPlan.real(truth, safety, network));
        }
        try (DemoFleet simulated = DemoFleet.open(seed)) {
            ScanPlan plan = TruthPlan.simulated(simulated.internet());
            return bench(simulated.fleet(), own.isEmpty() ? simulated.queries() : own, network -> plan);
        }
    }

    private int bench(List<Resolver> resolvers, List<Query> names, Function<NettyNetwork, ScanPlan> authorities) {
        BenchPlan plan = new BenchPlan(
                resolvers,
                queries.manner(),
                queries.timeout,
                load.plan(mix.warming(names.size(), load.firstRate())),
                seed);
        streams.err()
                .println("Asking " + Words.counted(resolvers.size(), "resolver") + " for "
                        + Words.counted(names.size(), "name") + ".");
        try (NettyNetwork network = Lanes.open(List.of())) {
            HostEffects before = HostEffects.upToNow(network);
            FleetRun run = new FleetRun(network, plan);
            List<DomainName> zones = ZoneSample.of(names, run, truth.zones);
            List<Histogram> quiet = run.quietTimes();
            List<StepResult> steps = run.press(mix.source(names, seed), interruption);
            HostEffects host = HostEffects.upToNow(network).since(before);
            List<StepResult> wanted = steps.subList(Math.min(steps.size(), load.rehearsals()), steps.size());
            show(new Results(plan, quiet, wanted, freshness(zones, run, authorities), host, load.limits()));
        }
        return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    /** The zones' own servers first: what a resolver learns meanwhile makes it no older. */
    private List<Freshness> freshness(
            List<DomainName> zones, FleetRun run, Function<NettyNetwork, ScanPlan> authorities) {
        if (zones.isEmpty() || interruption.isRequested()) {
            return List.of();
        }
        NettyNetwork network = Lanes.open(List.of());
        Map<DomainName, Authority> known;
        try (Scanner scanner = ScannerAssembly.over(network, authorities.apply(network))) {
            known = AuthoritativeTruth.of(zones, scanner);
        }
        List<DomainName> comparable = zones.stream().filter(known::containsKey).toList();
        return Freshness.of(run.look(comparable), known::get);
    }

    private void show(Results results) {
        try (Printer printer = streams.printer()) {
            new TextReport(results, printer.style()).lines().forEach(printer::line);
            if (load.isUsual()) {
                printer.line("That was a light load. How much each of them takes: --ramp 60s --max-qps 10000");
            }
        }
        output.write(results);
    }
}
